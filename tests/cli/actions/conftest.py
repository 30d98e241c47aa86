"""A programme between its two workshops: actions that are open, blocked, done and given up."""

import os
import re
import select
import subprocess
import sys

import pytest

import workshopcore as wc
from workshopcore import files

LOG = """\
effort = 4
updates = [
  { on = 2027-02-02, status = "in-progress", progress = 40, note = "One has answered" }, # by phone
]

# The hall of the sailing club, if we can have it.
[[actions]]
id = "book-hall"
statement = "Book the hall for March"
owner = "tomasz-zielak"
due = 2027-02-16
objective = "vision"
origin = "where-now/action-planning"
agreed = 2027-01-19
updates = [
  { on = 2027-02-10, status = "blocked", note = "The caretaker is away" },
]

[[actions]]
id = "draft-page"
statement = "Draft the vision on one page"
owner = "mei-tanaka"
due = 2027-02-23
objective = "pride"
origin = "where-now/action-planning"
agreed = 2027-01-19
updates = [{ on = 2027-02-20, status = "done", evidence = ["page"] }]

[[actions]]
id = "draft-letter"
statement = "Draft a letter to the council"
owner = "tomasz-zielak"
due = 2027-02-09
objective = "vision"
origin = "where-now"
agreed = 2027-01-19
updates = [{ on = 2027-02-01, status = "cancelled", note = "The council wrote first" }]

[[actions]]
id = "write-guide"
statement = "Write a guide for new people"
owner = "ines-duarte"
due = 2027-03-16
objective = "vision"
agreed = 2027-01-19

[[people]]
name = "Inês Duarte"
id = "ines-duarte"
email = "Ines@Harbour.example"
left = 2027-02-26
successor = "mei-tanaka"

[[people]]
name = "Rosa Duarte"
role = "expert"

[[objectives]]
id = "pride"
statement = "Pride in the work"
indicator = "Staff who say so"

[[evidence]]
id = "page"
title = "The page, signed off"
"""


@pytest.fixture
def log(programme):
    """The programme file, with an action log, and with the identifiers that saving gives it."""
    with programme.open("a", encoding="utf-8") as file:
        file.write(LOG)
    files.save(files.load(programme), programme)
    return programme


@pytest.fixture
def act(run, log):
    """Run one of the commands on that file."""

    def act(command, *arguments, **settings):
        return run("actions", command, "programme.toml", *arguments, **settings)

    return act


@pytest.fixture
def loaded(log):
    """Read what the file says by now."""
    return lambda: wc.load(log)


@pytest.fixture
def added(log):
    """Tell which lines a command has put into the file, all others being where they were."""
    before = log.read_text(encoding="utf-8").splitlines()

    def added():
        after = log.read_text(encoding="utf-8").splitlines()
        rest = iter(before)
        new, expected = [], next(rest, None)
        for line in after:
            if line == expected:
                expected = next(rest, None)
            else:
                new.append(line)
        assert expected is None, f"lost from {expected!r} on"
        return new

    return added


@pytest.fixture
def seen(log, on_terminal):
    """Run a command on a terminal of some columns, and tell what can be read on it."""

    def seen(*arguments, columns=80, **settings):
        code, shown = on_terminal("actions", *arguments, COLUMNS=str(columns), **settings)
        return code, re.sub("\x1b\\[[0-9;]*m", "", shown)

    return seen


@pytest.fixture
def talk(log, folder):
    """Run a command on a terminal of its own, answer each question, and tell what is said.

    ``^C`` and ``^D`` press these keys; ``^D`` is the answer where there is none left. What can
    be called happens before its result is the answer.
    """
    pty = pytest.importorskip("pty")

    def talk(*arguments, answers=()):
        outer, inner = pty.openpty()
        child = subprocess.Popen(
            [sys.executable, "-c", IN_CHARGE, "actions", *map(str, arguments)],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            cwd=folder,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "80", "NO_COLOR": "1"},
            start_new_session=True,
        )
        os.close(inner)
        left, heard, pressed = list(answers), "", b""
        try:
            while said := _said(outer, pressed):
                heard += said
                if re.search(r"[^\n]: $", heard):
                    answer = left.pop(0) if left else "^D"
                    if callable(answer):
                        answer = answer()
                    pressed = KEYS.get(answer, b"")
                    os.write(outer, pressed or f"{answer}\n".encode())
        except BaseException:
            child.kill()
            raise
        finally:
            os.close(outer)
        text = re.sub("\x1b\\[[0-9;]*m", "", heard).replace("\r\n", "\n")
        return child.wait(), [line.rstrip() for line in text.splitlines()]

    return talk


KEYS = {"^C": b"\x03", "^D": b"\x04"}
IN_CHARGE = """
import fcntl, sys, termios
fcntl.ioctl(sys.stdin, termios.TIOCSCTTY, 0)  # so that Ctrl-C reaches it
from workshopcore.cli import main
main()
"""


def _said(terminal, pressed):
    """Return what is said next, ``""`` at the end.

    A key that is pressed in the instant before Python reads is not heard, so it is pressed
    again, as a person would.
    """
    for _ in range(60):
        if select.select([terminal], [], [], 1.0)[0]:
            try:
                return os.read(terminal, 4096).decode()
            except OSError:  # how a terminal says that nobody writes any more
                return ""
        if pressed:
            os.write(terminal, pressed)
    pytest.fail("nothing is said, and nothing is asked")
