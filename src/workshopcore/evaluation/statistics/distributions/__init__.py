"""The distributions that intervals and tests are read from, in plain Python."""
