"""An opening review as it is read out: by owner, each action with what there is to say of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from workshopcore.actions import answering
from workshopcore.cli.actions import wording
from workshopcore.cli.terminal import Terminal, plain
from workshopcore.reports.wording import count, day, times, weekday

if TYPE_CHECKING:
    from workshopcore.actions import ActionReviewSheet, Standing
    from workshopcore.model.action import Review
    from workshopcore.model.programme import Programme

__all__ = ["outcome", "reviewed", "show", "show_action"]


def show(programme: Programme, sheet: ActionReviewSheet) -> None:
    """Print an opening review."""
    terminal = Terminal()
    terminal.say((programme.workshop(sheet.workshop).title, "bold"), f", {weekday(sheet.on)}")
    terminal.say(_summary(sheet))
    for group in sheet.owners:
        terminal.say()
        terminal.say((group.owner.name if group.owner else "Needs a new owner", "bold"))
        for each in group.actions:
            show_action(terminal, programme, each)
            found = reviewed(each, sheet.workshop)
            if found:
                _indented(terminal, 4, ("said here: ", "bold"), _answer(found))
    if sheet.closed:
        terminal.say()
        rows = [
            (str(each.closed), wording.status(each), each.action.id, each.action.statement)
            for each in sheet.closed
        ]
        terminal.table(("closed", "as", "id", "action"), rows)


def _summary(sheet: ActionReviewSheet) -> str:
    late = sum(each.late > 0 for each in sheet.open)
    blocked = sum(each.status == "blocked" for each in sheet.open)
    found = f"{count(len(sheet.open), 'open action')}; "
    found += f"{late or 'none'} overdue, {blocked or 'none'} blocked"
    since = f" since {day(sheet.since)}" if sheet.since else ""
    return (
        f"{found if sheet.open else 'Nothing is open'}; {len(sheet.closed) or 'none'} closed{since}"
    )


def show_action(terminal: Terminal, programme: Programme, each: Standing) -> None:
    """Print one open action, with all that has been said of it."""
    _indented(terminal, 2, (f"{each.action.id}: ", "bold"), each.action.statement)
    for line in _lines(programme, each):
        _indented(terminal, 4, line)


def reviewed(each: Standing, workshop: str) -> Review | None:
    """Return what a workshop said of an action, if it did."""
    return next((one for one in each.action.reviews if one.workshop == workshop), None)


def _lines(programme: Programme, each: Standing) -> Iterator[str]:
    answers = answering(programme, each.owner, each.moment.on)
    if answers is None or answers.id != each.owner:
        yield f"it was with {programme.person(each.owner).name}, who has left"
    where = ", ".join(word for word in (wording.status(each), wording.progress(each)) if word)
    age = "" if each.age is None else f"; {count(each.age, 'day')} old"
    first = wording.first(each)
    yield f"{where}{age}; due {wording.due(each)}{f' ({first})' if first else ''}"
    if each.carries:
        yield f"carried over {times(each.carries)}"
    if each.slips:
        yield f"put later {times(each.slips)}, by {count(each.slipped, 'day')} in all"
    if each.unreviewed:
        titles = (programme.workshop(name).title for name in each.unreviewed)
        yield f"not asked after at: {', '.join(titles)}"
    if each.blocked_by:
        yield f"blocked by: {each.blocked_by}"
    elif each.news:
        yield f"latest news: {each.news}"
    if each.action.evidence_required:
        yield f"to show it is done: {each.action.evidence_required}"


def outcome(review: Review) -> str:
    """Return what a workshop made of an action, in a word or two.

    >>> from workshopcore.model.action import Review
    >>> outcome(Review("where-to", "2027-03-09", carried=True, status="blocked"))
    'blocked and carried over'
    """
    status = (review.status or "").replace("-", " ")
    words = (status, "carried over" if review.carried else "")
    return " and ".join(word for word in words if word) or "nothing new"


def _answer(review: Review) -> str:
    due = f", now due {review.due}" if review.due else ""
    return f"{outcome(review)}{due}{f': {review.note}' if review.note else ''}"


def _indented(terminal: Terminal, by: int, *parts: str | tuple[str, str]) -> None:
    """Print a paragraph: wrapped and indented on a terminal, one line anywhere else."""
    if not terminal.is_terminal:
        terminal.say(" " * by, *parts)
        return
    text = Text()
    for part in parts:
        words, style = (part, "") if isinstance(part, str) else part
        text.append(plain(words), style)
    terminal.print(Padding(text, (0, 0, 0, by)))
