"""Takes what people ask for, in their words, and refuses what cannot be."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any, TypeAlias

from attrs import frozen

from workshopcore.errors import GroupsError, InvalidValueError, UnknownKeyError
from workshopcore.groups.contradictions import Demand, Seating, smallest_contradiction
from workshopcore.groups.sizes import even_sizes, thinned
from workshopcore.groups.task import Round, Task
from workshopcore.groups.words import counted, in_groups, listed
from workshopcore.model.people import Person

__all__ = ["Asked", "Balance", "People", "Sets", "asked", "whole_number"]

People: TypeAlias = Iterable[str | Person]
"""Identifiers, or the people themselves."""
Sets: TypeAlias = Iterable[Iterable[str]]
"""Several people in each, by identifier."""
Balance: TypeAlias = Iterable[str | Mapping[str, object]]
"""Fields of a person, such as ``service``, or a value for each person by identifier."""


_NOWHERE = object()


@frozen
class Asked:
    """What was asked, and the same in numbers.

    Attributes:
        names: the identifiers of the people.
        task: what is asked of them.
        demands: who is to sit together and apart.
    """

    names: tuple[str, ...]
    task: Task
    demands: tuple[Demand, ...]


def asked(
    people: People,
    groups: int | None,
    sizes: Sequence[int] | None,
    rounds: int,
    *,
    met: Sets = (),
    apart: Sets = (),
    together: Sets = (),
    hosts: Iterable[str] = (),
    balance: Balance = (),
    absent: Mapping[int, Iterable[str]] | None = None,
) -> Asked:
    """Return what was asked.

    Raises:
        GroupsError: it cannot be; the message names a contradiction.
        InvalidValueError: a value makes no sense.
        UnknownKeyError: somebody is named who is not there.
    """
    everybody = list(_several(people, "people"))
    names = tuple([_name(each) for each in everybody])
    numbers = {name: number for number, name in enumerate(names)}
    if len(numbers) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise GroupsError(f"{listed([twice])} is among the people twice")
    plan = _sizes(len(names), groups, sizes)
    seats = _Seats(names, numbers)
    at_tables = seats.known(hosts, "hosts")
    demands = _demands(seats, apart, together, at_tables, plan)
    task = Task(
        len(names),
        plan,
        _rounds(seats, plan, whole_number(rounds), absent or {}, at_tables),
        tuple(
            group for each in _several(met, "groups that met") if len(group := seats.here(each)) > 1
        ),
        frozenset(
            (min(pair), max(pair))
            for kind, members in demands
            if kind != "together"
            for pair in combinations(members, 2)
        ),
        _merged(members for kind, members in demands if kind == "together"),
        at_tables,
        _alike(everybody, numbers, balance),
    )
    _check(names, task, demands)
    return Asked(names, task, demands)


def whole_number(value: int, least: int = 1, most: int = 1000) -> int:
    """Accept a whole number between two bounds."""
    if value.__class__ is not int or not least <= value <= most:
        raise InvalidValueError(value, f"a whole number from {least} to {most}")
    return value


def _several(values: Iterable[Any], what: str) -> Iterable[Any]:
    if isinstance(values, (str, bytes)) or not isinstance(values, Iterable):
        raise InvalidValueError(values, f"a list of {what}")
    return values


def _name(value: object) -> str:
    name = value.id if isinstance(value, Person) else value
    if not isinstance(name, str) or not name:
        raise InvalidValueError(value, "the identifier of a person")
    return name


@frozen
class _Seats:
    """The people by identifier."""

    names: tuple[str, ...]
    numbers: dict[str, int]

    def known(self, people: Iterable[str], what: str) -> tuple[int, ...]:
        """Return the numbers of people who have to be there."""
        names = [_name(each) for each in _several(people, what)]
        for name in names:
            if name not in self.numbers:
                raise UnknownKeyError("person", name, self.names)
        return tuple(dict.fromkeys(self.numbers[name] for name in names))

    def here(self, people: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of those who are there; others met them too, and have left."""
        names = {_name(each) for each in _several(people, "people who met")}
        return tuple(sorted(self.numbers[name] for name in names if name in self.numbers))


def _sizes(people: int, groups: int | None, sizes: Sequence[int] | None) -> tuple[int, ...]:
    if (groups is None) == (sizes is None):
        raise InvalidValueError(groups, "either groups, how many, or sizes, one for each group")
    if people < 2:
        raise GroupsError(f"{counted(people, 'person', 'people')} cannot form groups")
    if groups is not None:
        number = whole_number(groups)
        if people < 2 * number:
            raise GroupsError(
                f"{people} people cannot form {counted(number, 'group')}: somebody would sit alone"
            )
        return even_sizes(people, number)
    found = tuple([whole_number(size, 2) for size in _several(sizes or (), "sizes")])
    if sum(found) != people:
        seats = in_groups(found) if found else "no groups"
        raise GroupsError(f"{seats} seat {sum(found)}, and there are {people} people")
    return tuple(sorted(found, reverse=True))


