"""The domain model: frozen values, and nothing that reads a file, a clock or the network."""
