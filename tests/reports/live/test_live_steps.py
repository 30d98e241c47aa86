"""Formats are asked beforehand: their steps, for every number of minutes they may get."""

import pytest

import workshopcore as wc
from workshopcore.agenda import run_sheet
from workshopcore.contracts.formats import FormatPlan, Step
from workshopcore.errors import FormatError
from workshopcore.model.length import Length
from workshopcore.reports.live.steps import session_plans


class Asked:
    """A format whose plan is made by a function of the minutes."""

    key, title, people = "asked", "Asked", (1, 99)

    def __init__(self, plan):
        self.plan, self.minutes = plan, []

    def length(self, people, options):
        return Length(20, 30, 40)

    def expand(self, request):
        self.minutes.append(request.minutes)
        return FormatPlan(self.plan(request.minutes))


@pytest.fixture
def plans(reading):
    """Return the steps and plans of the only session of a day."""

    def plans(plan):
        year = reading.one_day(wc.Session("asked"))
        asked = Asked(plan)
        day = run_sheet(year, "day", formats={"asked": asked}).day
        return session_plans(day, 0), asked

    return plans


def test_steps_that_never_change_are_said_once_with_their_bounds(plans):
    steps = [
        Step("Hear", Length(5, 10, 20), prompt="What is it?", arrangement="pairs"),
        Step("Tell", Length(15, 20, 20), times=3, round="Round 1 of 2", capture="a card"),
    ]
    found, asked = plans(lambda minutes: steps)
    assert found == {
        "steps": [
            {"name": "Hear", "how": "pairs", "prompt": "What is it?"},
            {
                "name": "Tell",
                "round": "Round 1 of 2",
                "how": "plenary",
                "capture": "a card",
                "times": 3,
            },
        ],
        "plans": [{"least": 20, "steps": ((0, 5, 10, 20), (1, 15, 20, 20))}],
    }
    assert set(asked.minutes) == {20, 40}


def test_steps_that_come_with_more_time_come_from_that_minute_on(plans):
    first, more = Step("Hear", Length(5, 10, 40)), Step("Again", Length(5, 5, 5))
    found, _ = plans(lambda minutes: [first, more] if minutes >= 33 else [first])
    assert [plan["least"] for plan in found["plans"]] == [20, 33]
    assert [step["name"] for step in found["steps"]] == ["Hear", "Again"]


def test_minutes_that_a_format_shares_out_as_the_run_sheet_does_are_not_said_each(plans):
    def plan(minutes):
        return [
            Step("Hear", Length(5, 10, 20), minutes=minutes - 10),
            Step("Tell", Length(10, 10, 10), minutes=10),
        ]

    found, _ = plans(lambda minutes: plan(min(minutes, 30)))
    assert found["plans"][0] == {"least": 20, "steps": ((0, 5, 10, 20), (1, 10, 10, 10))}


def test_minutes_of_its_own_are_said_for_every_number(plans):
    found, _ = plans(lambda minutes: [Step("All", Length(20, 30, 40), minutes=minutes // 3)])
    least = [(plan["least"], plan["steps"]) for plan in found["plans"]]
    assert least[0] == (20, ((0, 6),))
    assert least[-1] == (39, ((0, 13),))
    assert [dict(step) for step in found["steps"]] == [{"name": "All", "how": "plenary"}]


def test_format_that_cannot_run_at_all_has_none(plans):
    def refuse(minutes):
        raise FormatError("not today")

    assert plans(refuse)[0] == {}


def test_session_without_a_format_has_none(reading):
    day = run_sheet(reading.one_day(wc.Session(title="S", minutes=30)), "day", formats={}).day
    assert session_plans(day, 0) == {}
