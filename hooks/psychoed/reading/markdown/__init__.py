"""What a Markdown text holds, with places."""
