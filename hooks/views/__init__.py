"""What the library becomes: web page and PDF. A view reads only models."""
