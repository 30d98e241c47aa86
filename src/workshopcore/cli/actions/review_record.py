"""What a workshop's opening review says of each action, recorded as it is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workshopcore import files
from workshopcore.actions import review
from workshopcore.cli.actions import review_text, wording
from workshopcore.cli.actions.choosing import standing_of
from workshopcore.cli.actions.review_questions import (
    SKIP,
    STOP,
    asked_answer,
    asked_due,
    checked_due,
)
from workshopcore.cli.asking import asked_text, somebody_is_there
from workshopcore.cli.editing import edit
from workshopcore.cli.program import Refusal
from workshopcore.cli.terminal import Terminal
from workshopcore.cli.words import chosen_action
from workshopcore.errors import IllegalMoveError
from workshopcore.model.action import CLOSED, Review
from workshopcore.reports.wording import count

if TYPE_CHECKING:
    from workshopcore.actions import Standing
    from workshopcore.model.action import Action
    from workshopcore.model.programme import Programme
    from workshopcore.model.workshop import Workshop

__all__ = ["carry_over", "go_through"]


def carry_over(file: Path, workshop: str, name: str, note: str, due: date | None) -> None:
    """Record that a workshop carried an action over.

    Raises:
        Refusal: it was not open when the workshop began, or nothing can be said of it there
            any more.
    """

    def change(programme: Programme) -> Programme:
        held, action = programme.workshop(workshop), chosen_action(programme, name)
        _check_open(programme, held, action)
        review = Review(held.id, held.day, carried=True, due=checked_due(due, held), note=note)
        return programme.with_review(action.id, review)

    edited = edit(file, change)
    _tell(edited.after, workshop, chosen_action(edited.before, name).id)


def _check_open(programme: Programme, held: Workshop, action: Action) -> None:
    names = [each.action.id for each in review(programme, held.id).open]
    if action.id not in names or action.status(held.day) in CLOSED:
        raise Refusal(
            f"'{action.id}' is not open at '{held.title}'."
            f" Open when it begins: {', '.join(names) or 'none'}"
        )


def go_through(file: Path, workshop: str) -> None:
    """Ask after every open action that the workshop has said nothing of yet.

    Each answer is in the file before the next question.

    Raises:
        Refusal: there is nobody to ask.
    """
    if not somebody_is_there():
        raise Refusal(
            "--record asks after each action, and needs a terminal for it:"
            " in a script use --carry ID --note WHY"
        )
    terminal = Terminal()
    names = [each.action.id for each in _waiting(files.load(file), workshop)]
    for number, name in enumerate(names, 1):
        programme = files.load(file)
        each = next((e for e in _waiting(programme, workshop) if e.action.id == name), None)
        # Somebody else may have recorded it in the meantime.
        if each is None:
            continue
        _introduce(terminal, programme, each, f"{number} of {len(names)}")
        if not _record(file, programme, workshop, each):
            break
    _end(terminal, files.load(file), workshop)


def _waiting(programme: Programme, workshop: str) -> list[Standing]:
    """Return the actions that were open when a workshop began and wait for what it says."""
    held = programme.workshop(workshop)
    return [
        each
        for each in review(programme, workshop).open
        if not review_text.reviewed(each, workshop)
        and each.action.status(held.day) not in CLOSED
        and not _has_later_news(each, held)
    ]


def _has_later_news(each: Standing, held: Workshop) -> bool:
    history = each.action.history()
    return bool(history) and history[-1].on > held.day


def _introduce(terminal: Terminal, programme: Programme, each: Standing, number: str) -> None:
    terminal.say()
    owner = wording.owner(programme, each, each.moment.on)
    terminal.say((f"{number}  ", "dim"), (owner, "bold"))
    review_text.show_action(terminal, programme, each)


def _record(file: Path, programme: Programme, workshop: str, each: Standing) -> bool:
    """Ask what is said of an action and save it; return whether to go on."""
    held = programme.workshop(workshop)
    answer = asked_answer(each.action.status(held.day))
    if answer in (SKIP, STOP):
        return answer is SKIP
    note = asked_text(answer.why, "a reason is needed") if answer.why else ""
    due = asked_due(programme, held, each) if answer.stays_open else None
    said = Review(
        held.id,
        held.day,
        carried=answer.stays_open,
        status=answer.status,
        due=due,
        note=note,
    )
    try:
        edited = edit(file, lambda programme: programme.with_review(each.action.id, said))
    except IllegalMoveError as error:
        Terminal().say(("Not recorded: ", "bold red"), str(error))
        return True
    _tell(edited.after, workshop, each.action.id)
    return True


def _tell(programme: Programme, workshop: str, action: str) -> None:
    each = standing_of(programme, action, programme.workshop(workshop).day)
    said = review_text.reviewed(each, workshop)
    assert said is not None, "it has just been added"
    first = wording.first(each)
    due = f"; due {each.due or 'on no day yet'}{f' ({first})' if first else ''}"
    told = review_text.outcome(said)
    Terminal().say((f"{action}: ", "bold"), told, due if each.is_open else "")


def _end(terminal: Terminal, programme: Programme, workshop: str) -> None:
    held = programme.workshop(workshop)
    left = len(_waiting(programme, workshop))
    terminal.say()
    if left:
        terminal.say(f"{held.title}: {count(left, 'open action')} left. Run it again to go on.")
    else:
        terminal.say(f"{held.title}: no open action is left to ask after.")
    late = [
        each.action.id
        for each in review(programme, workshop).open
        if _has_later_news(each, held) and not review_text.reviewed(each, workshop)
    ]
    if late:
        terminal.say(
            f"Of {', '.join(late)} there is later news on record: nothing can be added before it."
        )
