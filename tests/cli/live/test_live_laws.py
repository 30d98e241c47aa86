"""Whatever is pressed whenever: the record stays well-formed, and what is fixed stays put."""

import itertools
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.agenda import run_sheet
from workshopcore.cli.live.loop import Day
from workshopcore.cli.live.press import press
from workshopcore.cli.live.record import FileRecord
from workshopcore.cli.live.state import State

BREAKS = [wc.Break((10, 15, 20), id=f"break-{number}") for number in (1, 2)]
AGENDA = [
    wc.Session(title="Talk", minutes=(20, 40, 60)),
    wc.Session(title="Game", minutes=(10, 15, 20), priority="could"),
    wc.Buffer((0, 5, 20), id="spare"),
    BREAKS[0],
    wc.Session(title="Expert", minutes=(30, 45, 60)),
    wc.Parallel(
        [
            wc.Track(
                "Red",
                [
                    wc.Session(title="Red one", minutes=(10, 20, 30)),
                    wc.Session(title="Red two", minutes=(10, 20, 30), priority="could"),
                ],
            ),
            wc.Track("Blue", [wc.Session(title="Blue one", minutes=(20, 40, 50))]),
        ]
    ),
    BREAKS[1],
    wc.Session("action-planning", title="Plan", minutes=(20, 40, 50)),
    wc.Session(title="Close", minutes=(5, 10, 15)),
]
PROGRAMME = wc.Programme(
    title="Y",
    time_zone="Europe/London",
    people=[wc.Person("Amina Yusuf"), wc.Person("Ines Duarte", role="expert")],
    workshops=[
        wc.Workshop("W", id="w", start="2027-01-19T09:00", end="2027-01-19T13:00", agenda=AGENDA)
    ],
    experts=[wc.ExpertEngagement("ines-duarte", "Choice", session="w/expert")],
)


def planned(programme):
    return run_sheet(programme, "w", formats={})


PLAN = planned(PROGRAMME)
STEPS = st.lists(
    st.tuples(
        st.timedeltas(timedelta(minutes=-5), timedelta(minutes=45)), st.sampled_from("sse+-nxu12?z")
    ),
    max_size=25,
)


def played(steps):
    """Yield every state that some keys lead through, with the key and the moment."""
    state, now = State(PLAN), PLAN.starts - timedelta(minutes=20)
    for step, key in steps:
        now += step
        state, _ = press(state, key, now)
        yield state, key, now


def lanes():
    """Return which things come one after another, by what their paths have in common."""
    slots = PLAN.workshop.slots()
    found = itertools.groupby(
        sorted((path.rpartition("[")[0], slot.id) for path, slot in slots), lambda pair: pair[0]
    )
    return [[name for _, name in lane] for _, lane in found]


LANES = lanes()


def check_record(actuals):
    """Check that each is there once, ends after it began, and goes on alone in its track."""
    names = [actual.session for actual in actuals]
    assert len(set(names)) == len(names)
    for actual in actuals:
        assert actual.end is None or (actual.start is not None and actual.start <= actual.end)
        assert actual.fate == "done" or actual.start is None
    on = {actual.session for actual in actuals if actual.start and not actual.end}
    assert all(len(on & set(lane)) <= 1 for lane in LANES)


@given(STEPS)
def test_record_is_well_formed_whatever_is_pressed(steps):
    for state, _, _ in played(steps):
        check_record(state.actuals)


@given(STEPS)
def test_fact_is_rewritten_by_undo_alone(steps):
    before = {}
    for state, key, _ in played(steps):
        after = state.facts
        if key != "u":
            for name, fact in before.items():
                assert after[name].start == fact.start
                assert fact.end is None or after[name] == fact
                assert fact.fate == "done" or after[name] == fact
        before = after


@given(STEPS)
def test_undo_brings_back_what_was(steps):
    for state, _, now in played(steps):
        for key in "se+-x":
            later = now + timedelta(seconds=5)
            after, _ = press(state, key, later)
            if after.moves != state.moves:
                back, _ = press(after, "u", later)
                assert (back.actuals, back.lasting) == (state.actuals, state.lasting)


def check_fixed(state, now):
    """Check that the expert and the closing are where they were announced, or that it is said."""
    sheet = state.at(now).sheet
    for name in ("expert", "plan"):
        row, fact = sheet.row(name), state.facts.get(name)
        if sheet.reason or fact is not None or (row is not None and row.state != "planned"):
            continue
        assert row is not None, f"{name} is never left out"
        assert row.start == PLAN.row(name).start
    if any(row.state != "done" for row in sheet.rows if row.slot):
        assert sheet.reason or sheet.finishes <= sheet.ends


@given(STEPS)
def test_expert_and_closing_stay_put_whatever_is_pressed(steps):
    for state, _, now in played(steps):
        check_fixed(state, now)


@given(st.lists(st.integers(0, 70), min_size=4, max_size=9))
def test_expert_and_closing_stay_put_on_a_morning_of_overruns_minute_by_minute(lengths):
    state, now = State(PLAN), PLAN.starts
    for length in lengths:
        state, _ = press(state, "s", now)
        for _ in range(length):
            now += timedelta(minutes=1)
            check_fixed(state, now)


class Keys:
    """A keyboard with a clock that goes on with each key."""

    def __init__(self, steps):
        self._steps, self.now = list(steps), PLAN.starts

    def clock(self):
        return self.now

    def read(self, seconds):
        if not self._steps:
            return ("closed",)
        step, key = self._steps.pop(0)
        self.now += step
        return (key,)


@given(st.lists(st.lists(STEPS.map(lambda steps: steps[:1]), max_size=4), max_size=2))
def test_file_has_all_that_happened_however_often_it_is_started_again(sittings):
    with TemporaryDirectory() as folder:
        file = Path(folder, "year.toml")
        wc.save(PROGRAMME, file)
        happened = ()
        for steps in sittings:
            keys = Keys([step for found in steps for step in found])
            day = Day(FileRecord(file, "w"), planned, keys.clock)
            assert day.state.actuals == happened
            day.follow(keys, lambda look: None, lambda: 40)
            happened = wc.load(file).workshop("w").actuals
            assert happened == day.state.actuals
            check_record(happened)
