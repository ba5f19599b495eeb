"""What asks other sites whether they still have the pages that the library links to."""
