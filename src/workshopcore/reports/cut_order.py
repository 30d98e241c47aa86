"""What gives when time runs short: first slack, then sessions, the least lost first."""

from __future__ import annotations

from workshopcore.agenda import Row, RunSheet
from workshopcore.contracts.report import Block, Column, Paragraph
from workshopcore.model.agenda import Session
from workshopcore.reports.blocks import filled, table
from workshopcore.reports.wording import clocks, count

__all__ = ["cut_order", "cuts"]

_TIERS = ("could", "should")
_FIXED = "What is saved before a fixed start helps only what stands before it."


def cuts(sheet: RunSheet) -> tuple[Row, ...]:
    """Return the sessions that may go, the least lost first.

    What only could be done goes before what should; what opens or closes the day goes after
    the rest of its tier, and a short session before a long one. What must be done never goes.
    """
    may_go = [row for row in sheet.rows if _tier(row) is not None]
    return tuple(sorted(may_go, key=_loss))


def _tier(row: Row) -> int | None:
    if not isinstance(row.slot, Session) or row.slot.priority not in _TIERS:
        return None
    return _TIERS.index(row.slot.priority)


def _loss(row: Row) -> tuple[int | None, bool, int]:
    frames = isinstance(row.slot, Session) and row.slot.frame != "content"
    return _tier(row), frames, row.minutes


def cut_order(sheet: RunSheet) -> tuple[Block, ...]:
    """Return what can be saved by shortening, and which sessions go after that."""
    return filled(_slack(sheet), _sessions(sheet))


def _slack(sheet: RunSheet) -> tuple[Block, ...]:
    """Add up what shortening saves on the main line."""
    main = [row for row in sheet.rows if row.slot and not row.track]
    saved = sum(max(0, row.minutes - (row.length.shortest or 0)) for row in main)
    if not saved:
        return ()
    said = f"Running every item at its shortest saves {count(saved, 'minute')}; buffers give first."
    fixed = any(row.locked for row in main)
    return (Paragraph(f"{said} {_FIXED}" if fixed else said),)


def _sessions(sheet: RunSheet) -> tuple[Block, ...]:
    rows = []
    total = 0
    for number, row in enumerate(cuts(sheet), start=1):
        total += 0 if row.track else row.minutes
        slot = row.slot
        rows.append(
            (
                str(number),
                f"{row.title} ({' / '.join(row.track)})" if row.track else row.title,
                clocks(row.start, row.end),
                slot.priority if isinstance(slot, Session) else "",
                str(row.minutes),
                "only if the other tracks end early too" if row.track else str(total),
            )
        )
    right = Column("Gives back (minutes)", align="right"), Column("In all", align="right")
    return table(
        ("Cut", "Session", "Time", "Priority", *right),
        rows,
        caption="Cut in this order",
    )
