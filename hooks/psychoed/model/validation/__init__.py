"""Messages for what a model refuses, with the place in the author's file."""
