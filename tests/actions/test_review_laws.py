"""No open action is lost between workshops, none comes twice, none comes from the future."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise

import attrs
from action_years import DAYS, began, until, years
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.actions import answering, review
from workshopcore.testing.strategies import programmes

DAY = timedelta(days=1)
CLOSED = ("done", "verified", "cancelled", "superseded")


def ids(standings):
    return sorted(each.action.id for each in standings)


def found_open(programme, workshop):
    """Ask each action by itself whether it was open when a workshop began."""
    eve = workshop.day - DAY
    return sorted(
        action.id
        for action in programme.actions
        if began(programme, action) <= eve and action.status(eve) not in CLOSED
    )


@given(years())
def test_review_lists_every_action_that_is_open_then_once(programme):
    for workshop in programme.workshops:
        sheet = review(programme, workshop.id)
        assert ids(sheet.open) == found_open(programme, workshop)


@given(years())
def test_review_lists_an_action_as_open_or_as_closed_but_never_twice(programme):
    for workshop in programme.workshops:
        sheet = review(programme, workshop.id)
        listed = Counter(each.action.id for each in (*sheet.open, *sheet.closed))
        assert set(listed.values()) <= {1}


@given(years())
def test_open_action_is_in_the_next_review_or_was_closed_before_it(programme):
    kept = [attrs.evolve(workshop, events=()) for workshop in programme.workshops]
    programme = attrs.evolve(programme, workshops=kept)
    by_day = {workshop.day: workshop.id for workshop in kept}
    sheets = [review(programme, by_day[day]) for day in sorted(by_day)]
    for before, after in pairwise(sheets):
        assert after.since == before.on
        came = {a.id for a in programme.actions if before.on <= began(programme, a) < after.on}
        expected = {each.action.id for each in before.open} | came
        reopened = {e.action.id for e in after.open if e.opened and e.opened >= before.on}
        listed = {each.action.id for each in (*after.open, *after.closed)}
        again = {e.action.id for e in after.closed if e.opened and e.opened >= before.on}
        assert listed - reopened - again <= expected <= listed


@given(years())
def test_review_goes_back_to_the_last_workshop_that_was_not_called_off(programme):
    for workshop in programme.workshops:
        eve = workshop.day - DAY
        days = [w.day for w in programme.workshops if w.day <= eve and is_on(w, eve)]
        assert review(programme, workshop.id).since == max(days, default=None)


def is_on(workshop, day):
    return workshop.state(day) not in ("cancelled", "postponed")


@given(years())
def test_review_has_nothing_from_the_future(programme):
    for workshop in programme.workshops:
        sheet = review(programme, workshop.id)
        for each in (*sheet.open, *sheet.closed):
            assert began(programme, each.action) < workshop.day
            assert all(entry.on < workshop.day for entry in each.history)


@given(years())
def test_review_is_the_same_whatever_happens_later(programme):
    for workshop in programme.workshops:
        early = until(programme, workshop.day - DAY)
        told, then = review(programme, workshop.id), review(early, workshop.id)
        assert facts(told) == facts(then)


def facts(sheet):
    """Return what a sheet says, without the actions' later history."""
    groups = [(group.owner and group.owner.id, group.actions) for group in sheet.owners]
    return (
        sheet.on,
        sheet.since,
        [(owner, [row(each) for each in actions]) for owner, actions in groups],
        [row(each) for each in sheet.closed],
    )


def row(each):
    return (
        *(each.action.id, each.moment, each.history, each.status, each.start, each.first_due),
        *(each.due, each.slips, each.opened, each.closed, each.earlier, each.carries),
        *(each.progress, each.age, each.late, each.openings),
    )


@given(years())
def test_review_groups_actions_by_who_answers_for_them(programme):
    for workshop in programme.workshops:
        sheet = review(programme, workshop.id)
        owners = [group.owner and group.owner.id for group in sheet.owners]
        assert len(owners) == len(set(owners))
        for group in sheet.owners:
            for each in group.actions:
                assert answering(programme, each.owner, workshop.day) == group.owner


@given(years(), st.data())
def test_workshop_that_says_nothing_of_an_open_action_is_named(programme, data):
    workshop = data.draw(st.sampled_from(programme.workshops))
    for each in review(programme, workshop.id).open:
        for name in each.unreviewed:
            passed = programme.workshop(name)
            assert passed.day < workshop.day
            assert each.action.id in ids(review(programme, name).open)
            assert not any(
                entry.workshop == name and entry.on < workshop.day for entry in each.action.reviews
            )


@given(programmes(workshops=1))
def test_review_of_any_programme_lists_each_action_once(programme):
    for workshop in programme.workshops:
        sheet = review(programme, workshop.id)
        listed = Counter(each.action.id for each in (*sheet.open, *sheet.closed))
        assert set(listed.values()) <= {1}
        assert not any(each.status in CLOSED for each in sheet.open)


@given(years(), DAYS)
def test_sheet_printed_beforehand_says_what_was_known_then(programme, day):
    for workshop in programme.workshops:
        last = min(day, workshop.day - DAY)
        if any(last < other.day < workshop.day for other in programme.workshops):
            continue  # that one will review them first
        known = until(programme, last)
        printed, then = review(programme, workshop.id, as_of=day), review(known, workshop.id)
        assert unseen(facts(printed)) == unseen(facts(then))


def unseen(told):
    """Return what a sheet says, whatever the last day is of which it could have known more."""
    on, since, owners, closed = told
    return (
        on,
        since,
        [(o, [without(r) for r in rows]) for o, rows in owners],
        list(map(without, closed)),
    )


def without(row):
    return row[:1] + row[2:]
