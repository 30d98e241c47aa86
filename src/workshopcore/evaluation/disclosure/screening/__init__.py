"""What in a quote or a comment could tell whose it is."""
