"""How a file becomes text, a tree with places, or a Problem. Knows nothing of clinics."""
