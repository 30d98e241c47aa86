"""The broken copy: every fault is found, on its line, and nothing else is."""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import workshopcore as wc
from workshopcore import files

MARK = re.compile(r"  # ((?:WC\d{3} ?)+)$")


@pytest.fixture(scope="module")
def marked(folder: Path) -> Counter[tuple[int, str]]:
    """The codes that stand beside the lines at fault."""
    lines = (folder / "broken.toml").read_text(encoding="utf-8").splitlines()
    return Counter(
        (number, code)
        for number, line in enumerate(lines, start=1)
        if (mark := MARK.search(line))
        for code in mark.group(1).split()
    )


def test_broken_copy_mixes_more_than_twenty_kinds_of_fault(
    marked: Counter[tuple[int, str]],
) -> None:
    structural = {code for _, code in marked if code < "WC100"}
    practice = {code for _, code in marked if code >= "WC100"}
    assert marked.total() >= 30
    assert len(structural) >= 8
    assert len(practice) >= 15


def test_broken_copy_is_reported_line_by_line(
    folder: Path, toolkit: wc.Toolkit, marked: Counter[tuple[int, str]]
) -> None:
    reading = files.read(folder / "broken.toml")
    assert reading.programme is not None
    found = Counter((problem.line, problem.code) for problem in reading.problems)
    for finding in toolkit.check(reading.programme):
        found[reading.line_of(finding.path), finding.code] += 1
    assert found == marked


def test_broken_copy_cannot_be_loaded_and_says_all_of_why(
    folder: Path, marked: Counter[tuple[int, str]]
) -> None:
    with pytest.raises(wc.ProgrammeError) as refused:
        wc.load(folder / "broken.toml")
    structural = {place for place in marked if place[1] < "WC100"}
    assert {(problem.line, problem.code) for problem in refused.value.problems} == structural


def test_broken_copy_on_the_command_line_prints_the_same(
    folder: Path, marked: Counter[tuple[int, str]]
) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "workshopcore.cli", "check", "--json", folder / "broken.toml"],
        capture_output=True,
        text=True,
        check=False,
    )
    found = Counter((each["line"], each["code"]) for each in json.loads(run.stdout))
    assert found == marked
    assert run.returncode in {1, 2}
