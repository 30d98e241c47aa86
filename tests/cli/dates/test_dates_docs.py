"""The page that explains it: what it shows is what the commands print, one after the other."""

import re
import shlex
from pathlib import Path

import pytest

import workshopcore as wc

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "how-to" / "choose-the-dates.md").read_text(encoding="utf-8")
SECTION = PAGE.partition("\n## From the command line\n")[2]
CONSOLE = re.findall("```console\n(.+?)```", SECTION, re.DOTALL)
PYTHON = re.findall("```python\n(.+?)```", PAGE, re.DOTALL)
TOML = re.findall("```toml\n(.+?)```", SECTION, re.DOTALL)


def commands():
    """Yield each command of the section with the lines that it prints."""
    for block in CONSOLE:
        for part in re.split(r"^\$ workshopcore ", block, flags=re.MULTILINE)[1:]:
            command, *lines = part.rstrip("\n").split("\n")
            yield shlex.split(command), lines


def pattern(lines):
    """Return what matches the lines of the page, in which ``…`` stands for any others."""
    parts = [".*\n" if line == "…" else re.escape(f"{line}\n") for line in lines]
    return re.compile("".join(parts), re.DOTALL)


@pytest.fixture
def before(folder, monkeypatch):
    """The files that the page starts from."""
    monkeypatch.chdir(ROOT)
    names = {}
    first, *_ = PYTHON
    (fresh,) = [block for block in PYTHON if block.startswith("fresh = ")]
    exec(f"from datetime import date\n{first}\n{fresh}", names)
    monkeypatch.chdir(folder)
    wc.save(names["fresh"], folder / "before.toml")
    (folder / "dates.toml").write_text(TOML[0], encoding="utf-8")


def test_section_shows_what_the_commands_print(run, before, folder):
    asked = list(commands())
    for command, shown in asked:
        output = "".join(f"{line.rstrip()}\n" for line in run(*command).output.splitlines())
        assert pattern(shown).fullmatch(output), f"{command}\n{output}"

    assert len(asked) == 7
    assert TOML[2] in (folder / "before.toml").read_text(encoding="utf-8")
    assert "<svg" in (folder / "papers" / "dates.html").read_text(encoding="utf-8")


def test_dates_that_are_chosen_leave_check_nothing_to_find(run, before, folder):
    run("dates", "before.toml", "--rules", "dates.toml", "--as-of", "2026-11-30", "--write")

    codes = set(re.findall(r"WC13\d", run("check", "before.toml").stdout))
    # The rules of the file go beyond those of the policy in one thing: up to twelve weeks.
    assert codes <= {"WC130"}


def test_the_policy_that_the_page_shows_is_one(run, before, folder):
    (folder / "house.toml").write_text(TOML[1], encoding="utf-8")

    result = run("check", "before.toml", "--policy", "house.toml")

    assert result.exit_code in (0, 1)
    assert "WC102" not in result.stdout
