"""The theme `psychoed`: the package holds this folder as psychoed/theme/, where the site generator imports it."""
