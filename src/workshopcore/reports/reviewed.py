"""What workshops do about actions: agree them, ask after them, and which one asks next."""

from __future__ import annotations

from datetime import date

from workshopcore.actions import plan
from workshopcore.contracts.report import Block, Paragraph, Run
from workshopcore.language import gettext, pgettext
from workshopcore.model.action import Action, Review
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.blocks import table
from workshopcore.reports.occasion import takes_place
from workshopcore.reports.people import named
from workshopcore.reports.wording import day, state

__all__ = ["agreed_there", "next_review", "reviewed_there"]


def agreed_there(programme: Programme, workshop: Workshop, as_of: date) -> tuple[Block, ...]:
    """Return the actions that came out of a workshop, with the owners and dates first agreed."""
    actions = [each.action for each in plan(programme, as_of)]
    return table(
        (
            gettext("Id"),
            gettext("Action"),
            gettext("Owner"),
            pgettext("of people", "With"),
            pgettext("of an action", "Due"),
            gettext("To show it is done"),
        ),
        [
            (
                (Run(action.id, "code"),),
                action.statement,
                programme.person(action.owner).name,
                named(programme, (supporter.person for supporter in action.supporters)),
                day(action.due) if action.due else gettext("no date yet"),
                action.evidence_required,
            )
            for action in actions
            if action.origin.partition("/")[0] == workshop.id
        ],
    )


def reviewed_there(programme: Programme, workshop: Workshop, as_of: date) -> tuple[Block, ...]:
    """Return what a workshop said of earlier actions."""
    return table(
        (
            gettext("Id"),
            gettext("Action"),
            gettext("Owner"),
            pgettext("of a review", "Result"),
            gettext("Note"),
        ),
        [
            (
                (Run(action.id, "code"),),
                action.statement,
                programme.person(action.owner_on(review.on)).name,
                _result(action, review),
                review.note,
            )
            for action in programme.actions
            for review in action.reviews
            if review.workshop == workshop.id and review.on <= as_of
        ],
    )


def _result(action: Action, review: Review) -> str:
    told = state(review.status or action.status(review.on), "action")
    if review.carried:
        told = gettext("{state}, carried over", state=told)
    if not review.due:
        return told
    return gettext("{result}; now due {day}", result=told, day=day(review.due))


def next_review(programme: Programme, as_of: date) -> tuple[Block, ...]:
    """Name the workshop that asks after the actions next."""
    coming = [w for w in programme.in_order if w.day > as_of and takes_place(w, as_of)]
    if not coming:
        return ()
    said = gettext(
        "Next workshop: {workshop}, {day}.", workshop=coming[0].title, day=day(coming[0].day)
    )
    return (Paragraph(said),)
