"""The shortlist of a session: who could come, in the order in which they are to be asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from workshopcore.model.expert import PANEL, ExpertEngagement

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme

__all__ = ["Shortlist", "shortlist"]

_OFF = frozenset({"declined", "withdrawn"})
_OPEN = frozenset({"identified", "approached"})


@frozen
class Shortlist:
    """The engagements for one session as they stand at the end of a day.

    Attributes:
        session: the session, as ``workshop/session``.
        as_of: the day.
        candidates: everybody who could come or could have, the first choice first.
        several: whether all of them may come, because the session is a panel.
    """

    session: str
    as_of: date
    candidates: tuple[ExpertEngagement, ...]
    several: bool = False

    @property
    def left(self) -> tuple[ExpertEngagement, ...]:
        """Those who have neither declined nor withdrawn."""
        return tuple(one for one in self.candidates if one.state(self.as_of) not in _OFF)

    @property
    def asked(self) -> tuple[ExpertEngagement, ...]:
        """Those who were approached, in the order in which they were."""
        dated = [(one.reached("approached", self.as_of), one) for one in self.candidates]
        found = [(day, one) for day, one in dated if day is not None]
        return tuple(one for _, one in sorted(found, key=lambda each: each[0]))

    @property
    def agreed(self) -> tuple[ExpertEngagement, ...]:
        """Those who agreed to come and still mean to: one at most, unless it is a panel."""
        return tuple(one for one in self.left if one.state(self.as_of) not in _OPEN)

    @property
    def in_play(self) -> tuple[ExpertEngagement, ...]:
        """Those whom the day is planned with.

        Whoever agreed; before anybody has, whoever was asked first and has not answered; before
        anybody was asked, the first choice. For a panel that is everybody who is left.
        """
        if self.several:
            return self.left
        waiting = [one for one in self.asked if one in self.left]
        return self.agreed or tuple(waiting[:1]) or self.left[:1]


def shortlist(programme: Programme, session: str, as_of: date) -> Shortlist:
    """Return who could come to a session, as it stands at the end of a day.

    >>> import workshopcore as wc
    >>> year = wc.Programme(
    ...     title="A year of change",
    ...     people=[wc.Person("Solveig", role="expert"), wc.Person("Ali", role="expert")],
    ...     workshops=[
    ...         wc.Workshop(
    ...             "One",
    ...             start="2027-01-19T09:30",
    ...             end="2027-01-19T12:30",
    ...             agenda=[wc.Session("expert-interview")],
    ...         )
    ...     ],
    ...     experts=[
    ...         wc.ExpertEngagement(
    ...             "solveig", "The new duties", session="one/expert-interview",
    ...             events=[
    ...                 wc.Event("2026-11-02", "approached"),
    ...                 wc.Event("2026-11-09", "declined"),
    ...             ],
    ...         ),
    ...         wc.ExpertEngagement("ali", "What they ask", session="one/expert-interview"),
    ...     ],
    ... )
    >>> found = shortlist(year, "one/expert-interview", date(2026, 11, 30))
    >>> [one.expert for one in found.asked], [one.expert for one in found.in_play]
    (['solveig'], ['ali'])
    """
    candidates = tuple(one for one in programme.experts if one.session == session)
    several = len(candidates) > 1 and _is_panel(programme, session)
    return Shortlist(session, as_of, candidates, several)


def _is_panel(programme: Programme, name: str) -> bool:
    workshop, _, id = name.partition("/")
    sessions = programme.workshop(workshop).sessions() if workshop else ()
    return any(session.id == id and session.format == PANEL for session in sessions)
