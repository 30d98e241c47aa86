from datetime import date

import pytest
from action_years import DAYS, PEOPLE, years
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.actions import answering, hand_over, plan
from workshopcore.errors import AsOfRequiredError, UnknownKeyError


def action(id, owner, *updates, **more):
    return wc.Action(f"Do {id}", owner, id=id, agreed="2027-01-19", updates=updates, **more)


def year(*actions, ben=None, **amina):
    return wc.Programme(
        title="A year",
        people=[
            wc.Person("Amina", id="amina", **amina),
            wc.Person("Ben", id="ben", left=ben, successor="chidi" if ben else ""),
            wc.Person("Chidi", id="chidi"),
        ],
        actions=actions,
    )


def ids(standings):
    return [each.action.id for each in standings]


def test_hand_over_lists_the_open_actions_of_a_leaver():
    programme = year(
        action("a", "amina"),
        action("b", "amina", wc.Update("2027-02-01", "done")),
        action("c", "chidi"),
        left="2027-03-31",
    )
    found = hand_over(programme, "amina", "2027-03-01")
    assert (ids(found.actions), found.successor) == (["a"], None)
    assert found.person.left == date(2027, 3, 31)


def test_hand_over_names_the_successor():
    programme = year(action("a", "amina"), left="2027-03-31", successor="chidi")
    before, after = (hand_over(programme, "amina", day) for day in ("2027-03-01", "2027-04-30"))
    assert [found.successor.id for found in (before, after)] == ["chidi", "chidi"]
    assert [ids(found.actions) for found in (before, after)] == [["a"], ["a"]]


def test_successor_who_left_meanwhile_passes_on():
    programme = year(action("a", "amina"), left="2027-02-01", successor="ben", ben="2027-03-01")
    assert hand_over(programme, "amina", "2027-02-15").successor.id == "ben"
    assert hand_over(programme, "amina", "2027-03-15").successor.id == "chidi"


def test_actions_that_a_leaver_took_over_are_handed_over_too():
    programme = year(action("a", "amina"), action("b", "ben"), left="2027-02-01", successor="ben")
    assert ids(hand_over(programme, "ben", "2027-02-15").actions) == ["a", "b"]
    assert ids(hand_over(programme, "ben", "2027-01-31").actions) == ["b"]


def test_nobody_is_their_own_successor():
    programme = year(action("a", "amina"), successor="amina")
    assert hand_over(programme, "amina", "2027-02-15").successor is None


def test_hand_over_lists_what_a_leaver_supports():
    programme = year(action("a", "chidi", supporters=[wc.Supporter("amina")]), action("b", "ben"))
    found = hand_over(programme, "amina", "2027-02-15")
    assert (ids(found.actions), ids(found.supported)) == ([], ["a"])


def test_hand_over_needs_a_day_and_a_person():
    with pytest.raises(AsOfRequiredError):
        hand_over(year(), "amina", None)
    with pytest.raises(UnknownKeyError, match="Did you mean 'amina'"):
        hand_over(year(), "anima", "2027-02-15")


@given(years(), st.sampled_from(PEOPLE), DAYS)
def test_everything_that_somebody_answers_for_is_handed_over(programme, person, on):
    handed = set(ids(hand_over(programme, person, on).actions))
    for each in plan(programme, on):
        owner = each.owner
        answers = answering(programme, owner, on)
        if each.is_open and (owner == person or (answers and answers.id == person)):
            assert each.action.id in handed
    assert handed <= set(ids(each for each in plan(programme, on) if each.is_open))
