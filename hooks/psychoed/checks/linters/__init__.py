"""Two programs that are asked about the authors' files: rumdl and typos."""
