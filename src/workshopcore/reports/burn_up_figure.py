"""Work agreed and work done over the programme, as a picture, with the workshops in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from workshopcore.actions import Tally, burn_up
from workshopcore.actions.held import is_live
from workshopcore.contracts.report import Block, Column, Figure, Table
from workshopcore.language import gettext, ngettext, pgettext
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.wording import day

__all__ = ["burn_up_figure"]


def burn_up_figure(programme: Programme, as_of: date) -> tuple[Block, ...]:
    """Return how many actions were agreed and how many done until a day.

    Nothing of no actions, and nothing of a single day: there is no way to be seen in that.
    """
    tallies = burn_up(programme, as_of)
    if not tallies or tallies[0].on >= as_of:
        return ()
    workshops = sorted(
        (w for w in programme.workshops if w.day <= as_of and is_live(w, as_of)),
        key=lambda workshop: workshop.day,
    )
    data = {
        "points": [
            {"date": tally.on.isoformat(), "agreed": tally.agreed, "done": tally.done}
            for tally in tallies
        ],
        "workshops": [{"date": w.day.isoformat(), "label": w.title} for w in workshops],
        "until": as_of.isoformat(),
    }
    table = _table(tallies, workshops, as_of)
    return (Figure("burn-up", data, _in_words(tallies, as_of), table),)


def _in_words(tallies: Sequence[Tally], as_of: date) -> str:
    last = tallies[-1]
    agreed = ngettext("{count} action is agreed", "{count} actions are agreed", last.agreed)
    done = ngettext("{count} is done", "{count} are done", last.done)
    return gettext(
        "Two rising lines from {first} to {last}: at the end {agreed} and {done}.",
        first=day(tallies[0].on),
        last=day(as_of),
        agreed=agreed,
        done=done,
    )


def _table(tallies: Sequence[Tally], workshops: Sequence[Workshop], as_of: date) -> Table:
    """Return how it stood at the end of each workshop's first day, and on the last day."""
    rows = [
        [day(on), what, str(tally.agreed), str(tally.done)]
        for on, what in _moments(workshops, as_of)
        for tally in _until(tallies, on)
    ]
    columns = [
        Column(gettext("Day")),
        Column(gettext("Workshop")),
        Column(pgettext("of actions", "Agreed"), align="right"),
        Column(pgettext("of actions", "Done"), align="right"),
    ]
    caption = gettext("Actions agreed and done, by the end of the day")
    return Table(columns, rows, caption=caption)


def _moments(workshops: Sequence[Workshop], as_of: date) -> Iterator[tuple[date, str]]:
    for number, workshop in enumerate(workshops, 1):
        yield workshop.day, f"{number}. {workshop.title}"
    if not workshops or workshops[-1].day < as_of:
        yield as_of, ""


def _until(tallies: Sequence[Tally], on: date) -> list[Tally]:
    """Return the last tally by the end of a day; none of nothing before the first."""
    before = [tally for tally in tallies if tally.on <= on]
    return before[-1:] or [Tally(on, 0, 0)]
