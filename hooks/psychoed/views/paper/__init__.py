"""The paper view: Typst draws a tagged PDF, and the field pass makes it fillable."""
