"""What a reminder says, in words: the same in an e-mail, in its plain text and on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from workshopcore.actions.letters.spoken import in_its_language
from workshopcore.actions.letters.words import line, weekday
from workshopcore.actions.standing import Standing
from workshopcore.language import gettext, gettext_noop, ngettext, pgettext

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
    """Return what a reminder says, in its own language."""
    title = line(reminder.programme.title)
    with in_its_language(reminder):
        return Letter(
            _subject(reminder, title),
            _greeting(line(reminder.person.name)),
            _opening(reminder, title),
            _date(reminder),
            tuple(_groups(reminder)),
            tuple(_closing(reminder)),
        )


def _subject(reminder: Reminder, title: str) -> str:
    number = len(reminder.actions)
    if not number:
        return ngettext(
            "{count} action without an owner: {programme}",
            "{count} actions without an owner: {programme}",
            len(reminder.unowned),
            programme=title,
        )
    if reminder.by is None:
        return ngettext(
            "{count} open action: {programme}",
            "{count} open actions: {programme}",
            number,
            programme=title,
        )
    return ngettext(
        "{count} open action, {day}: {programme}",
        "{count} open actions, {day}: {programme}",
        number,
        day=weekday(reminder.by),
        programme=title,
    )


def _greeting(name: str) -> str:
    return gettext("Dear {name},", name=name) if name else gettext("Dear colleague,")


def _opening(reminder: Reminder, title: str) -> str:
    if reminder.actions:
        return ngettext(
            "You have {count} open action in “{programme}”.",
            "You have {count} open actions in “{programme}”.",
            len(reminder.actions),
            programme=title,
        )
    return gettext(
        "There is something in “{programme}” that nobody answers for any more.", programme=title
    )


def _date(reminder: Reminder) -> str:
    number = len(reminder.actions)
    if not number:
        return ""
    if reminder.by is None:
        return ngettext(
            "No date is to come: please say by when it can be done.",
            "No date is to come: please say by when each can be done.",
            number,
        )
    if reminder.workshop is not None and reminder.by == reminder.workshop.day:
        return ngettext(
            "The date to keep in mind is {day}, when we look at it together.",
            "The date to keep in mind is {day}, when we look at them together.",
            number,
            day=weekday(reminder.by),
        )
    return ngettext(
        "The date to keep in mind is {day}, when it is due.",
        "The date to keep in mind is {day}, when the first of them is due.",
        number,
        day=weekday(reminder.by),
    )


def _groups(reminder: Reminder) -> Iterator[Group]:
    late = reminder.late
    coming = [each for each in reminder.actions if not each.late]
    if late:
        title = ngettext("Past its date", "Past their date", len(late))
        yield Group(title, _kindly(len(late)), _all(late))
    if coming:
        title = gettext("Still to come") if late else gettext("What is open")
        yield Group(title, "", _all(coming))
    if reminder.unowned:
        yield Group(gettext("Without an owner"), gettext(_TO_PLACE), tuple(_unowned(reminder)))


def _kindly(late: int) -> str:
    return ngettext(
        "It happens. If it is done, a word is enough and it comes off the list. If something is in"
        " the way, say what would help, or by when it can be done.",
        "It happens. If one is done, a word is enough and it comes off the list. If something is"
        " in the way, say what would help, or by when it can be done.",
        late,
    )


_TO_PLACE = gettext_noop(
    "Whoever had these has left, and nobody took over. Please find each a new owner."
)


def _all(standings: Sequence[Standing]) -> tuple[Entry, ...]:
    return tuple(Entry(line(one.action.statement), tuple(_facts(one))) for one in standings)


def _unowned(reminder: Reminder) -> Iterator[Entry]:
    for one in reminder.unowned:
        owner = line(reminder.programme.person(one.owner).name)
        yield Entry(line(one.action.statement), ((gettext("It was with"), owner), *_facts(one)))


def _facts(one: Standing) -> Iterator[tuple[str, str]]:
    yield pgettext("of an action", "Due"), _due(one)
    if one.progress is not None:
        yield gettext("Reported so far"), gettext("{number} per cent", number=one.progress)
    if one.status == "blocked":
        yield gettext("Held up by"), line(one.blocked_by) or gettext("no reason is on record")
    if one.action.evidence_required.strip():
        yield gettext("What will show that it is done"), line(one.action.evidence_required)


def _due(one: Standing) -> str:
    if one.due is None:
        return gettext("no date yet")
    if one.late:
        return ngettext(
            "{day}, {count} day ago", "{day}, {count} days ago", one.late, day=weekday(one.due)
        )
    return weekday(one.due)


def _closing(reminder: Reminder) -> Iterator[str]:
    workshop = reminder.workshop
    if workshop is not None:
        yield gettext(
            "Our next workshop is “{workshop}” on {day}.",
            workshop=line(workshop.title),
            day=weekday(workshop.day),
        )
    yield gettext("To answer, a line for each is enough: done, on its way, or stuck.")
