"""How a text is written: headings, lengths, wording, reading level."""
