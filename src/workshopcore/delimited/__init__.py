"""Text in rows and cells, as other programs write it and read it."""
