"""What dates have to meet, in sentences: each is made when it is said, in the language of then."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from fractions import Fraction

from workshopcore.calendar.wanted import Wanted
from workshopcore.calendar.words import (
    called,
    day_words,
    days_words,
    half_words,
    listed,
    span_words,
)
from workshopcore.language import gettext, month_name, ngettext, weekday_name
from workshopcore.model.programme import Closure

__all__ = [
    "can_come",
    "cannot_come",
    "cannot_stay",
    "gap_after",
    "gap_between",
    "is_free",
    "is_held",
    "may_miss",
    "none_after",
    "none_before",
    "none_during",
    "none_in",
    "on_weekdays",
    "others_in_the_way",
    "own_weekdays",
    "so_many",
    "starts_on",
    "too_few",
    "within",
]


def none_before(day: date) -> str:
    """Say that nothing is held before a day."""
    return gettext("No workshop before {day}", day=day_words(day))


def none_after(day: date) -> str:
    """Say that nothing is held after a day."""
    return gettext("No workshop after {day}", day=day_words(day))


def none_in(month: int) -> str:
    """Say that nothing is held in a month."""
    return gettext("No workshop in {month}", month=month_name(month))


def none_during(closure: Closure) -> str:
    """Say that nothing is held during a closure.

    >>> none_during(Closure("Summer holidays", "2027-07-22", "2027-09-01"))
    "No workshop during 'Summer holidays' (22 July to 1 September 2027)"
    """
    days = days_words(closure.start, closure.end or closure.start)
    return gettext(
        "No workshop during {closure} ({days})", closure=called(closure.title), days=days
    )


def on_weekdays(weekdays: Collection[int], workshops: Iterable[Wanted]) -> str:
    """Say on which days of the week workshops are, and which of them take several days."""
    several = [
        gettext("{workshop} on {days} days", workshop=called(each.title), days=each.days)
        for each in workshops
        if each.days > 1
    ]
    if not several:
        return gettext("Workshops are on a {weekdays}", weekdays=_weekdays(weekdays))
    return gettext(
        "Workshops are on a {weekdays} ({workshops} running)",
        weekdays=_weekdays(weekdays),
        workshops=listed(several),
    )


def own_weekdays(title: str, weekdays: Collection[int]) -> str:
    """Say on which days of the week a workshop is."""
    days = _weekdays(weekdays)
    return gettext("{workshop} is on a {weekdays}", workshop=called(title), weekdays=days)


def _weekdays(weekdays: Collection[int]) -> str:
    return listed(map(weekday_name, sorted(weekdays)), gettext("or"))


def is_held(title: str, moment: datetime, fact: bool) -> str:
    """Say when a workshop is held, as a fact or because it is fixed."""
    workshop, day = called(title), day_words(moment.date(), weekday=True)
    if fact:
        return gettext("{workshop} is on {day}", workshop=workshop, day=day)
    return gettext("{workshop} stays on {day}", workshop=workshop, day=day)


def cannot_stay(title: str, moment: datetime) -> str:
    """Say that a workshop has to leave its day."""
    day = day_words(moment.date(), weekday=True)
    return gettext("{workshop} cannot stay on {day}", workshop=called(title), day=day)


def within(title: str, day: date, *, last: bool) -> str:
    """Say before or after which day a workshop is not."""
    workshop, said = called(title), day_words(day)
    if last:
        return gettext("{workshop} is not after {day}", workshop=workshop, day=said)
    return gettext("{workshop} is not before {day}", workshop=workshop, day=said)


def starts_on(title: str, days: Iterable[date], *, never: bool) -> str:
    """Say on which days a workshop starts, or on which it does not."""
    workshop, said = called(title), listed(map(day_words, sorted(days)), gettext("or"))
    if never:
        return gettext("{workshop} does not start on {days}", workshop=workshop, days=said)
    return gettext("{workshop} starts on {days}", workshop=workshop, days=said)


def can_come(person: str, title: str) -> str:
    """Say that somebody can come to a workshop."""
    return gettext("{person} can come to {workshop}", person=person, workshop=called(title))


def cannot_come(person: str) -> str:
    """Say that somebody cannot come."""
    return gettext("{person} cannot come", person=person)


def others_in_the_way() -> str:
    """Say that a day leaves no room for the other workshops."""
    return gettext("The other workshops find no dates around it")


def is_free(rooms: Iterable[str], title: str) -> str:
    """Say that one of some rooms is free for a workshop."""
    listing = listed(rooms, gettext("or"))
    return gettext("{rooms} is free for {workshop}", rooms=listing, workshop=called(title))


def so_many(people: int, title: str = "") -> str:
    """Say how many can come at least: to one workshop, or to each."""
    if not title:
        return ngettext(
            "At least {count} person can come to each workshop",
            "At least {count} people can come to each workshop",
            people,
        )
    return ngettext(
        "At least {count} person can come to {workshop}",
        "At least {count} people can come to {workshop}",
        people,
        workshop=called(title),
    )


def too_few(coming: int, invited: int, away: Iterable[str], needed: int) -> str:
    """Say that too few can come, and who of them cannot.

    >>> too_few(5, 7, ["Amina", "Jo"], 6)
    '5 of 7 can come (not Amina or Jo), and 6 are needed'
    """
    names = listed(away, gettext("or"))
    if not names:
        return gettext(
            "{coming} of {invited} can come, and {needed} are needed",
            coming=coming,
            invited=invited,
            needed=needed,
        )
    return gettext(
        "{coming} of {invited} can come (not {people}), and {needed} are needed",
        coming=coming,
        invited=invited,
        people=names,
        needed=needed,
    )


def gap_between(days: int, *, longest: bool) -> str:
    """Say how far workshops are apart."""
    if longest:
        return gettext("Workshops are at most {span} apart", span=span_words(days))
    return gettext("Workshops are at least {span} apart", span=span_words(days))


def gap_after(title: str, earlier: str, days: int, *, longest: bool) -> str:
    """Say how far a workshop is from the one before it."""
    said = {"workshop": called(title), "earlier": called(earlier), "span": span_words(days)}
    if longest:
        return gettext("{workshop} is at most {span} after {earlier}", **said)
    return gettext("{workshop} is at least {span} after {earlier}", **said)


def may_miss(workshops: Fraction) -> str:
    """Say how many workshops anybody may miss."""
    return ngettext(
        "Nobody misses more than {number} workshop",
        "Nobody misses more than {number} workshops",
        1 if workshops <= 1 else 2,
        number=half_words(workshops),
    )
