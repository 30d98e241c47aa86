"""The page that runs the day does what the terminal's live mode does, key by key."""

import json
from datetime import UTC, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_days import random_sheet

from workshopcore.cli.live.entry import wall
from workshopcore.cli.live.fixed import fixed_times
from workshopcore.cli.live.press import press
from workshopcore.cli.live.state import State
from workshopcore.renderers.html.live import ENGINE, script_of
from workshopcore.reports.live.day import live_day
from workshopcore.reports.live.phrases import phrases

pytestmark = pytest.mark.browser

KEYS = {
    "s": "start",
    "e": "end",
    "+": "longer",
    "-": "shorter",
    "n": "another",
    "x": "leave out",
    "u": "undo",
    "1": "1",
    "2": "2",
}
PLAY = """
({ live, facts, moments }) => {
  const day = dayOf({ ...live, phrases });
  const wall = new Wall(day);
  const sitting = new Sitting(day, wall, factsFrom(facts), null);
  const clock = (moment) => (moment === null ? "" : wall.local(moment));
  const told = ([id, { start, end, fate }]) => [id, [clock(start), clock(end), fate]];
  return moments.map(([seconds, what]) => {
    const instant = wall.starts + seconds * 1000;
    sitting.press(what, instant);
    const course = sitting.at(instant);
    const lanes = course.lanes();
    return {
      said: sitting.said,
      facts: Object.fromEntries([...sitting.facts].map(told)),
      lasting: sitting.lasting,
      next: sitting.next(course) || "",
      lanes: lanes.map((lane) => [lane.path, lane.titles]),
      chosen: sitting.lane(course).path,
      coming: lanes.map((lane) => course.coming(lane)),
      running: lanes.map((lane) => (course.running(lane) || { number: "" }).number),
      expected: lanes.map((lane) => (course.expected(lane) || { number: "" }).number),
      fixed: course.fixedTimes().map(({ at, minutes }) => [wall.local(at), minutes]),
    };
  });
}
"""
SAME_WORDS = ("Started", "Ended", "Left out", "Pressed twice", "Taken back")


@pytest.fixture(scope="module")
def play(chromium):
    context = chromium.new_context(offline=True)
    page = context.new_page()
    script = script_of((*ENGINE, "record", "course", "press"))
    words = json.dumps(phrases())

    def play(values):
        body = f"{script}\nconst phrases = {words};\nreturn ({PLAY})(values);"
        return page.evaluate(f"(values) => {{ {body} }}", values)

    yield play
    context.close()


def in_terminal(sheet, moments):
    """Return what the terminal's live mode makes of the same keys."""
    state = State(sheet)
    found = []
    for seconds, what in moments:
        key = next(key for key, name in KEYS.items() if name == what)
        now = (sheet.starts.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(
            sheet.starts.tzinfo
        )
        state, _ = press(state, key, now)
        course = state.at(now)
        lanes = course.lanes()
        following = state.next(course)
        numbers = sheet.day.numbers
        on = [course.running(lane) for lane in lanes]
        should_be = [course.expected(lane) for lane in lanes]
        found.append(
            {
                "said": state.said,
                "facts": {each.session: told(each) for each in state.actuals},
                "lasting": dict(state.lasting),
                "next": following.path if following else "",
                "lanes": [[lane.path, list(lane.titles)] for lane in lanes],
                "chosen": state.lane(course).path,
                "coming": [[item.path for item in course.coming(lane)] for lane in lanes],
                "running": [numbers[each[0].path] if each else "" for each in on],
                "expected": [numbers[each.path] if each else "" for each in should_be],
                "fixed": [[local(each.at), each.minutes] for each in fixed_times(course.sheet)],
            }
        )
    return found


def told(actual):
    edges = (actual.start, actual.end)
    return [*(moment.isoformat() if moment else "" for moment in edges), actual.fate]


def local(moment):
    return wall(moment).isoformat()


@st.composite
def pressed(draw):
    """Keys at moments that only ever go on, now and then two within a moment."""
    seconds = draw(st.integers(-1800, 600))
    found = []
    for _ in range(draw(st.integers(1, 14))):
        seconds += draw(st.sampled_from([1, 1, 59, 300, 300, 630, 1200]))
        found.append([seconds, KEYS[draw(st.sampled_from("ssssse+-nxu12"))]])
    return found


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rng=st.randoms(use_true_random=False), moments=pressed())
def test_keys_do_on_the_page_what_they_do_in_the_terminal(play, rng, moments):
    check_same(play, random_sheet(rng), moments)


@pytest.mark.deep
@settings(
    max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rng=st.randoms(use_true_random=True), moments=pressed())
def test_thousands_of_sittings_go_as_in_the_terminal(play, rng, moments):
    check_same(play, random_sheet(rng), moments)


def check_same(play, sheet, moments):
    on_page = play({"live": live_day(sheet), "facts": {}, "moments": moments})
    wanted = in_terminal(sheet, moments)
    for there, here in zip(on_page, wanted, strict=True):
        said = there.pop("said"), here.pop("said")
        assert there == here
        # The page says more, as somebody who cannot see it needs it said.
        if any(each.startswith(SAME_WORDS) for each in said):
            assert said[0] == said[1]
