"""The evaluation report and its parts: what was asked, answered, gained and concluded."""
