"""Who met whom as a picture, with a line for each person where there are no pictures."""

from __future__ import annotations

from collections.abc import Mapping

from workshopcore.contracts.report import Block, Column, Figure, Table
from workshopcore.groups.meetings import Meetings
from workshopcore.language import gettext, ngettext
from workshopcore.reports.wording import listed, share

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
    parts = [_met(met, again)]
    if met and never:
        parts.append(ngettext("{count} has not", "{count} have not", never))
    return gettext(
        "{people}, {pairs}: {met}.",
        people=ngettext("{count} person", "{count} people", len(found.people)),
        pairs=ngettext("{count} pair", "{count} pairs", pairs),
        met="; ".join(parts),
    )


def _met(met: int, again: int) -> str:
    if not met:
        return gettext("none has worked together yet")
    if not again:
        return ngettext(
            "{count} has worked together, none more than once",
            "{count} have worked together, none more than once",
            met,
        )
    return ngettext(
        "{count} has worked together, {again} of them more than once",
        "{count} have worked together, {again} of them more than once",
        met,
        again=again,
    )


def _table(found: Meetings, names: Mapping[str, str]) -> Table:
    columns = (
        Column(gettext("Name")),
        Column(gettext("Colleagues met"), align="right"),
        Column(gettext("More than once")),
        Column(gettext("Not yet")),
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
    return Table(columns, rows, caption=gettext("Who has worked with whom"), row_headings=True)


def _again(found: Meetings, names: Mapping[str, str], person: str) -> list[str]:
    return [
        f"{names[other]} ({times})"
        for other in found.colleagues(person)
        if (times := found.between(person, other)) > 1
    ]
