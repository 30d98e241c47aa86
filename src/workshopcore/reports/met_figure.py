"""Who met whom as a picture, with a line for each person where there are no pictures."""

from __future__ import annotations

from collections.abc import Mapping

from workshopcore.contracts.report import Block, Column, Figure, Table
from workshopcore.groups.meetings import Meetings
from workshopcore.reports.wording import count, listed, share

__all__ = ["met_figure", "met_in_words"]


def met_figure(found: Meetings, names: Mapping[str, str]) -> tuple[Block, ...]:
    """Return who met whom; nothing of fewer than two people.

    Args:
        found: the meetings.
        names: how people are called on paper, by identifier.
    """
    people = found.people
    if len(people) < 2:
        return ()
    times = [
        [found.between(one, other) for other in people[:number]]
        for number, one in enumerate(people)
    ]
    data = {"people": [names[person] for person in people], "times": times}
    return (Figure("who-met-whom", data, met_in_words(found), _table(found, names)),)


def met_in_words(found: Meetings) -> str:
    """Return how many pairs have worked together, and how many more than once.

    >>> from workshopcore.groups.meetings import meetings
    >>> met_in_words(meetings(["ana", "ben", "caz"], [("ana", "ben"), ("ana", "ben")]))
    '3 people, 3 pairs: 1 has worked together, 1 of them more than once; 2 have not.'
    """
    pairs, never = len(found.times), len(found.never)
    met, again = pairs - never, sum(times > 1 for times in found.times.values())
    told = f"{count(len(found.people), 'person', 'people')}, {count(pairs, 'pair')}: "
    if not met:
        return f"{told}none has worked together yet."
    told += f"{met} {'has' if met == 1 else 'have'} worked together"
    told += f", {again} of them more than once" if again else ", none more than once"
    return f"{told}; {never} {'has' if never == 1 else 'have'} not." if never else f"{told}."


def _table(found: Meetings, names: Mapping[str, str]) -> Table:
    columns = (
        Column("Name"),
        Column("Colleagues met", align="right"),
        Column("More than once"),
        Column("Not yet"),
    )
    rows = [
        (
            names[person],
            share(len(found.colleagues(person)), len(found.people) - 1),
            listed(_again(found, names, person)),
            listed(names[other] for other in found.strangers(person)),
        )
        for person in found.people
    ]
    return Table(columns, rows, caption="Who has worked with whom", row_headings=True)


def _again(found: Meetings, names: Mapping[str, str], person: str) -> list[str]:
    return [
        f"{names[other]} ({times})"
        for other in found.colleagues(person)
        if (times := found.between(person, other)) > 1
    ]
