"""What the library becomes: data of a sheet or a packet, then web page and PDF. A view reads only models."""