def _demands(
    seats: _Seats, apart: Sets, together: Sets, hosts: tuple[int, ...], sizes: tuple[int, ...]
) -> tuple[Demand, ...]:
    found: list[Demand] = [
        ("together", tuple(sorted(seats.known(each, "people to keep together"))))
        for each in _several(together, "people to keep together")
    ]
    found += [
        ("apart", tuple(sorted(seats.known(each, "people to keep apart"))))
        for each in _several(apart, "people to keep apart")
    ]
    if len(hosts) > len(sizes):
        raise GroupsError(
            f"{listed([seats.names[one] for one in hosts])} are hosts, and there are only"
            f" {counted(len(sizes), 'group')}"
        )
    if hosts:
        found.append(("hosts", hosts))
    return tuple(found)


def _rounds(
    seats: _Seats,
    sizes: tuple[int, ...],
    rounds: int,
    absent: Mapping[int, Iterable[str]],
    hosts: tuple[int, ...],
) -> tuple[Round, ...]:
    if not isinstance(absent, Mapping):
        raise InvalidValueError(absent, "the number of a round, from 1, with those who miss it")
    for number in absent:
        whole_number(number, 1, rounds)
    found = []
    for number in range(1, rounds + 1):
        away = seats.known(absent.get(number, ()), "absent people")
        present = tuple(one for one in range(len(seats.names)) if one not in away)
        if len(present) < 2:
            raise GroupsError(f"nobody is left to meet anybody in round {number}")
        tables = sum(1 for one in hosts if one in present)
        found.append(Round(present, thinned(sizes, len(present), tables=tables)))
    return tuple(found)


def _merged(blocks: Iterable[tuple[int, ...]]) -> tuple[tuple[int, ...], ...]:
    """Return blocks of people of whom no two share anybody."""
    merged: list[set[int]] = []
    for block in blocks:
        touching = [other for other in merged if not other.isdisjoint(block)]
        merged = [other for other in merged if other not in touching]
        merged.append(set(block).union(*touching))
    return tuple(sorted(tuple(sorted(block)) for block in merged if len(block) > 1))


def _alike(
    people: list[Any], numbers: Mapping[str, int], balance: Balance
) -> tuple[tuple[int, ...], ...]:
    found: list[tuple[int, ...]] = []
    for attribute in _several(balance, "attributes"):
        sharing: dict[Hashable, list[int]] = {}
        for each, number in zip(people, numbers.values(), strict=True):
            value = _value(each, attribute)
            if value not in (None, ""):
                sharing.setdefault(value, []).append(number)
        found.extend(tuple(members) for members in sharing.values() if len(members) > 1)
    return tuple(found)


def _value(person: Any, attribute: object) -> Hashable:
    value: object = _NOWHERE
    if isinstance(attribute, Mapping):
        value = attribute.get(_name(person))
    elif isinstance(attribute, str) and isinstance(person, Person):
        value = getattr(person, attribute, _NOWHERE)
    if value is _NOWHERE:
        expected = "a value for each person by identifier, or a field of the people given"
        raise InvalidValueError(attribute, expected)
    if not isinstance(value, Hashable):
        raise InvalidValueError(value, "one value for each person, such as a word")
    return value


def _check(names: tuple[str, ...], task: Task, demands: tuple[Demand, ...]) -> None:
    """Refuse what no round can satisfy, and name the smallest contradiction."""
    seen = set()
    for number, each in enumerate(task.rounds, 1):
        if each in seen:
            continue
        seen.add(each)
        if min(each.sizes) < 2:
            raise GroupsError(f"the hosts who are there in round {number} would sit alone")
        if demands and Seating(each.present, each.sizes, demands).groups() is None:
            found = smallest_contradiction(each.present, each.sizes, demands)
            when = "" if len(each.present) == task.people else f" in round {number}"
            raise GroupsError(_in_words(names, found, each.sizes, when))


def _in_words(
    names: tuple[str, ...], demands: Sequence[Demand], sizes: Sequence[int], when: str
) -> str:
    said = []
    for kind, people in demands:
        who = listed([names[one] for one in people])
        said.append(f"{who} host tables of their own" if kind == "hosts" else f"{who} sit {kind}")
    return f"{in_groups(sizes)} cannot be formed{when} so that {' and '.join(said)}"
