"""What can be worked out by comparing what was published at different times."""
