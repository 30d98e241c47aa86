"""What a reminder says, in words: the same in an e-mail, in its plain text and on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from workshopcore.actions.letters.words import counted, line, weekday
from workshopcore.actions.standing import Standing

if TYPE_CHECKING:
    from workshopcore.actions.reminders import Reminder

__all__ = ["Entry", "Group", "Letter", "letter"]


@frozen
class Entry:
    """One action.

    Attributes:
        statement: what is to be done.
        facts: what its owner needs to know of it, each with a label.
    """

    statement: str
    facts: tuple[tuple[str, str], ...]


@frozen
class Group:
    """Actions under a heading, with a sentence that goes before them; it may be empty."""

    title: str
    introduction: str
    entries: tuple[Entry, ...]


@frozen
class Letter:
    """A letter, in lines and paragraphs of plain words.

    Attributes:
        subject: what it is about, in one line.
        greeting: the line it opens with.
        opening: how much there is.
        date: the one date to keep in mind, in a sentence.
        groups: the actions, those past their date first.
        closing: paragraphs on what comes next, and how to answer.
    """

    subject: str
    greeting: str
    opening: str
    date: str
    groups: tuple[Group, ...]
    closing: tuple[str, ...]


def letter(reminder: Reminder) -> Letter:
    """Return what a reminder says."""
    title = line(reminder.programme.title)
    many = counted(len(reminder.actions), "open action")
    if not reminder.actions:
        many = counted(len(reminder.unowned), "action") + " without an owner"
    by = f", {weekday(reminder.by)}" if reminder.by and reminder.actions else ""
    return Letter(
        f"{many}{by}: {title}",
        f"Dear {line(reminder.person.name) or 'colleague'},",
        _opening(reminder, many, title),
        _date(reminder),
        tuple(_groups(reminder)),
        tuple(_closing(reminder)),
    )


def _opening(reminder: Reminder, many: str, title: str) -> str:
    if reminder.actions:
        return f"You have {many} in “{title}”."
    return f"There is something in “{title}” that nobody answers for any more."


def _date(reminder: Reminder) -> str:
    if not reminder.actions:
        return ""
    one = len(reminder.actions) == 1
    if reminder.by is None:
        return f"No date is to come: please say by when {'it' if one else 'each'} can be done."
    if reminder.workshop is not None and reminder.by == reminder.workshop.day:
        why = f"we look at {'it' if one else 'them'} together"
    else:
        why = "it is due" if one else "the first of them is due"
    return f"The date to keep in mind is {weekday(reminder.by)}, when {why}."


def _groups(reminder: Reminder) -> Iterator[Group]:
    late = reminder.late
    coming = [each for each in reminder.actions if not each.late]
    if late:
        title, one = ("Past their date", "one") if len(late) > 1 else ("Past its date", "it")
        yield Group(title, _KINDLY.format(one=one), _all(late))
    if coming:
        yield Group("Still to come" if late else "What is open", "", _all(coming))
    if reminder.unowned:
        yield Group("Without an owner", _TO_PLACE, tuple(_unowned(reminder)))


_KINDLY = (
    "It happens. If {one} is done, a word is enough and it comes off the list. If something is in"
    " the way, say what would help, or by when it can be done."
)
_TO_PLACE = "Whoever had these has left, and nobody took over. Please find each a new owner."


def _all(standings: Sequence[Standing]) -> tuple[Entry, ...]:
    return tuple(Entry(line(one.action.statement), tuple(_facts(one))) for one in standings)


def _unowned(reminder: Reminder) -> Iterator[Entry]:
    for one in reminder.unowned:
        owner = line(reminder.programme.person(one.owner).name)
        yield Entry(line(one.action.statement), (("It was with", owner), *_facts(one)))


def _facts(one: Standing) -> Iterator[tuple[str, str]]:
    yield "Due", _due(one)
    if one.progress is not None:
        yield "Reported so far", f"{one.progress} per cent"
    if one.status == "blocked":
        yield "Held up by", line(one.blocked_by) or "no reason is on record"
    if one.action.evidence_required.strip():
        yield "What will show that it is done", line(one.action.evidence_required)


def _due(one: Standing) -> str:
    if one.due is None:
        return "no date yet"
    if one.late:
        return f"{weekday(one.due)}, {counted(one.late, 'day')} ago"
    return weekday(one.due)


def _closing(reminder: Reminder) -> Iterator[str]:
    workshop = reminder.workshop
    if workshop is not None:
        yield f"Our next workshop is “{line(workshop.title)}” on {weekday(workshop.day)}."
    yield "To answer, a line for each is enough: done, on its way, or stuck."
