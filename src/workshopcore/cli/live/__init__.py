"""Running the day from a terminal: the rest of it timed anew, once or as the clock goes."""
