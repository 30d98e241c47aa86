"""Closures of a programme: public holidays of a region, and lists of school holidays and the like.

What they mean for dates is for the house to say: ``DateRules.closed`` and check ``WC131``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import get_args

from attrs import evolve

from workshopcore.errors import InvalidValueError, Problem, UnknownKeyError
from workshopcore.exchange.decoding import decoded
from workshopcore.exchange.names import plain
from workshopcore.model.programme import Closure, ClosureKind, Programme
from workshopcore_calendar.busy.day_lines import Heading, day_lines
from workshopcore_calendar.problems import line_of

__all__ = [
    "closures_from_holidays",
    "closures_from_list",
    "kind_of",
    "region",
    "with_closures",
    "years_of",
]

_KINDS: dict[str, ClosureKind] = {
    shape: kind
    for kind in get_args(ClosureKind)
    for shape in (plain(kind), plain(kind) + "s", plain(kind) + " week", plain(kind) + " weeks")
}


def closures_from_holidays(
    country: str, subdivision: str = "", years: Iterable[int] = (), *, language: str = ""
) -> tuple[Closure, ...]:
    """Return the public holidays of a region, in order of time.

    Args:
        country: by its ISO 3166 code, such as ``GB``.
        subdivision: what follows it in ISO 3166-2, such as ``ENG``; left out, only what the
            whole country keeps.
        years: which years.
        language: of their names, such as ``en_GB`` or ``cy``; left out, the country's own.

    Raises:
        InvalidValueError: there is no year, or one beyond all calendars.
        UnknownKeyError: nothing is known of such a region, or not in such a language.

    >>> [str(day.start) for day in closures_from_holidays("GB", "ENG", [2027])][:3]
    ['2027-01-01', '2027-03-26', '2027-03-29']
    """
    import holidays

    wanted = _years(years)
    known = holidays.list_supported_countries(include_aliases=True)
    _check("country", country, known)
    if subdivision:
        _check(f"subdivision of {country}", subdivision, known[country])
    kept = getattr(holidays, country)
    if language:
        _check(f"language of {country}", language, kept.supported_languages)
    # Without a language, the library would take that of the machine.
    language = language or kept.default_language or "en_US"
    found = kept(subdiv=subdivision or None, years=wanted, language=language)
    return tuple(Closure(name, day) for day, name in sorted(found.items()))


def _years(years: Iterable[int]) -> list[int]:
    wanted = sorted(set(years))
    if not wanted or not all(1900 <= year <= 2100 for year in wanted):
        raise InvalidValueError(", ".join(map(str, wanted)), "years from 1900 to 2100")
    return wanted


def _check(kind: str, name: str, known: Iterable[str]) -> None:
    if name not in known:
        raise UnknownKeyError(kind, name, known)


def region(text: str) -> tuple[str, str]:
    """Return country and subdivision of a region.

    >>> region("gb-eng"), region("FR")
    (('GB', 'ENG'), ('FR', ''))
    """
    country, _, subdivision = text.strip().upper().partition("-")
    return country, subdivision


def kind_of(text: str) -> ClosureKind | None:
    """Return the kind of closure that a word means, ``None`` where it means none.

    >>> kind_of("School holidays"), kind_of("committee weeks"), kind_of("Half term")
    ('school-holiday', 'committee', None)
    """
    return _KINDS.get(plain(text))


def closures_from_list(
    data: bytes, kind: ClosureKind = "other", title: str = "", *, month_first: bool = False
) -> tuple[tuple[Closure, ...], tuple[Problem, ...]]:
    r"""Return the closures of a plain list, and what of it could not be read.

    Each line has a day or a stretch of days, and beside it a title, a kind of closure, or both.
    A line without a day is the title of those below that have none.

    Args:
        data: the file.
        kind: of the lines that name none.
        title: of the lines that have none, and none above them.
        month_first: months come first in dates of three numbers.

    >>> found, problems = closures_from_list(
    ...     b"15 to 19 February 2027, Half term\n2027-05-06, Local elections, election\n",
    ...     "school-holiday",
    ... )
    >>> [(each.title, each.kind) for each in found], problems
    ([('Half term', 'school-holiday'), ('Local elections', 'election')], ())
    """
    text, problems = decoded(data)
    faults: list[Problem] = []
    found: list[Closure] = []
    above, usual = title.strip(), kind
    for line in day_lines(text, faults, month_first=month_first):
        if isinstance(line, Heading):
            named = kind_of(line.text)
            above, usual = line.text, named or kind
            continue
        kinds = [said for text in line.beside if (said := kind_of(text))]
        titles = [text for text in line.beside if not kind_of(text)]
        name = ", ".join(titles) or above or _name_of(kinds[0] if kinds else usual)
        end = line.last if line.last > line.first else None
        found.append(Closure(name, line.first, end, kinds[0] if kinds else usual))
    return tuple(found), (*problems, *sorted(faults, key=line_of))


def _name_of(kind: ClosureKind) -> str:
    return kind.replace("-", " ").capitalize()


def years_of(programme: Programme) -> range:
    """Return the years that a programme touches, and the one after them: workshops are put off.

    Raises:
        InvalidValueError: it says of no day.
    """
    days: list[date] = [workshop.day for workshop in programme.workshops]
    days += [day for day in (programme.start, programme.end) if day]
    if not days:
        expected = "a programme with a start and an end, or with workshops"
        raise InvalidValueError(programme.title, expected, "Name the years")
    return range(min(days).year, max(days).year + 2)


def with_closures(
    programme: Programme, closures: Iterable[Closure]
) -> tuple[Programme, tuple[Closure, ...]]:
    """Return a programme with closures, and those that are new to it.

    One of a kind that is there already for the same days is not added a second time.

    >>> from workshopcore.model.programme import Programme
    >>> easter = Closure("Good Friday", "2027-03-26")
    >>> year, added = with_closures(Programme(title="A year"), [easter, easter])
    >>> len(added), with_closures(year, [easter])[1]
    (1, ())
    """
    known = {_days(each) for each in programme.closures}
    added: list[Closure] = []
    for closure in closures:
        if _days(closure) not in known:
            known.add(_days(closure))
            added.append(closure)
    if not added:
        return programme, ()
    return evolve(programme, closures=[*programme.closures, *added]), tuple(added)


def _days(closure: Closure) -> tuple[date, date, ClosureKind]:
    return closure.start, closure.end or closure.start, closure.kind
