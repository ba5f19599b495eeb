"""The built site: its links, its names, its files, and staff words that must not be in it."""
