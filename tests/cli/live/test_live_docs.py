"""The page that explains it: what it shows is what the command prints."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from workshopcore.cli.live.press import KEYS

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs/how-to/run-the-day.md").read_text(encoding="utf-8")
SHOWN = [
    block.split("\n", 1)
    for block in re.findall("```console\n\\$ workshopcore (.+?)```", PAGE, re.DOTALL)
    if "--now" in block
]


@pytest.mark.parametrize(("command", "output"), SHOWN)
def test_page_shows_what_the_command_prints(run, folder, command, output):
    shutil.copytree(ROOT / "docs/examples", folder / "docs/examples")
    assert run(*shlex.split(command)).stdout == output


def test_page_lists_every_key():
    table = re.findall(r"^\| (.+?) \| .+ \|$", PAGE, re.MULTILINE)[1:]
    assert [cell.replace("`", "") for cell in table] == [key for key, _ in KEYS]
