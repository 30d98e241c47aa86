"""The built-in rules: a module of functions and a file of texts for each family."""
