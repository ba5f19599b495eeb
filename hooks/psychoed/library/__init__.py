"""All that the clinic wrote, as one typed value, and how it is loaded."""
