"""What is asked of an importer of busy time: which days, and whose time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import PurePath
from typing import Any, TypeVar

from workshopcore.errors import InvalidValueError, Problem
from workshopcore.exchange.words import Words
from workshopcore.model import accept
from workshopcore.model.moments import zone
from workshopcore.model.options import Options
from workshopcore.model.programme import Programme
from workshopcore_calendar.busy.closures import years_of
from workshopcore_calendar.busy.merging import Horizon

__all__ = ["MOST_DAYS", "People", "horizon_of", "nobody", "option"]

MOST_DAYS = 3_660
"""Ten years: as long as dates can be chosen for."""
_WHO = "whose diary it is"
_AROUND = ("diary", "calendar", "kalender", "busy", "freebusy")
_CURE = "Pass who= with a name, an e-mail address or an identifier, or room= for a room"
T = TypeVar("T")


def option(
    options: Options, name: str, accepted: Callable[[Any], T], otherwise: T, faults: list[Problem]
) -> T:
    """Return an option, or what stands for it where it is left out or cannot be."""
    try:
        return accepted(options[name]) if name in options else otherwise
    except InvalidValueError as fault:
        faults.append(fault.at(f"options.{name}"))
        return otherwise


def horizon_of(programme: Programme, options: Options, faults: list[Problem]) -> Horizon | None:
    """Return the days that are asked for.

    Left out, they are whole years: from that in which the programme begins to the one after
    that in which it ends, since workshops are put off.

    Args:
        programme: by whose days and time zone.
        options: ``first`` and ``last``.
        faults: takes what is wrong with them.
    """
    own = _years(programme)
    first = option(options, "first", accept.day, None, faults) or (own and own[0])
    last = option(options, "last", accept.day, None, faults) or (own and own[1])
    if not first or not last:
        expected = "the first and the last day that matter"
        cure = "Pass first= and last=, or give the programme a start and an end"
        faults.append(Problem("WC004", "options.first", "nothing", expected, cure))
        return None
    if not timedelta() <= last - first <= timedelta(MOST_DAYS):
        expected = f"a last day from the first to {MOST_DAYS:,} days later"
        faults.append(InvalidValueError(f"{first} to {last}", expected).at("options.last"))
        return None
    return Horizon(first, last, zone(programme.time_zone))


def _years(programme: Programme) -> tuple[date, date] | None:
    try:
        years = years_of(programme)
    except InvalidValueError:
        return None
    return date(years[0], 1, 1), date(min(years[-1], accept.LAST_YEAR), 12, 31)


class People:
    """Whose time is meant, in terms of a programme."""

    def __init__(self, programme: Programme) -> None:
        self._words = Words(programme)
        self._addresses: dict[str, str] = {}
        self._twice: set[str] = set()
        for person in programme.people:
            address = person.email.strip().casefold()
            if address and self._addresses.setdefault(address, person.id) != person.id:
                self._twice.add(address)

    def asked(self, options: Options, faults: list[Problem]) -> str:
        """Return whom the options name, ``""`` where they name nobody."""
        room = option(options, "room", accept.title, "", faults)
        return room or option(options, "who", self._words.person, "", faults)

    def called(self, names: Iterable[str]) -> str:
        """Return the first person that a name leads to: of a calendar, or of a file."""
        for name in names:
            for shape in _shapes(name):
                try:
                    return self._words.person(shape)
                except InvalidValueError:
                    continue
        return ""

    def of_address(self, address: str) -> str:
        """Return the person of an e-mail address, ``""`` where it is nobody's alone."""
        plain = address.strip().casefold().removeprefix("mailto:")
        return "" if plain in self._twice else self._addresses.get(plain, "")

    def addresses(self, person: str) -> frozenset[str]:
        """Return the e-mail addresses of a person, in small letters."""
        return frozenset(address for address, id in self._addresses.items() if id == person)


def _shapes(name: str) -> Iterable[str]:
    """Yield what of a name may be a person's: a file may be called ``diary-amina_yusuf.ics``."""
    stem = PurePath(name.replace("\\", "/")).name.strip()
    if stem.casefold().endswith((".ics", ".csv", ".txt", ".tsv")):
        stem = stem[:-4]
    yield stem
    yield stem.replace("_", " ").replace(".", " ")
    for word in _AROUND:
        plain = stem.replace("_", " ").replace("-", " ")
        if plain.casefold().startswith(f"{word} "):
            yield plain[len(word) + 1 :]
        if plain.casefold().endswith(f" {word}"):
            yield plain[: -len(word) - 1]
            yield plain[: -len(word) - 1].removesuffix("'s").removesuffix("’s")


def nobody(place: str, found: str) -> Problem:
    """Return the fault of a diary that is nobody's."""
    return Problem("WC004", place, found, _WHO, _CURE)
