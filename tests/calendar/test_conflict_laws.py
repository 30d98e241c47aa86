"""Conflicts beside trying everything: they are minimal, and every remedy is enough."""

from datetime import timedelta

from date_questions import questions
from every_plan import days_between, keys_of, plans
from hypothesis import assume, given

from workshopcore.calendar.choosing import answer

STEPS = 100_000
BEFORE, AFTER = timedelta(days=12), timedelta(days=45)
"""How far from the period there are days that only the period rules out."""


def key_of(constraint):
    """What a constraint is about, as the other side has it."""
    kind, text = constraint.kind, constraint.text
    if kind == "period":
        return ("period", "first" if "before" in text else "last")
    if kind == "window":
        return ("window", *constraint.workshops, "first" if "before" in text else "last")
    if kind == "days":
        return ("days", *constraint.workshops, "not" if "does not" in text else "only")
    if kind == "month":
        return ("month", 3)
    if kind == "closure":
        return ("closure", text.split("'")[1])
    return (kind, *constraint.workshops, *constraint.people)


def can_be_met(question, keys):
    around = days_between(question.first - BEFORE, question.last + AFTER)
    dropped = keys_of(question) - set(keys)
    return next(plans(question, around, dropped), None) is not None


def conflicting(question):
    dates = answer(question, STEPS)
    assume(dates.plan is None)
    return dates.conflict


@given(questions(moves=True, most_days=7, most_workshops=2))
def test_conflict_is_one_and_nothing_in_it_is_there_for_nothing(question):
    conflict = conflicting(question)
    keys = [key_of(constraint) for constraint in conflict.constraints]
    assert conflict.minimal
    assert not can_be_met(question, keys)
    assert [key for key in keys if not can_be_met(question, set(keys) - {key})] == []


@given(questions(moves=True, most_days=7, most_workshops=2))
def test_dates_of_a_remedy_meet_all_that_does_not_give(question):
    for remedy in conflicting(question).remedies:
        dropped = {key_of(constraint) for constraint in remedy.gives}
        found = [(each.start, each.end) for each in remedy.plan.workshops]
        days = sorted({start.date() for start, _ in found})
        possible = [[slot.times for slot in plan] for plan in plans(question, days, dropped)]
        assert found in possible
