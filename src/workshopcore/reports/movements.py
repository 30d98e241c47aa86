"""What has moved between two days: what came in, what was closed, what was put off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from workshopcore.actions import Progress, Standing, plan, progress
from workshopcore.contracts.report import Block, Item, Paragraph
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, filled, table
from workshopcore.reports.counted import counted
from workshopcore.reports.wording import day

__all__ = ["Movements", "moved_since", "movements"]


@frozen
class Movements:
    """How the actions of one day differ from those of an earlier one.

    An action may be in several of these: one that is new may be done by then already.

    Attributes:
        new: put forward since.
        done: done now, and not before.
        given_up: cancelled or superseded now, and not before.
        reopened: closed then, open now.
        put_later: open on both days, and due later now.
    """

    new: tuple[Standing, ...]
    done: tuple[Standing, ...]
    given_up: tuple[Standing, ...]
    reopened: tuple[Standing, ...]
    put_later: tuple[Standing, ...]


def movements(programme: Programme, before: date, after: date) -> Movements:
    """Return what has moved between the ends of two days."""
    then = {one.action.id: one for one in plan(programme, before)}
    pairs = [(one, then.get(one.action.id)) for one in plan(programme, after)]
    return Movements(
        new=tuple(one for one, was in pairs if was is None),
        done=tuple(one for one, was in pairs if one.is_done and not (was and was.is_done)),
        given_up=tuple(one for one, was in pairs if one.given_up and not (was and was.given_up)),
        reopened=tuple(one for one, was in pairs if one.is_open and was and not was.is_open),
        put_later=tuple(one for one, was in pairs if was and _is_later(one, was)),
    )


def _is_later(one: Standing, was: Standing) -> bool:
    if not one.is_open or not was.is_open:
        return False
    return one.due is not None and was.due is not None and one.due > was.due


def moved_since(programme: Programme, before: date, found: Progress) -> tuple[Block, ...]:
    """Return the figures of both days side by side, and what has moved, one by one."""
    now, then = _figures(found), _figures(progress(programme, before))
    return filled(
        table(
            ("Figure", day(before), day(found.as_of)),
            [(name, then[name], told) for name, told in now.items()],
            row_headings=True,
        ),
        _listed(movements(programme, before, found.as_of)),
    )


def _figures(found: Progress) -> dict[str, str]:
    figures = {
        "Done": (found.done, ""),
        "Completion": (found.completion, "due by then"),
        "On time": (found.on_time, "whose first date had come"),
        "Overdue": (found.overdue, "open"),
        "Blocked": (found.blocked, "open"),
        "Carried over": (found.carried, "open"),
    }
    return {
        name: counted(share, of) if share.denominator else f"none {of}".strip()
        for name, (share, of) in figures.items()
    }


def _listed(moved: Movements) -> tuple[Block, ...]:
    lists = bullets(
        Item(f"{label}: {len(actions)}", list(_told(label, actions)))
        for label, actions in (
            ("New", moved.new),
            ("Done", moved.done),
            ("Cancelled or replaced", moved.given_up),
            ("Reopened", moved.reopened),
            ("Put later", moved.put_later),
        )
        if actions
    )
    return lists or (Paragraph("No action came, went or moved."),)


def _told(label: str, actions: tuple[Standing, ...]) -> Iterator[str]:
    for one in actions:
        when = one.due if label == "Put later" else one.closed
        word = {"Done": "on", "Cancelled or replaced": "on", "Put later": "now due"}.get(label, "")
        told = f" – {word} {day(when)}" if word and when else ""
        yield f"{one.action.statement}{told}"
