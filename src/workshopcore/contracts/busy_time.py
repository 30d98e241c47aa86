"""Busy time: when somebody can come and when not, and nothing else of their diary.

An importer of busy time (``matter = "busy-time"``) gives a tuple of these values: a
:class:`Busy` for each diary, a :class:`Poll` for each person who answered a poll. What a spell
is taken up with has no place in them, so it can never be shown to anybody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Literal, TypeAlias, TypeGuard, get_args

from attrs import field, frozen

from workshopcore.errors import InvalidValueError, nearest, shown
from workshopcore.model import accept

__all__ = ["Answer", "Busy", "BusyTime", "Half", "Poll", "PollKey", "Spell"]

Answer: TypeAlias = Literal["yes", "maybe", "no"]
"""Whether somebody can come."""

Half: TypeAlias = Literal["morning", "afternoon"]
"""A half of a day; the hour from 12:00 to 13:00 belongs to neither."""

PollKey: TypeAlias = "date | tuple[date, Half]"
"""What a poll asks about: a day, or a half of one."""

_ANSWERS = frozenset(get_args(Answer))
_HALVES = frozenset(get_args(Half))


def _limit(value: date | datetime | str) -> date | datetime:
    """Accept a day or a moment; text longer than a day's is a moment."""
    if isinstance(value, datetime) or (isinstance(value, str) and len(value) > 10):
        moment = value if isinstance(value, datetime) else _moment(value)
        if accept.FIRST_YEAR <= moment.year <= accept.LAST_YEAR:
            return moment
        raise InvalidValueError(value, f"a moment from {accept.FIRST_YEAR} to {accept.LAST_YEAR}")
    found = accept.day(value)
    if found is None:
        raise InvalidValueError(value, "a day, or a moment")
    return found


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise InvalidValueError(text, "a moment such as 2027-01-19T09:30+00:00") from None


@frozen
class Spell:
    """A stretch of time in which somebody is busy.

    Attributes:
        start, end: two days, both included; or two moments, of which the second is not. Moments
            without an offset are on the wall clock of wherever the workshop is.
        tentative: whether they might be free after all.

    Raises:
        InvalidValueError: the two do not belong together, or the end comes first.

    >>> Spell("2027-02-15", "2027-02-19").tentative
    False
    """

    start: date | datetime = field(converter=_limit)
    end: date | datetime = field(converter=_limit)
    tentative: bool = field(default=False, converter=accept.flag, kw_only=True)

    def __attrs_post_init__(self) -> None:
        first, last = self.start, self.end
        if isinstance(first, datetime) is not isinstance(last, datetime):
            raise InvalidValueError(self._said, "two days, or two moments")
        if _offset(first) is not _offset(last):
            raise InvalidValueError(self._said, "two moments with an offset, or two without")
        if last < first:
            raise InvalidValueError(self._said, "an end not before the start")

    @property
    def _said(self) -> str:
        return f"{self.start.isoformat()} to {self.end.isoformat()}"


def _offset(value: date | datetime) -> bool:
    return isinstance(value, datetime) and value.utcoffset() is not None


def _spells(values: Iterable[Spell | date | str]) -> tuple[Spell, ...]:
    if isinstance(values, (str, bytes, date)) or not isinstance(values, Iterable):
        raise InvalidValueError(values, "a list of days or spells")
    return tuple([each if isinstance(each, Spell) else Spell(each, each) for each in values])


@frozen
class Busy:
    """When somebody is busy, as one diary or one list of days tells it.

    Attributes:
        who: a person's identifier, or the name of a room.
        spells: when they are busy; a day alone will do for a spell of one day.
        first, last: the days between which it tells anything (both included); left out, it
            tells of all time. What lies outside is not free: nothing is known of it.

    >>> Busy("amina", ["2027-01-19", Spell("2027-02-15", "2027-02-19")]).spells[0].end
    datetime.date(2027, 1, 19)
    """

    who: str = field(converter=accept.title)
    spells: tuple[Spell, ...] = field(default=(), converter=_spells)
    first: date | None = field(default=None, converter=accept.day, kw_only=True)
    last: date | None = field(default=None, converter=accept.day, kw_only=True)


def _poll_answers(values: Mapping[PollKey | str, Answer]) -> Mapping[PollKey, Answer]:
    if not isinstance(values, Mapping):
        raise InvalidValueError(values, "days with answers")
    for answer in _distinct(values.values()):
        if answer not in _ANSWERS:
            raise _no_answer(answer)
    if set(map(type, values)) <= {date}:
        return dict(values)  # type: ignore[arg-type]
    return {_poll_key(key): answer for key, answer in values.items()}


def _distinct(answers: Collection[object]) -> Collection[object]:
    try:
        return set(answers)
    except TypeError:
        return [answer if isinstance(answer, str) else repr(answer) for answer in answers]


def _poll_key(key: object) -> PollKey:
    if isinstance(key, tuple) and len(key) == 2 and _is_half(key[1]):
        return _poll_day(key[0]), key[1]
    return _poll_day(key)


def _poll_day(key: object) -> date:
    found = accept.day(key) if isinstance(key, (date, str)) else None
    if found is None:
        raise InvalidValueError(key, "a day, or a day with morning or afternoon")
    return found


def _is_half(value: object) -> TypeGuard[Half]:
    return isinstance(value, str) and value in _HALVES


def _no_answer(answer: object) -> InvalidValueError:
    guess = nearest(answer, _ANSWERS) if isinstance(answer, str) else ""
    hint = f"Did you mean {shown(guess)}?" if guess else ""
    return InvalidValueError(answer, "yes, maybe or no", hint)


@frozen
class Poll:
    """What one person answered to a poll of dates.

    Attributes:
        who: a person's identifier.
        answers: yes, maybe or no for each day, or half of a day, that they answered to.
        overrules: what they answered counts, whatever their diary says; otherwise whichever is
            less free.

    >>> Poll("amina", {"2027-01-19": "yes", ("2027-01-20", "morning"): "maybe"}).answers[
    ...     date(2027, 1, 19)
    ... ]
    'yes'
    """

    who: str = field(converter=accept.title)
    answers: Mapping[PollKey, Answer] = field(factory=dict, converter=_poll_answers)
    overrules: bool = field(default=False, converter=accept.flag, kw_only=True)


BusyTime: TypeAlias = Busy | Poll
"""What is known of one person's time from one source."""
