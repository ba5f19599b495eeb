"""The kinds of block a worksheet is made of: one class a kind, named as its YAML `type`."""
