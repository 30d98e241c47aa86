import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from workshopcore.cli.command_line import command_line

PROGRAMME = """\
title = "Harbour team: a year of change"
client = "Harbour Trust"
purpose = "Agree where we go, and go there"
time_zone = "Europe/London"

[[people]]
name = "Amina Yusuf"

[[people]]
name = "Tomasz Zielak"

[[people]]
name = "Mei Tanaka"

[[people]]
name = "Rosa Lindqvist"
role = "facilitator"

[[objectives]]
id = "vision"
statement = "A shared vision"
indicator = "Staff who can name it"

[[workshops]]
id = "where-now"
title = "Where are we now?"
phase = "strategic"
start = 2027-01-19T09:30:00
end = 2027-01-19T12:30:00
purpose = "Agree where we stand"
aims = ["vision"]
agenda = [
  { format = "check-in" },
  { title = "Strengths and gaps", minutes = [50, 60, 70] },
  { kind = "break", minutes = 15 },
  { title = "What matters most", minutes = 30 },
  { kind = "buffer", minutes = [0, 10, 20] },
  { format = "action-planning", priority = "must" },
  { format = "check-out" },
]

[[workshops]]
id = "where-to"
title = "Where do we want to be?"
phase = "operational"
start = 2027-03-09T09:30:00
end = 2027-03-09T12:30:00
purpose = "Agree the direction"
aims = ["vision"]
agenda = [
  { format = "check-in" },
  { format = "action-review", minutes = 20 },
  { title = "Two years from now", minutes = 45 },
  { kind = "break", minutes = 15 },
  { title = "First steps", minutes = 25 },
  { kind = "buffer", minutes = [0, 10, 20] },
  { format = "action-planning", priority = "must" },
  { format = "check-out" },
]

[[actions]]
id = "invite-partners"
statement = "Invite the two partner teams to the March workshop"
owner = "amina-yusuf"
due = 2027-03-02
objective = "vision"
origin = "where-now/action-planning"
agreed = 2027-01-19
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own to run in, without the plugins of this environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WORKSHOPCORE_LOAD_PLUGINS", "")
    return tmp_path


@pytest.fixture
def programme(folder: Path) -> Path:
    """A programme file in that folder in which nothing is wrong."""
    file = folder / "programme.toml"
    file.write_text(PROGRAMME, encoding="utf-8")
    return file


@pytest.fixture
def run():
    """Run the command line in this process, and return what a shell would see."""

    def run(*arguments, **settings):
        settings.setdefault("prog_name", "workshopcore")
        return CliRunner().invoke(command_line(), [str(a) for a in arguments], **settings)

    return run


@pytest.fixture
def install(folder, monkeypatch):
    """Put a distribution with one plugin on the path."""
    monkeypatch.delenv("WORKSHOPCORE_LOAD_PLUGINS")

    def install(name, source):
        site = folder / f"site-{name}"
        info = site / f"workshopcore_{name}-1.2.dist-info"
        info.mkdir(parents=True)
        metadata = f"Metadata-Version: 2.1\nName: workshopcore-{name}\nVersion: 1.2\n"
        (info / "METADATA").write_text(metadata)
        module = f"workshopcore_{name}_for_cli"
        (info / "entry_points.txt").write_text(f"[workshopcore]\n{name} = {module}\n")
        (site / f"{module}.py").write_text(source)
        monkeypatch.syspath_prepend(str(site))
        monkeypatch.setenv("PYTHONPATH", str(site))
        monkeypatch.delitem(sys.modules, module, raising=False)

    return install


@pytest.fixture
def on_terminal(folder):
    """Run the command line on a terminal of its own, type something, and return what it shows."""

    def on_terminal(*arguments, typed="", **environment):
        outer, inner = pty.openpty()
        child = subprocess.Popen(
            [sys.executable, "-m", "workshopcore.cli", *arguments],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            cwd=folder,
            env={**os.environ, "TERM": "xterm-256color", **environment},
        )
        os.close(inner)
        # The end of the input comes last, so that an unexpected question cannot wait for ever.
        os.write(outer, f"{typed}\x04".encode())
        shown = bytearray()
        while read := _read(outer):
            shown += read
        os.close(outer)
        return child.wait(), shown.decode()

    return on_terminal


def _read(terminal):
    try:
        return os.read(terminal, 4096)
    except OSError:  # how a terminal says that nobody writes any more
        return b""
