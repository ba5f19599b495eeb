"""What grows old: facts, help lines, reviews, and changes that were told."""
