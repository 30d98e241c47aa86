"""A programme that asks at its start and at its close, and what a survey tool exported."""

import csv

EVALUATION = """
# What we ask, and when.
[[instruments]]
id = "pulse"
title = "Pulse"
introduction = "Only the evaluator sees single answers."  # promised
questions = [
  { id = "worth", text = "It is worth my time", type = "scale", labels = [
    "Disagree", "Neither", "Agree" ] },
  { id = "tools", text = "What do you use?", type = "several-choice", options = ["Maps", "Plans"] },
  { id = "else", text = "Anything else?", type = "text" },
]

[instruments.mappings.forms]
token = "Code"
submitted = "When"
columns = { Name = "" }

[[waves]]
id = "baseline"
title = "At the start"
kind = "baseline"
instrument = "pulse"
opens = 2027-01-05
closes = 2027-01-18

[[waves]]
id = "close"
title = "At the close"
instrument = "pulse"
opens = 2027-11-23
closes = 2027-12-07
"""
HEADINGS = ("When", "Name", "Code", "Worth", "What do you use?", "Anything else?")
CODES = ("amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "haven", "islet")
BEFORE = (1, 1, 2, 2, 2, 3, 1, 2, 3)
AFTER = (2, 3, 3, 2, 3, 3, 1, 3, 2)


def rows(points, codes=CODES):
    """Return what the tool exports: a row for each person."""
    return [
        (f"2027-11-24 09:{at:02}", "Amina Yusuf", code, point, ("Maps", "Maps;Plans")[at % 2], "")
        for at, (code, point) in enumerate(zip(codes, points, strict=False))
    ]


def write(path, body, headings=HEADINGS):
    """Write an export."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headings)
        writer.writerows(body)
    return path
