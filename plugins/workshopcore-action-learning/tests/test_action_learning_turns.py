"""Whose turn it is, over a year of workshops."""

from collections import Counter
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc

# Enough invented people for two large sets.
PEOPLE = [f"Person {letter}" for letter in "ABCDEFGHIJKLMNOPQRST"]


def test_first_workshop_hears_the_first_of_the_team(year, plan, note):
    found = plan(year(), "w1")

    assert note(found, "Presenting today:") == ["Amina Yusuf", "Jo Park", "Li Wei"]
    assert note(found, "First next time:") == ["Sam Osei", "Ines Duarte", "Tariq Haddad"]


def test_unheard_come_first_next_time(year, plan, note):
    found = plan(year(workshops=2), "w2")

    assert note(found, "Presenting today:") == ["Sam Osei", "Ines Duarte", "Tariq Haddad"]
    assert note(found, "First next time:") == ["Amina Yusuf", "Jo Park", "Li Wei"]


def test_rounds_name_their_presenter(year, plan):
    prompts = [step.prompt for step in plan(year(), "w1").steps if "Set out" in step.name]

    assert [prompt.partition(". ")[0] for prompt in prompts] == [
        "Presenting: Amina Yusuf",
        "Presenting: Jo Park",
        "Presenting: Li Wei",
    ]


def test_rounds_of_several_sets_name_one_for_each(year, plan):
    steps = plan(year(people=PEOPLE[:9], minutes=210), "w1").steps
    prompts = [step.prompt.partition(". ")[0] for step in steps if "Set out" in step.name]

    assert prompts[0] == "Presenting: Person A (set 1), Person F (set 2)"
    assert prompts[4] == "Presenting: Person E (set 1)"


@given(
    people=st.integers(4, 20),
    workshops=st.integers(1, 6),
    minutes=st.integers(66, 330),
)
def test_nobody_presents_twice_before_everybody_of_the_set_did(
    year, plan, presenting, people, workshops, minutes
):
    programme = year(people=PEOPLE[:people], workshops=workshops, minutes=minutes)
    turns = Counter()
    for workshop in programme.workshops:
        found = plan(programme, workshop.id)
        for learning_set, presenters in zip(
            sets_of(PEOPLE[:people], found), presenting(found), strict=True
        ):
            # The law of DOMAIN section 2: k = min(size, (T - open - close) / airtime).
            assert len(presenters) == min(len(learning_set), (minutes - 30) // 36)
            assert len(set(presenters)) == len(presenters)
            turns.update(presenters)
            heard = [turns[person] for person in learning_set]
            assert max(heard) - min(heard) <= 1
    assert set(turns) <= set(PEOPLE[:people])


@given(people=st.integers(4, 20), minutes=st.integers(66, 330))
def test_everybody_is_heard_before_the_first_comes_round_again(
    year, plan, presenting, people, minutes
):
    programme = year(people=PEOPLE[:people], workshops=8, minutes=minutes)
    turns = Counter()
    for workshop in programme.workshops:
        turns.update(chain.from_iterable(presenting(plan(programme, workshop.id))))
        if max(turns.values()) > 1:
            assert set(turns) == set(PEOPLE[:people])
            return


@given(people=st.integers(4, 20), workshops=st.integers(1, 4), minutes=st.integers(66, 330))
def test_plan_is_the_same_every_time(year, plan, people, workshops, minutes):
    programme = year(people=PEOPLE[:people], workshops=workshops, minutes=minutes)
    last = f"w{workshops}"

    assert plan(programme, last) == plan(programme, last)


@given(workshops=st.integers(1, 5), minutes=st.integers(66, 330), people=st.integers(4, 7))
def test_first_next_time_are_those_who_are(year, plan, note, workshops, minutes, people):
    programme = year(people=PEOPLE[:people], workshops=workshops + 1, minutes=minutes)

    announced = note(plan(programme, f"w{workshops}"), "First next time:")

    assert announced == note(plan(programme, f"w{workshops + 1}"), "Presenting today:")


def test_joiner_comes_first_once_and_then_waits_like_the_others(year, plan, note):
    people = [*PEOPLE[:5], wc.Person("New Colleague", joined="2027-03-01")]
    programme = year(people=people, workshops=5, minutes=102)

    heard = [note(plan(programme, f"w{number}"), "Presenting today:") for number in range(1, 6)]

    assert heard == [
        ["Person A", "Person B"],
        ["Person C", "Person D"],
        ["Person E", "New Colleague"],
        ["Person A", "Person B"],
        ["Person C", "Person D"],
    ]


def test_leaver_s_turn_goes_to_the_next(year, plan, note):
    people = [PEOPLE[0], wc.Person("Soon Gone", left="2027-01-31"), *PEOPLE[1:5]]
    programme = year(people=people, workshops=3, minutes=66)

    heard = [note(plan(programme, f"w{number}"), "Presenting today:") for number in (1, 2, 3)]

    assert heard == [["Person A"], ["Person B"], ["Person C"]]


def test_whoever_is_away_keeps_their_turn(year, plan, note):
    programme = year(people=PEOPLE[:5], workshops=2, minutes=66).with_attendance(
        "w1", wc.Attendance("person-a", "apology")
    )

    assert note(plan(programme, "w1"), "Presenting today:") == ["Person B"]
    assert note(plan(programme, "w2"), "Presenting today:") == ["Person A"]


def sets_of(people, found):
    """Return who sits in each set: consecutive people, by the sizes of the plan."""
    sizes = found.groups.sizes if found.groups else (len(people),)
    rest = iter(people)
    return [[next(rest) for _ in range(size)] for size in sizes]
