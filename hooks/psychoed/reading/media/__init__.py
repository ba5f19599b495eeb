"""Files that are no text: pictures, drawings, PDFs, sound and office documents, opened and read by what they hold."""
