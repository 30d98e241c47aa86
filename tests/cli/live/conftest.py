"""A morning with a talk, an expert, two tracks and a closing, and somebody who runs it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from attrs import frozen
from rich.console import Console

import workshopcore as wc
from workshopcore.agenda import run_sheet
from workshopcore.cli.live.loop import Day
from workshopcore.cli.live.press import press
from workshopcore.cli.live.record import FileRecord, Rehearsal
from workshopcore.cli.live.state import State

MORNING = """\
title = "Harbour team: a year of change"
time_zone = "Europe/London"
people = [
  { name = "Amina Yusuf" },
  { name = "Tomasz Zielak" },
  { name = "Mei Tanaka" },
  { name = "Rosa Lindqvist", role = "facilitator" },
  { name = "Ines Duarte", role = "expert" },
]

[[workshops]]
id = "w"
title = "Where are we now?"
start = 2027-01-19T09:00:00
end = 2027-01-19T13:00:00
agenda = [
  { id = "talk", title = "Talk", minutes = [20, 40, 60] }, # the long one
  { id = "game", title = "Game", minutes = [10, 15, 20], priority = "could" },
  { kind = "buffer", minutes = [0, 5, 20] },
  { kind = "break", minutes = [10, 15, 20] },
  { id = "expert", title = "Expert", minutes = [30, 45, 60] },
  { kind = "parallel", tracks = [{ title = "Red", agenda = [\
{ id = "red-1", title = "Red one", minutes = [10, 20, 30] }, \
{ id = "red-2", title = "Red two", minutes = [10, 20, 30] }] }, { title = "Blue", agenda = [\
{ id = "blue-1", title = "Blue one", minutes = [20, 40, 50] }, \
{ kind = "buffer", minutes = [0, 0, 10] }] }] },
  { kind = "break", minutes = [10, 15, 20] },
  { id = "plan", format = "action-planning", title = "Plan", minutes = [20, 40, 50] },
  { id = "close", title = "Close", minutes = [5, 10, 15] },
]

[[experts]]
expert = "ines-duarte"
topic = "Choice"
session = "w/expert"
"""

LONDON = ZoneInfo("Europe/London")


def clock(text: str) -> datetime:
    """Return a moment of that morning: 09:20, or 09:20:30."""
    return datetime.fromisoformat(f"2027-01-19T{text}").replace(tzinfo=LONDON)


def planned(programme):
    return run_sheet(programme, "w", formats={})


@frozen
class Player:
    """Presses keys at moments, in a state of its own."""

    def play(self, state, *moments):
        """Press keys, given as ``"09:00 s"``, and return the state they lead to."""
        for moment in moments:
            time, key = moment.split(" ", 1)
            state, _ = press(state, key, clock(time))
        return state


@pytest.fixture
def morning(folder):
    """The programme file of that morning."""
    file = folder / "morning.toml"
    file.write_text(MORNING, encoding="utf-8")
    return file


@pytest.fixture
def programme(morning):
    return wc.load(morning)


@pytest.fixture
def state(programme):
    """That morning before anything happened."""
    return State(planned(programme))


@pytest.fixture
def play():
    return Player().play


@pytest.fixture
def on_record():
    """Tell what a state or a programme has on record, as text."""

    def on_record(found):
        actuals = found.actuals if isinstance(found, State) else found.workshop("w").actuals
        return [_told(actual) for actual in actuals]

    return on_record


def _told(actual):
    moments = [f"{moment:%H:%M}" if moment else "" for moment in (actual.start, actual.end)]
    span = "-".join(moments)
    return f"{actual.session} {span}" if actual.fate == "done" else f"{actual.session} cut"


class Script:
    """A keyboard and a clock: keys that come at moments, each of which is a look."""

    def __init__(self, *moments, other=None):
        self._moments = [moment.split(" ", 1) for moment in moments]
        self._other = other or {}
        self.now = clock(self._moments[0][0])

    def clock(self):
        return self.now

    def read(self, seconds):
        assert 0 < seconds <= 1
        if not self._moments:
            return ("closed",)
        time, keys = self._moments.pop(0)
        self.now = clock(time)
        if keys in self._other:
            self._other[keys]()
            return ()
        return (keys,) if keys != "wait" else ()


@pytest.fixture
def sit(morning):
    """Run a whole sitting on the file from a script; return the day and all that was shown."""

    def sit(*moments, other=None, rehearse=False):
        script = Script(*moments, other=other)
        record = Rehearsal(wc.load(morning), "w") if rehearse else FileRecord(morning, "w")
        day = Day(record, planned, script.clock)
        looks = []
        day.follow(script, lambda look: looks.append(text_of(look)), lambda: 40)
        return day, looks

    return sit


def text_of(look, width=100):
    """Return what there is to see, as text without colours."""
    console = Console(width=width, height=60, color_system=None, force_terminal=True)
    with console.capture() as capture:
        console.print(look)
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


@pytest.fixture
def shown():
    return text_of


@pytest.fixture
def with_agenda():
    """Return the state of a morning with another agenda."""

    def with_agenda(*agenda, formats=None, people=6):
        programme = wc.Programme(
            title="Y",
            time_zone="Europe/London",
            people=[wc.Person(f"P{number}") for number in range(people)],
            workshops=[
                wc.Workshop("W", start="2027-01-19T09:00", end="2027-01-19T13:00", agenda=agenda)
            ],
        )
        return State(run_sheet(programme, "w", formats=formats or {}))

    return with_agenda


@pytest.fixture
def at():
    return clock
