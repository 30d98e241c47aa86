"""The page that explains it: what it shows is what the commands print, one after the other."""

import csv
import re
import shlex
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "keep-the-action-log.md"
TEXT = PAGE.read_text(encoding="utf-8")
BLOCKS = re.findall("```console\n(.+?)```", TEXT, re.DOTALL)
CHANGED = re.findall(r"^\| (Id .+)\n.+\n((?:\|.+\n)+)", TEXT, re.MULTILINE)
QUESTION = re.compile(
    "(?:Who answers for it|What will they do|By when .+|For which objective .+|d done, .+"
    "|Why is it .+|What blocks it|New due date .+):(?: (.+))?"
)


def commands(text):
    """Yield each command of a block with the lines that it prints."""
    for part in re.split(r"^\$ workshopcore ", text, flags=re.MULTILINE)[1:]:
        command, *lines = part.rstrip("\n").split("\n")
        yield shlex.split(command), lines


@pytest.fixture
def printed(run, talk):
    """Run a command as the page does, on a terminal where it is answered, and tell its lines."""

    def printed(command, shown):
        answers = [found[1] or "" for line in shown if (found := QUESTION.fullmatch(line))]
        if answers:
            _, said = talk(*command[1:], answers=answers)
            return said
        return [line.rstrip() for line in run(*command).output.splitlines()]

    return printed


def change_cells(path):
    """Change the cells that the page says people change."""
    [(headings, lines)] = CHANGED
    names, *changes = (
        [c.strip() for c in line.split("|")] for line in [headings, *lines.split("\n")]
    )
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["Id"]: row for row in csv.DictReader(file)}
    for _, id, *cells in filter(any, changes):
        rows[id] |= {name: cell for name, cell in zip(names[1:], cells, strict=True) if cell}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[id]))
        writer.writeheader()
        writer.writerows(rows.values())


def test_page_shows_what_the_commands_print(printed, folder):
    for text in BLOCKS:
        for command, shown in commands(text):
            assert printed(command, shown) == shown, command
            if "export" in command:
                change_cells(folder / "actions.csv")
