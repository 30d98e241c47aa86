import io
from threading import Event

import pytest

from workshopcore.cli.waiting import waiting

FOREVER = 3600.0


class Screen(io.StringIO):
    """A terminal that tells when something appears on it."""

    def __init__(self):
        super().__init__()
        self.lit = Event()

    def write(self, text):
        written = super().write(text)
        if "Publishing" in text:
            self.lit.set()
        return written


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")


def test_waiting_says_nothing_outside_a_terminal(capsys):
    with waiting("Publishing", patience=0) as advance:
        advance(1, 3, "overview")

    assert capsys.readouterr() == ("", "")


def test_waiting_says_nothing_of_what_is_quick(terminal, capsys):
    with waiting("Publishing", patience=FOREVER) as advance:
        advance(1, 3, "overview")

    assert capsys.readouterr() == ("", "")


def test_waiting_shows_how_far_it_is_and_leaves_nothing(terminal, monkeypatch):
    screen = Screen()
    with monkeypatch.context() as patch:
        patch.setattr("sys.stderr", screen)
        with waiting("Publishing", patience=0) as advance:
            advance(1, 3, "[b]x\x1b[2J[/b]")
            assert screen.lit.wait(30)

    shown = screen.getvalue()
    assert "Publishing [b]x\\x1b[2J[/b]" in shown
    assert "1/3" in shown
    # The last thing done is to go back up and wipe the line.
    assert shown.endswith("\x1b[1A\x1b[2K")


def test_waiting_ends_with_what_it_waited_for(terminal, capsys):
    def fail():
        with waiting("Publishing", patience=FOREVER):
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert capsys.readouterr() == ("", "")
