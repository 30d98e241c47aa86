"""Who, then what, then by when; and passing it on."""

from datetime import date

import pytest
from action_years import DAYS, PEOPLE, years
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.actions import allocate, answering, plan, reassign
from workshopcore.errors import IllegalMoveError, UnknownKeyError


@pytest.fixture
def year():
    return wc.Programme(
        title="A year",
        people=[wc.Person("Amina", id="amina"), wc.Person("Ben", id="ben")],
        objectives=[wc.Objective("Shorter waits", id="waits")],
        workshops=[
            wc.Workshop(
                "One",
                start="2027-01-19T09:30",
                end="2027-01-20T12:30",
                agenda=[
                    wc.Session("action-planning", id="first-round"),
                    wc.Session("check-in", id="round"),
                    wc.Session("action-planning", id="planning"),
                    wc.Session("check-out", id="close"),
                ],
            ),
            wc.Workshop("Two", start="2027-03-09T09:30", end="2027-03-09T16:30"),
        ],
    )


def test_allocated_action_is_agreed_on_the_last_day_and_comes_from_the_closing_planning(year):
    agreed = allocate(year, "one", "amina", "Draft the rota")
    assert agreed == wc.Action(
        "Draft the rota",
        "amina",
        "2027-03-02",
        id="draft-the-rota",
        origin="one/planning",
        agreed="2027-01-20",
    )


def test_everything_that_the_group_agreed_is_kept(year):
    agreed = allocate(
        year,
        "one",
        "ben",
        "Draft the rota",
        "2027-02-01",
        session="round",
        objective="waits",
        supporters=[wc.Supporter("amina", "consulted")],
        effort=6,
        evidence_required="The rota on the wall",
        id="rota",
    )
    assert agreed == wc.Action(
        "Draft the rota",
        "ben",
        "2027-02-01",
        id="rota",
        supporters=[wc.Supporter("amina", "consulted")],
        objective="waits",
        origin="one/round",
        agreed="2027-01-20",
        effort=6,
        evidence_required="The rota on the wall",
    )


def test_last_workshop_gives_no_date_and_one_without_planning_is_the_origin(year):
    agreed = allocate(year, "two", "ben", "Draft the rota")
    assert (agreed.origin, agreed.due) == ("two", None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"owner": "amin"},
        {"workshop": "on"},
        {"objective": "wait"},
        {"session": "plan"},
    ],
)
def test_unknown_names_are_refused(year, wrong):
    given = {"workshop": "one", "owner": "amina", "statement": "Draft the rota"} | wrong
    with pytest.raises(UnknownKeyError, match=next(iter(wrong.values()))):
        allocate(year, **given)


def test_due_before_it_is_agreed_is_refused(year):
    with pytest.raises(wc.ProgrammeError, match="2027-01-20"):
        allocate(year, "one", "amina", "Draft the rota", "2027-01-19")


@pytest.fixture
def busy(year):
    year = year.with_action(allocate(year, "one", "amina", "Draft the rota", id="rota"))
    year = year.with_action(allocate(year, "one", "amina", "Book the hall", id="hall"))
    return year.with_update("hall", wc.Update("2027-02-01", "done"))


def test_open_actions_change_hands_with_the_reason(busy):
    after = reassign(busy, "amina", "ben", "2027-02-05", "Amina moves to housing", by="ben")
    update = wc.Update("2027-02-05", owner="ben", note="Amina moves to housing", by="ben")
    assert after.action("rota").updates == (update,)
    assert after.action("hall") == busy.action("hall")
    assert [each.owner for each in plan(after, "2027-02-04")] == ["amina", "amina"]
    assert [each.owner for each in plan(after, "2027-02-05")] == ["ben", "amina"]


def test_handing_over_twice_changes_nothing_more(busy):
    after = reassign(busy, "amina", "ben", "2027-02-05", "Amina moves to housing")
    assert reassign(after, "amina", "ben", "2027-02-06", "Again") == after


def test_some_may_be_handed_over_alone(busy):
    more = busy.with_action(allocate(busy, "one", "amina", "Ring the homes", id="ring"))
    after = reassign(more, "amina", "ben", "2027-02-05", "Too much for one", only=["ring"])
    assert [action.owner_on(date(2027, 2, 5)) for action in after.actions] == [
        "amina",
        "amina",
        "ben",
    ]


def test_action_that_is_not_theirs_or_not_open_is_refused(busy):
    with pytest.raises(IllegalMoveError, match=r"'hall'.* theirs are rota"):
        reassign(busy, "amina", "ben", "2027-02-05", "Leaves", only=["hall"])
    with pytest.raises(IllegalMoveError, match="theirs are none"):
        reassign(busy, "ben", "amina", "2027-02-05", "Leaves", only=["rota"])


def test_hand_over_without_a_reason_is_refused(busy):
    with pytest.raises(IllegalMoveError, match="say why"):
        reassign(busy, "amina", "ben", "2027-02-05", " ")


@given(years(), st.sampled_from(PEOPLE), st.sampled_from(PEOPLE), DAYS)
def test_nobody_who_handed_everything_over_answers_for_an_open_action(programme, person, to, day):
    last = max(
        (entry.on for action in programme.actions for entry in action.history()), default=day
    )
    on = max(day, last)
    after = reassign(programme, person, to, on, "Leaves")
    before, now = plan(programme, on), plan(after, on)
    assert [(each.action.id, each.status, each.due) for each in before] == [
        (each.action.id, each.status, each.due) for each in now
    ]
    left = [answering(after, each.owner, on) for each in now if each.is_open]
    taker = answering(programme, to, on)
    if person not in (to, taker.id if taker else ""):
        assert person not in [each.id for each in left if each]
