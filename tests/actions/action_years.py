"""Programmes of a year whose actions have every kind of history, and the same cut off at a day."""

from datetime import date, timedelta

import attrs
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.model.lifecycle import ACTION

FIRST = date(2027, 1, 4)
PEOPLE = ("amina", "ben", "chidi")
FATES = (
    (),
    (),
    ("confirmed", "delivered"),
    ("postponed",),
    ("cancelled",),
    ("postponed", "confirmed"),
)
DAYS = st.integers(0, 200).map(lambda days: FIRST + timedelta(days=days))


@st.composite
def workshops(draw):
    found = []
    for number, day in enumerate(draw(st.lists(DAYS, min_size=1, max_size=5))):
        on = day - timedelta(days=draw(st.integers(0, 30)))
        events = []
        for status in draw(st.sampled_from(FATES)):
            events.append(wc.Event(on, status))
            on += timedelta(days=draw(st.integers(0, 20)))
        end = day + timedelta(days=draw(st.integers(0, 1)))
        present = [wc.Attendance("amina")] if draw(st.booleans()) else []
        found.append(
            wc.Workshop(
                f"Workshop {number}",
                start=f"{day}T09:30",
                end=f"{end}T16:30",
                id=f"w{number}",
                events=events,
                attendance=present,
            )
        )
    return found


@st.composite
def people(draw):
    left = st.none() | DAYS
    return [
        wc.Person(
            name.title(), id=name, left=draw(left), successor=draw(st.sampled_from(("", *PEOPLE)))
        )
        for name in PEOPLE
    ]


@st.composite
def actions(draw, number, meetings):
    born = draw(DAYS)
    created, agreed = draw(
        st.sampled_from(
            [(None, None), (born, None), (None, born), (born, born + timedelta(days=20))]
        )
    )
    updates, reviews = draw(
        histories(agreed or born, "proposed" if agreed is None else "agreed", meetings)
    )
    return wc.Action(
        f"Action {number}",
        draw(st.sampled_from(PEOPLE)),
        draw(st.none() | st.just(born + timedelta(days=draw(st.integers(0, 60))))),
        id=f"a{number}",
        created=created,
        agreed=agreed,
        origin=draw(st.sampled_from(("", *(workshop.id for workshop in meetings)))),
        effort=draw(st.none() | st.integers(1, 40)),
        updates=updates,
        reviews=reviews,
    )


@st.composite
def histories(draw, on, status, meetings):
    updates, reviews = [], []
    for _ in range(draw(st.integers(0, 6))):
        reviewed = draw(st.booleans())
        # On one day an update comes before a review.
        least = 1 if reviews and not reviewed and reviews[-1].on == on else 0
        on += timedelta(days=draw(st.integers(least, 30)))
        moves = (None, None, status, *ACTION.moves[status])
        to = draw(st.sampled_from(moves))
        status = to or status
        due = on + timedelta(days=draw(st.integers(-10, 40))) if draw(st.booleans()) else None
        if reviewed:
            workshop = draw(st.sampled_from(meetings)).id
            reviews.append(wc.Review(workshop, on, status=to, due=due, carried=draw(st.booleans())))
        else:
            progress = draw(st.none() | st.integers(0, 100))
            owner = draw(st.sampled_from(("", "", *PEOPLE)))
            updates.append(wc.Update(on, to, progress=progress, due=due, owner=owner))
    return updates, reviews


@st.composite
def years(draw):
    """Return programmes of up to five workshops and as many actions, in any order of days."""
    meetings = draw(workshops())
    count = draw(st.integers(0, 5))
    return wc.Programme(
        title="A year",
        people=draw(people()),
        workshops=meetings,
        actions=[draw(actions(number, meetings)) for number in range(count)],
    )


def began(programme, action):
    """Return when an action was put forward, as far as anybody can tell."""
    days = [action.created, action.agreed]
    if days == [None, None] and action.origin:
        news = [entry.on for entry in (*action.updates, *action.reviews)]
        days = [min([programme.workshop(action.origin).day, *news])]
    return next((day for day in days if day), date.min)


def until(programme, last):
    """Return a programme with all that is recorded of later days taken away."""
    return attrs.evolve(
        programme,
        workshops=[_workshop_until(workshop, last) for workshop in programme.workshops],
        actions=[
            _action_until(action, last)
            for action in programme.actions
            if began(programme, action) <= last
        ],
    )


def _until(entries, last):
    return [entry for entry in entries if entry.on <= last]


def _workshop_until(workshop, last):
    events = _until(workshop.events, last)
    attendance = workshop.attendance if workshop.day <= last else ()
    return attrs.evolve(workshop, events=events, attendance=attendance)


def _action_until(action, last):
    return attrs.evolve(
        action,
        agreed=action.agreed if action.agreed and action.agreed <= last else None,
        updates=_until(action.updates, last),
        reviews=_until(action.reviews, last),
    )
