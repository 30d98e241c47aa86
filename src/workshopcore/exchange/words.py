"""What people type into a list of actions, read in terms of a programme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from math import floor
from typing import cast, get_args

from attrs import Factory, field, frozen

from workshopcore.errors import InvalidValueError
from workshopcore.exchange.days import read_day
from workshopcore.exchange.names import Names
from workshopcore.model.action import ActionStatus
from workshopcore.model.programme import Programme

__all__ = ["PerCent", "Words", "our_status", "status_word"]

_STATES: tuple[ActionStatus, ...] = get_args(ActionStatus)
_PROGRESS = "a whole number of per cent from 0 to 100"
_NUMBER = re.compile(r"(\d{1,3})(?:[.,]0+)?\s*(?:%|per ?cent|pct\.?)?", re.ASCII | re.IGNORECASE)


class PerCent(float):
    """A number from a cell that is formatted as per cent: 0.4 is shown as 40 %.

    >>> Words(Programme(title="A year")).progress(PerCent(0.4))
    40
    """

    __slots__ = ()


def status_word(status: str) -> str:
    """Return a state of an action as people read it; ``Words.status`` reads it back.

    >>> status_word("in-progress")
    'In progress'
    """
    return status.replace("-", " ").capitalize()


@cache
def _own_states() -> Names:
    return Names("one of " + ", ".join(_STATES), _STATES, [(each, each) for each in _STATES])


def our_status(word: object) -> ActionStatus:
    """Return one of our own states of an action, and nobody else's word for it."""
    return cast(ActionStatus, _own_states().find(word))


def _states(words: Mapping[str, str]) -> Names:
    """Return the words for states: first another tool's own, each with ours."""
    theirs = [(word, our_status(state)) for word, state in words.items()]
    return Names(f"a status: {', '.join(map(status_word, _STATES))}", (), theirs, _known_states())


@frozen(eq=False)
class Words:
    """What people type, in terms of one programme. Build it once for a file.

    Every method returns what was meant, or raises ``InvalidValueError`` with the nearest right
    word. An empty cell is nobody's word: ask before.

    Attributes:
        programme: whose people, objectives and actions are meant.
        statuses: another tool's words for the states of an action, each with ours.
        month_first: months come first in dates such as ``2/28/2027``.

    >>> from workshopcore.model.people import Person
    >>> words = Words(Programme(title="A year", people=[Person("Amina Yusuf", id="ay")]))
    >>> words.status("On hold"), words.progress("40 %"), words.person("amina")
    ('blocked', 40, 'ay')
    """

    programme: Programme
    statuses: Mapping[str, str] = field(factory=dict, kw_only=True)
    month_first: bool = field(default=False, kw_only=True)
    states: Names = field(init=False, default=Factory(lambda s: _states(s.statuses), True))
    people: Names = field(init=False, default=Factory(lambda s: _people(s.programme), True))
    objectives: Names = field(init=False, default=Factory(lambda s: _objectives(s.programme), True))
    actions: Names = field(init=False, default=Factory(lambda s: _actions(s.programme), True))

    def status(self, value: object) -> ActionStatus:
        """Return a state of an action: our word for it, or that of many other tools."""
        return cast(ActionStatus, self.states.find(value))

    def means(self, value: object, status: ActionStatus) -> bool:
        """Return whether a word means this state, and no other."""
        return isinstance(value, str) and self.states.leads_to(value, status)

    def progress(self, value: object) -> int:
        """Return per cent done: 40, ``40 %``; 0.4 only as :class:`PerCent`.

        A bare 0.4 might be either of two things, so it is refused. Per cents of a formatted
        cell are rounded to whole ones, as the cell shows them.
        """
        found: int | None = None
        if isinstance(value, PerCent):
            found = floor(value * 100 + 0.5) if 0 <= value <= 1 else None
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            found = int(value) if 0 <= value <= 100 and value == int(value) else None
        elif isinstance(value, str):
            match = _NUMBER.fullmatch(value.strip()) if len(value) <= 40 else None
            found = int(match[1]) if match else None
        if found is not None and found <= 100:
            return found
        cure = ""
        if isinstance(value, float) and not isinstance(value, PerCent) and 0 < value < 1:
            cure = f"Write {value * 100:.0f}, or format the cell as per cent"
        raise InvalidValueError(value, _PROGRESS, cure)

    def day(self, value: object) -> date:
        """Return a day; see :func:`~workshopcore.exchange.days.read_day`."""
        return read_day(value, month_first=self.month_first)

    def person(self, value: object) -> str:
        """Return a person: by identifier, full name, e-mail address, or unique first name."""
        try:
            return self.people.find(value)
        except InvalidValueError:
            turned = _turned(value)
            if turned is value:
                raise
        return self.people.find(turned)

    def objective(self, value: object) -> str:
        """Return an objective: by identifier, or by its statement."""
        return self.objectives.find(value)

    def action(self, value: object) -> str:
        """Return an action: by identifier, or by its statement if no other says the same."""
        try:
            return self.actions.find(value)
        except InvalidValueError as fault:
            cure = fault.hint or "Leave it empty for a new action"
            raise InvalidValueError(value, fault.expected, cure, code="WC006") from None

    def name_of(self, person: str) -> str:
        """Return what a list calls a person: their name, or where several share it, their id."""
        name = self.programme.person(person).name
        return name if self.people.leads_to(name, person) else person

    def objective_text(self, objective: str) -> str:
        """Return what a list calls an objective: its statement, if it is the only one so."""
        found = next((o for o in self.programme.objectives if o.id == objective), None)
        unique = found is not None and self.objectives.leads_to(found.statement, objective)
        return found.statement if found is not None and unique else objective


@cache
def _known_states() -> tuple[tuple[str, str], ...]:
    """Return every word for a state, each with ours: our own, and those of ``words.toml``."""
    import tomllib
    from importlib.resources import files

    text = files("workshopcore.exchange").joinpath("words.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)["statuses"]
    own = [(state, state) for state in _STATES]
    return (*own, *((word, state) for state, words in table.items() for word in words))


def _turned(value: object) -> object:
    """Return a name that is written surname first the other way round."""
    if isinstance(value, str) and value.count(",") == 1 and len(value) <= 200:
        last, first = value.split(",")
        return f"{first.strip()} {last.strip()}"
    return value


def _people(programme: Programme) -> Names:
    people = programme.people
    return Names(
        "somebody on the programme: a name, an e-mail address or an identifier",
        [person.id for person in people],
        [(person.id, person.id) for person in people],
        [(person.email, person.id) for person in people],
        [(person.name, person.id) for person in people],
        [(person.name.split()[0], person.id) for person in people],
    )


def _objectives(programme: Programme) -> Names:
    return Names(
        "an objective of the programme",
        [objective.id for objective in programme.objectives],
        [(objective.id, objective.id) for objective in programme.objectives],
        [(objective.statement, objective.id) for objective in programme.objectives],
    )


def _actions(programme: Programme) -> Names:
    return Names(
        "the identifier of an action",
        [action.id for action in programme.actions],
        [(action.id, action.id) for action in programme.actions],
        [(action.statement, action.id) for action in programme.actions],
    )
