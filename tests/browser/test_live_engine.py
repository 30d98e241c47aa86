"""The engine of the page that runs the day gives what `RunSheet.replan` gives.

Both are tested with one file of vectors (tests/agenda/data/replan.json), and then with days that
nobody has seen before.
"""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_days import random_moment, random_sheet
from replan_answers import answer

import workshopcore as wc
from workshopcore.renderers.html.live import ENGINE, script_of
from workshopcore.reports.live.day import live_day
from workshopcore.reports.live.phrases import phrases
from workshopcore.reports.live.steps import session_plans

pytestmark = pytest.mark.browser

AGENDA = Path(__file__).parents[1] / "agenda"
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "adult-social-care" / "programme.toml"
ANSWERS = """
(cases) => cases.map(({ live, moment }) => {
  const day = dayOf({ ...live, phrases });
  const wall = new Wall(day);
  const facts = new Map(
    Object.entries(moment.facts).map(([id, fact]) => [id, { start: null, end: null, ...fact }]),
  );
  const id = (number) => (number === null ? "" : day.items[number].id);
  let sheet;
  try {
    sheet = replan(day, wall, { ...moment, facts });
  } catch (error) {
    if (error instanceof RangeError) return { refused: true };
    throw error;
  }
  return {
    rows: sheet.rows.map(({ number, start, minutes, state }) => [
      id(number), wall.local(start), wall.local(start + minutes), minutes, state,
    ]),
    finishes: wall.local(sheet.finishes),
    cuts: sheet.cuts.map(id),
    clashes: sheet.clashes.map(({ number, at, minutes }) => [id(number), wall.local(at), minutes]),
    slack: Object.fromEntries(sheet.fixed.map(({ number, minutes }) => [id(number), minutes])),
    changes: changesOf(day, wall, sheet),
    reason: whyNot(day, wall, sheet),
  };
})
"""
STEPS = """
(wanted) => wanted.map(({ item, start, minutes }) =>
  stepsOf(item, start, minutes).map((each) => [each.step.name, each.start, each.minutes]))
"""


@pytest.fixture(scope="module")
def engine(chromium):
    """Return what calls a function in the page's engine, on a page that has nothing else."""
    context = chromium.new_context(offline=True)
    page = context.new_page()
    words = json.dumps(phrases())
    body = f"{script_of(ENGINE)}\nconst phrases = {words};"

    def call(function, values):
        return page.evaluate(f"(values) => {{ {body}\nreturn ({function})(values); }}", values)

    yield call
    context.close()


def test_engine_times_every_moment_of_the_vectors_as_they_say(engine):
    found = json.loads((AGENDA / "data" / "replan.json").read_text(encoding="utf-8"))
    cases = [
        {"live": found["days"][case["day"]]["live"], "moment": case["moment"]}
        for case in found["cases"]
    ]
    answers = engine(ANSWERS, cases)
    wanted = {case["name"]: case["expect"] for case in found["cases"]}
    assert dict(zip(wanted, answers, strict=True)) == wanted


def check_same(engine, rng, moments):
    """Compare both on some moments of a random day."""
    sheet = random_sheet(rng)
    drawn = [random_moment(rng, sheet) for _ in range(moments)]
    live = live_day(sheet)
    answers = engine(ANSWERS, [{"live": live, "moment": moment} for moment in drawn])
    assert answers == [answer(sheet, moment) for moment in drawn]


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rng=st.randoms(use_true_random=False))
def test_engine_times_any_day_as_python_does(engine, rng):
    check_same(engine, rng, moments=5)


@pytest.mark.deep
@settings(
    max_examples=4000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rng=st.randoms(use_true_random=True))
def test_engine_times_thousands_of_days_as_python_does(engine, rng):
    check_same(engine, rng, moments=5)


def test_steps_of_every_session_are_as_in_the_run_sheet_whatever_minutes_it_gets(engine):
    programme = wc.load(EXAMPLE)
    toolkit = wc.Toolkit(discover=False)
    asked, wanted = [], []
    for workshop in programme.in_order:
        sheet = toolkit.run_sheet(programme, workshop.id)
        day = sheet.day
        for number, item in enumerate(day.items):
            plans = session_plans(day, number)
            for minutes in range(item.part.shortest, item.part.longest + 1) if plans else ():
                plan = day.plan(number, minutes)
                asked.append({"item": plans, "start": 0, "minutes": minutes})
                wanted.append(timed(plan))
    assert len(asked) > 500
    assert engine(STEPS, asked) == wanted


def timed(plan):
    """Return the steps of a plan that get any time, each with its start and its minutes."""
    found, start = [], 0
    for step in plan.steps:
        if step.minutes:
            found.append([step.name, start, step.minutes])
            start += step.minutes
    return found
