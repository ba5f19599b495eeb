"""An edition made, printed, judged and swapped into place."""
