"""The page that explains it: its commands run, and print what it shows."""

import re
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "how-to" / "seat-the-groups.md"
BLOCKS = re.findall("```console\n(.+?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
EXAMPLE = "docs/examples/adult-social-care/programme.toml"


def commands():
    """Yield each command with the lines that the page shows under it."""
    for part in re.split(r"^\$ workshopcore ", "\n".join(BLOCKS), flags=re.MULTILINE)[1:]:
        command, *lines = part.strip("\n").split("\n")
        yield pytest.param(shlex.split(command), [line for line in lines if line], id=command)


@pytest.mark.parametrize(("command", "shown"), list(commands()))
def test_the_page_shows_what_a_command_prints(run, folder, command, shown):
    file = folder / "programme.toml"
    file.write_bytes((ROOT / EXAMPLE).read_bytes())
    result = run(*(file if word in ("programme.toml", EXAMPLE) else word for word in command))
    assert result.exit_code == 0, result.output
    if shown:
        assert [line for line in result.output.splitlines() if line] == shown
