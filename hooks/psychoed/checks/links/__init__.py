"""Links and references in the sources, before anything is built."""
