"""Files as they lie in content/: names, characters, raw HTML, text alternatives."""
