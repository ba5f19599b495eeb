"""The web view: HTML from the same data that the paper view draws."""
