"""What may be written: closed models of articles, worksheets, packets, the clinic and the lists."""
