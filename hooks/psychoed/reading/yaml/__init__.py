"""YAML as a tree of texts with places, and what is wrong with it in plain words."""
