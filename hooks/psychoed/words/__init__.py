"""What a reader reads: passages of text, the terms and the subjects in them."""
