"""A programme whose sessions need groups."""

from pathlib import Path

import pytest

NAMES = ("Ana", "Ben", "Caz", "Dev", "Eva", "Fay", "Gil", "Hal", "Ida")

DAY = """
[[workshops]]
id = "day-{month}"
title = "Day {month}"
start = 2027-0{month}-12T09:00:00
end = 2027-0{month}-12T12:00:00
agenda = [  # keep this comment
  {{ id = "trios", format = "troika-consulting" }},
  {{ id = "talk", title = "Talk", minutes = 30 }},
]
"""


@pytest.fixture
def year(folder: Path) -> Path:
    """A file of nine people and three workshops, each with a session in threes."""
    people = "".join(f'\n[[people]]\nname = "{name}"\n' for name in NAMES)
    days = "".join(DAY.format(month=month) for month in (1, 2, 3))
    file = folder / "year.toml"
    file.write_text(f'title = "A year"\ntime_zone = "Europe/London"\n{people}{days}', "utf-8")
    return file
