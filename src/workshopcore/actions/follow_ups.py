"""What was promised around an expert's session, taken up into the action log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import attrs

from workshopcore.actions.due_dates import default_due
from workshopcore.errors import InvalidValueError, Problem, ProgrammeError, shown
from workshopcore.model import accept
from workshopcore.model.action import Action
from workshopcore.model.expert import ExpertEngagement, FollowUp
from workshopcore.model.identifiers import identifier_from, unrepeated
from workshopcore.model.programme import Programme

__all__ = ["take_up"]

_VISITORS = frozenset({"expert", "observer"})
_NOBODY: Mapping[int, str] = MappingProxyType({})
_NO_DAYS: Mapping[int, date | str] = MappingProxyType({})


def take_up(
    programme: Programme,
    engagement: str,
    *,
    owners: Mapping[int, str] = _NOBODY,
    due: Mapping[int, date | str] = _NO_DAYS,
    on: date | str | None = None,
) -> Programme:
    """Return the programme with an expert's open follow-ups in its action log.

    Each becomes one action with one owner, agreed at the expert's session and linked from the
    follow-up. Those that are done, or in the log already, are left as they are. A visiting
    expert owns no action: what they promised is seen to by their host, unless somebody else is
    named.

    Args:
        programme: the programme.
        engagement: the engagement's identifier.
        owners: who answers for a follow-up, by its number in the engagement, counted from 1.
        due: by when, by number; left out, its own date or the usual one (``default_due``).
        on: the day on which the actions are agreed; left out, the last day of the workshop.

    Raises:
        ProgrammeError: follow-ups with no owner of the team, or no date; all of them together.
        UnknownKeyError: there is no such engagement or person.

    >>> import workshopcore as wc
    >>> year = wc.Programme(
    ...     title="A year of change",
    ...     people=[wc.Person("Amina", id="amina"), wc.Person("Eve", role="expert", id="eve")],
    ...     workshops=[
    ...         wc.Workshop(
    ...             "One", start="2027-01-19T09:30", end="2027-01-19T16:30",
    ...             agenda=[wc.Session("expert-interview", id="expert")],
    ...         ),
    ...         wc.Workshop("Two", start="2027-03-09T09:30", end="2027-03-09T16:30"),
    ...     ],
    ...     experts=[
    ...         wc.ExpertEngagement(
    ...             "eve", "Choice", id="eve", session="one/expert", host="amina",
    ...             follow_ups=[wc.FollowUp("Send the model clause", owner="eve")],
    ...         )
    ...     ],
    ... )
    >>> (action,) = take_up(year, "eve").actions
    >>> action.owner, action.origin, str(action.due)
    ('amina', 'one/expert', '2027-03-02')
    """
    old = programme.engagement(engagement)
    _check_numbers(old, owners, due)
    wanted = _Wanted(programme, old, owners, due, _agreed(programme, old, on))
    problems: list[Problem] = []
    follow_ups: list[FollowUp] = []
    for number, entry in enumerate(old.follow_ups, 1):
        if entry.done is None and not entry.action:
            action = wanted.action(number, entry, problems)
            entry = attrs.evolve(entry, action=action.id) if action else entry
        follow_ups.append(entry)
    if problems:
        raise ProgrammeError(problems)
    if not wanted.actions:
        return programme
    new = attrs.evolve(old, follow_ups=follow_ups)
    experts = [new if one is old else one for one in programme.experts]
    return attrs.evolve(programme, actions=[*programme.actions, *wanted.actions], experts=experts)


def _agreed(programme: Programme, engagement: ExpertEngagement, on: date | str | None) -> date:
    found = accept.day(on)
    if found is not None:
        return found
    if not engagement.session:
        expected = f"a day, as the engagement '{engagement.id}' belongs to no workshop"
        raise InvalidValueError(None, expected, field="on")
    return programme.workshop(engagement.session.partition("/")[0]).end.date()


def _check_numbers(
    engagement: ExpertEngagement, owners: Mapping[int, str], due: Mapping[int, date | str]
) -> None:
    count = len(engagement.follow_ups)
    for number in (*owners, *due):
        if not 1 <= number <= count:
            expected = f"the number of a follow-up, 1 to {count}" if count else "no number yet"
            raise InvalidValueError(number, expected)


@attrs.define
class _Wanted:
    """The actions that follow-ups become, one after the other."""

    programme: Programme
    engagement: ExpertEngagement
    owners: Mapping[int, str]
    due: Mapping[int, date | str]
    agreed: date
    actions: list[Action] = attrs.field(factory=list)

    def action(self, number: int, entry: FollowUp, problems: list[Problem]) -> Action | None:
        """Return the action of a follow-up, or take note of why there is none."""
        path = f"follow_ups[{number - 1}]"
        owner, due = self._owner(number, entry), self._due(number, entry)
        if not owner:
            found = f"nobody for {shown(entry.text)}"
            cure = f"Say who of the team sees to number {number}, or name a host"
            problems.append(Problem("WC008", f"{path}.owner", found, "one owner", cure))
        if due is None or due < self.agreed:
            told = f"{due} for {shown(entry.text)}" if due else f"none for {shown(entry.text)}"
            expected = f"a due date not before {self.agreed}"
            problems.append(
                Problem("WC009", f"{path}.due", told, expected, f"Give number {number} a date")
            )
        elif owner:
            made = self._made(owner, due, entry.text)
            self.actions.append(made)
            return made
        return None

    def _made(self, owner: str, due: date, statement: str) -> Action:
        aims = self._aims()
        taken = {one.id for one in (*self.programme.actions, *self.actions)}
        return Action(
            statement,
            owner,
            due,
            id=unrepeated(identifier_from(statement, "action"), taken),
            objective=aims[0] if len(aims) == 1 else "",
            origin=self.engagement.session,
            agreed=self.agreed,
        )

    def _aims(self) -> tuple[str, ...]:
        """Return what the expert's session serves; an engagement may be for a whole track."""
        workshop, _, name = self.engagement.session.partition("/")
        sessions = self.programme.workshop(workshop).sessions() if workshop else ()
        return next((session.aims for session in sessions if session.id == name), ())

    def _owner(self, number: int, entry: FollowUp) -> str:
        """Return who is to answer for it: whoever is named, never a visitor of their own accord."""
        if number in self.owners:
            return self.programme.person(self.owners[number]).id
        for name in (entry.owner, self.engagement.host):
            if name and self.programme.person(name).role not in _VISITORS:
                return name
        return ""

    def _due(self, number: int, entry: FollowUp) -> date | None:
        told = accept.day(self.due.get(number)) or entry.due
        workshop = self.engagement.session.partition("/")[0]
        if told is None and workshop:
            return default_due(self.programme, workshop).day
        return told
