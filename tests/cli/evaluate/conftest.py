"""A programme that asks at its start and at its close, and its answers."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from evaluated import AFTER, BEFORE, CODES, EVALUATION, rows, write


@pytest.fixture
def year(programme):
    """The programme, with what it asks."""
    programme.write_text(programme.read_text(encoding="utf-8") + EVALUATION, encoding="utf-8")
    return programme


@pytest.fixture
def export(folder):
    """Write the export of a wave, and return its name."""

    def export(name="close.csv", points=AFTER, codes=CODES):
        return write(folder / name, rows(points, codes))

    return export


@pytest.fixture
def brought(run, year, export):
    """Import the answers of both waves."""
    for wave, points in (("baseline", BEFORE), ("close", AFTER)):
        result = run("evaluate", "import", year, wave, export(f"{wave}.csv", points), "--write")
        assert result.exit_code == 0, result.output
    return year
