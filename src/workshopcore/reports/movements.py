"""What has moved between two days: what came in, what was closed, what was put off."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from workshopcore.actions import Progress, Proportion, Standing, plan, progress
from workshopcore.contracts.report import Block, Item, Paragraph
from workshopcore.language import gettext, pgettext
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
            (gettext("Figure"), day(before), day(found.as_of)),
            [(name, then[name], told) for name, told in now.items()],
            row_headings=True,
        ),
        _listed(movements(programme, before, found.as_of)),
    )


def _figures(found: Progress) -> dict[str, str]:
    by_then = gettext("{share} due by then", share=found.completion)
    first = gettext("{share} whose first date had come", share=found.on_time)
    no_first = gettext("none whose first date had come")
    return {
        pgettext("of actions", "Done"): _figure(found.done, "", pgettext("of actions", "none")),
        gettext("Completion"): _figure(found.completion, by_then, gettext("none due by then")),
        pgettext("of actions", "On time"): _figure(found.on_time, first, no_first),
        gettext("Overdue"): _of_open(found.overdue),
        pgettext("of actions", "Blocked"): _of_open(found.blocked),
        gettext("Carried over"): _of_open(found.carried),
    }


def _of_open(share: Proportion) -> str:
    said = gettext("{share} open", share=share)
    return _figure(share, said, pgettext("of actions", "none open"))


def _figure(share: Proportion, said: str, nothing: str) -> str:
    return counted(share, said) if share.denominator else nothing


def _listed(moved: Movements) -> tuple[Block, ...]:
    lists = bullets(
        Item(f"{label}: {len(lines)}", lines)
        for label, lines in (
            (pgettext("of actions", "New"), [_plain(one) for one in moved.new]),
            (pgettext("of actions", "Done"), [_closed(one) for one in moved.done]),
            (
                pgettext("of actions", "Cancelled or replaced"),
                [_closed(one) for one in moved.given_up],
            ),
            (pgettext("of actions", "Reopened"), [_plain(one) for one in moved.reopened]),
            (pgettext("of actions", "Put later"), [_due(one) for one in moved.put_later]),
        )
        if lines
    )
    return lists or (Paragraph(gettext("No action came, went or moved.")),)


def _plain(one: Standing) -> str:
    return one.action.statement


def _closed(one: Standing) -> str:
    if one.closed is None:
        return one.action.statement
    return gettext("{action} – on {day}", action=one.action.statement, day=day(one.closed))


def _due(one: Standing) -> str:
    assert one.due is not None, "only what is due can be put later"
    return gettext("{action} – now due {day}", action=one.action.statement, day=day(one.due))
