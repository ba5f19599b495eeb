"""What commands change in a clinic's folder: found and shown first, then written, and nothing else in a file moves."""
