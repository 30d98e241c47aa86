"""What a workshop did about actions: those it agreed, and those it asked after."""

from __future__ import annotations

from datetime import date

from workshopcore.contracts.report import Block, Run
from workshopcore.model.action import Action, Review
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.blocks import table
from workshopcore.reports.people import named
from workshopcore.reports.wording import day, state

__all__ = ["agreed_there", "reviewed_there"]


def agreed_there(programme: Programme, workshop: Workshop, as_of: date) -> tuple[Block, ...]:
    """Return the actions that came out of a workshop, with the dates first agreed."""
    return table(
        ("Id", "Action", "Owner", "With", "Due", "To show it is done"),
        [
            (
                (Run(action.id, "code"),),
                action.statement,
                programme.person(action.owner).name,
                named(programme, (supporter.person for supporter in action.supporters)),
                day(action.due) if action.due else "no date yet",
                action.evidence_required,
            )
            for action in programme.actions
            if action.origin.partition("/")[0] == workshop.id and action.exists(as_of)
        ],
    )


def reviewed_there(programme: Programme, workshop: Workshop, as_of: date) -> tuple[Block, ...]:
    """Return what a workshop said of earlier actions."""
    return table(
        ("Id", "Action", "Owner", "Result", "Note"),
        [
            (
                (Run(action.id, "code"),),
                action.statement,
                programme.person(action.owner).name,
                _result(action, review),
                review.note,
            )
            for action in programme.actions
            for review in action.reviews
            if review.workshop == workshop.id and review.on <= as_of
        ],
    )


def _result(action: Action, review: Review) -> str:
    told = state(review.status or action.status(review.on))
    if review.carried:
        told += ", carried over"
    return f"{told}; now due {day(review.due)}" if review.due else told
