"""The values and protocols that plugins meet."""
