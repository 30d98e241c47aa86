"""The year in parts: the team and the brief, each workshop with all it led to, the results."""
