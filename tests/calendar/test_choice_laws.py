"""The choice of dates beside trying everything."""

from itertools import pairwise

from attrs import evolve
from date_questions import day, questions
from every_plan import best, differing, plans
from hypothesis import assume, given
from hypothesis import strategies as st

from workshopcore.calendar import Availability, Poll
from workshopcore.calendar.choosing import answer

STEPS = 100_000


def chosen(dates):
    return None if dates.plan is None else [(each.start, each.end) for each in dates.workshops]


def tried(plan):
    return None if plan is None else [slot.times for slot in plan]


@given(questions())
def test_choice_is_the_best_of_all(question):
    dates = answer(question, STEPS)
    assert (chosen(dates), dates.proven) == (tried(best(question)), True)


@given(questions(moves=True))
def test_rescheduled_dates_are_the_best_of_all(question):
    dates = answer(question, STEPS)
    assert (chosen(dates), dates.proven) == (tried(best(question)), True)


@given(questions(moves=True))
def test_every_alternative_is_the_best_that_differs_from_all_before(question):
    dates = answer(question, STEPS)
    assume(dates.plan is not None)
    every = list(plans(question))
    named = [best(question, every)]
    least = max(1, -(-sum(1 for wanted in question.workshops if not wanted.held) // 3))
    while len(named) < 4:
        others = [
            plan
            for plan in every
            if all(differing(question, plan, each) >= least for each in named)
        ]
        if not others:
            break
        named.append(best(question, others))
    found = [[(each.start, each.end) for each in plan.workshops] for plan in dates.alternatives]
    assert found == [tried(plan) for plan in named[1:]]


def freer(question, who, day):
    """The same question, where somebody can certainly come on one more day."""
    overruling = Poll(who, {day: "yes"}, overrules=True)
    return evolve(question, availability=question.availability | Availability([overruling]))


@given(questions(), st.integers(0, 11))
def test_more_availability_never_lowers_attendance(question, number):
    """With fairness first it may: then somebody else's misses count before."""
    question = evolve(question, rules=evolve(question.rules, fairest_first=False))
    before = answer(question, STEPS)
    after = answer(freer(question, question.people[0].id, day(number)), STEPS)
    assert before.plan is None or before.attendance <= after.attendance


@given(questions(moves=True))
def test_names_of_people_and_workshops_change_nothing(question):
    renamed = evolve(
        question,
        people=tuple(evolve(each, name=each.name[::-1]) for each in question.people),
        workshops=tuple(
            evolve(each, title=f"No. {n}", id=f"x{n}") for n, each in enumerate(question.workshops)
        ),
    )
    assert chosen(answer(renamed, STEPS)) == chosen(answer(question, STEPS))


@given(questions())
def test_the_order_of_people_and_sources_changes_nothing(question):
    turned = evolve(
        question,
        people=question.people[::-1],
        availability=Availability(question.availability.sources[::-1]),
    )
    assert chosen(answer(turned, STEPS)) == chosen(answer(question, STEPS))


@given(questions(moves=True))
def test_fixed_dates_stay_and_spacing_is_kept(question):
    dates = answer(question, STEPS)
    for wanted, each in zip(question.workshops, dates.workshops, strict=False):
        assert wanted.held is None or (each.start, each.end) == wanted.held
    pairs = zip(pairwise(question.workshops), pairwise(dates.workshops), strict=False)
    for number, ((one, other), (before, after)) in enumerate(pairs):
        if one.held is None or other.held is None:
            apart = question.apart(number + 1)
            assert before.end <= after.start
            assert apart.least <= (after.day - before.day).days
            assert apart.most is None or (after.day - before.day).days <= apart.most


@given(questions(moves=True))
def test_what_was_reached_is_what_the_plan_has(question):
    dates = answer(question, STEPS)
    assume(dates.plan is not None)
    found = {each.aim: each.value for each in dates.reached}
    assert found["attendance"] == dates.plan.attendance == dates.attendance == dates.bound
    assert found["most missed"] == dates.plan.most_missed
    assert found.get("moved", 0) == len(dates.plan.moved)
