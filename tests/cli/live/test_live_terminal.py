"""The real command, on a terminal of its own, with a real clock."""

import os
import re
import select
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

import workshopcore as wc

pty = pytest.importorskip("pty", reason="needs a pseudo-terminal")

PATIENCE = 60
"""Seconds after which something that should appear on the screen never will."""


class Screen:
    """A terminal with the command on it."""

    def __init__(self, folder, arguments, **environment):
        self._outer, inner = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "workshopcore.cli", *arguments],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            cwd=folder,
            env={
                **os.environ,
                "TERM": "xterm-256color",
                "COLUMNS": "100",
                "LINES": "40",
                **environment,
            },
            start_new_session=True,
        )
        os.close(inner)
        self._seen = ""
        self.everything = ""

    def wait_for(self, text):
        """Wait until something appears that was not there before."""
        while text not in _words(self._seen):
            ready, _, _ = select.select([self._outer], [], [], PATIENCE)
            assert ready, f"{text!r} did not appear: {_words(self._seen)[-2000:]}"
            new = self._read()
            assert new, f"{text!r} did not appear: {_words(self._seen)[-2000:]}"
            self._seen += new
            self.everything += new
        self._seen = ""

    def press(self, keys):
        os.write(self._outer, keys.encode())

    def hang_up(self):
        """Close the terminal, and wait for the command to notice."""
        os.close(self._outer)
        self._process.wait(PATIENCE)

    def signal(self, number):
        self._process.send_signal(number)

    def end(self):
        """Return the exit code, once all that is still to be shown was shown."""
        while new := self._patiently():
            self.everything += new
        os.close(self._outer)
        return self._process.wait(PATIENCE)

    def _patiently(self):
        ready, _, _ = select.select([self._outer], [], [], PATIENCE)
        assert ready, "it does not end, and shows nothing more"
        return self._read()

    def _read(self):
        try:
            return os.read(self._outer, 65536).decode(errors="replace")
        except OSError:  # how a terminal says that nobody writes any more
            return ""


def _words(shown):
    return re.sub("\x1b\\[[0-9;?]*[A-Za-z]", "", shown)


@pytest.fixture
def today(folder):
    """A programme whose workshop began half an hour ago, wherever this runs."""
    start = datetime.now(UTC).replace(tzinfo=None, second=0, microsecond=0) - timedelta(minutes=30)
    workshop = wc.Workshop(
        "Where are we now?",
        id="w",
        start=start,
        end=start + timedelta(hours=3),
        agenda=[
            wc.Session(title="Talk", minutes=(20, 40, 60)),
            wc.Break((10, 15, 20)),
            wc.Session(title="[red]Plan[/red]", id="plan", minutes=(20, 40, 50)),
        ],
    )
    file = folder / "today.toml"
    wc.save(wc.Programme(title="Y", time_zone="UTC", workshops=[workshop]), file)
    return file


@pytest.fixture
def live(folder):
    def live(*arguments, **environment):
        return Screen(folder, ["run-sheet", *arguments, "--live"], **environment)

    return live


def actuals(file):
    return wc.load(file).workshop("w").actuals


def test_live_records_what_is_pressed_and_goes_on_the_next_time(live, today):
    screen = live("today.toml")
    screen.wait_for("? Talk was to be on")
    screen.press("s")
    screen.wait_for("● Talk")
    assert [actual.session for actual in actuals(today)] == ["talk"]
    screen.press("q")
    assert screen.end() == 0

    again = live("today.toml", "w")
    again.wait_for("● Talk")
    again.press("e")
    again.wait_for("Ended Talk")
    again.press("q")
    assert again.end() == 0
    (talk,) = actuals(today)
    assert talk.end is not None


def test_live_puts_the_screen_back_as_it_was(live, today):
    screen = live("today.toml")
    screen.wait_for("? Talk was to be on")
    screen.press("q")
    screen.end()
    assert screen.everything.count("\x1b[?1049h") == screen.everything.count("\x1b[?1049l") == 1
    _, _, after = screen.everything.rpartition("\x1b[?25l")
    assert "\x1b[?25h" in after


@pytest.mark.parametrize(
    ("how", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (getattr(signal, "SIGHUP", 1), 129)],
)
def test_live_that_is_stopped_has_recorded_everything(live, today, how, code):
    screen = live("today.toml")
    screen.wait_for("? Talk was to be on")
    screen.press("s")
    screen.wait_for("● Talk")
    screen.signal(how)
    assert screen.end() == code
    assert [actual.session for actual in actuals(today)] == ["talk"]
    assert "\x1b[?1049l" in screen.everything


def test_live_ends_on_ctrl_c_even_where_its_parent_ignores_it(live, today):
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        screen = live("today.toml")
    finally:
        signal.signal(signal.SIGINT, before)
    screen.wait_for("? Talk was to be on")
    screen.signal(signal.SIGINT)
    assert screen.end() == 130


def test_live_whose_terminal_is_closed_has_recorded_everything(live, today):
    screen = live("today.toml")
    screen.wait_for("? Talk was to be on")
    screen.press("s")
    screen.wait_for("● Talk")
    screen.hang_up()
    assert [actual.session for actual in actuals(today)] == ["talk"]


def test_live_says_at_the_end_what_could_not_be_saved(live, today, folder):
    screen = live("today.toml")
    screen.wait_for("? Talk was to be on")
    today.write_text(today.read_text(encoding="utf-8") + "[[", encoding="utf-8")
    screen.press("s")
    screen.wait_for("NOT SAVED")
    screen.press("q")
    assert screen.end() == 2
    told = " ".join(_words(screen.everything).split())
    assert "Not saved: 1 entry. It is kept in today.w.unsaved.json" in told
    assert (folder / "today.w.unsaved.json").exists()


def test_live_shows_text_of_a_file_as_it_is(live, today):
    screen = live("today.toml")
    screen.wait_for("[red]Plan[/red]")
    screen.press("q")
    assert screen.end() == 0


def test_rehearsal_can_be_had_on_any_day(live, folder, morning):
    before = morning.read_bytes()
    screen = live("morning.toml", "--rehearse")
    screen.wait_for("a rehearsal: nothing is recorded")
    screen.press("s")
    screen.wait_for("● Talk  09:00")
    screen.press("q")
    assert screen.end() == 0
    assert morning.read_bytes() == before


def test_live_on_another_day_is_refused_with_the_cure(live, morning):
    screen = live("morning.toml")
    assert screen.end() == 2
    told = " ".join(screen.everything.split())
    assert "'Where are we now?' is from 2027-01-19 09:00 to 2027-01-19 13:00" in told
    assert told.endswith("to try it out, add --rehearse")


def test_live_on_a_terminal_that_cannot_be_redrawn_is_refused(live, today):
    screen = live("today.toml", TERM="dumb")
    assert screen.end() == 2
    assert "TERM is dumb" in screen.everything


def test_live_without_a_terminal_is_refused(run, morning):
    result = run("run-sheet", "morning.toml", "--live")
    assert result.exit_code == 2
    assert result.stderr == (
        "Error: --live needs a terminal to draw on and keys to read: run it in one,"
        " or ask once with --now\n"
    )
