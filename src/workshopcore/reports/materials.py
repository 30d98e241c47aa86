"""What to bring: what the workshop asks for, and what its sessions' formats need."""

from __future__ import annotations

from workshopcore.agenda import Row, RunSheet
from workshopcore.contracts.report import Block, Checklist
from workshopcore.language import gettext
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Material, Workshop
from workshopcore.reports.grouping import group_count
from workshopcore.reports.wording import listed

__all__ = ["brought", "packing_list"]


def brought(programme: Programme, workshop: Workshop, row: Row) -> list[str]:
    """Return what one session needs, each with its quantity."""
    own = [_line(m, programme, workshop, row) for m in workshop.materials if m.session == row.id]
    planned = [
        f"{plan.quantity} × {plan.item}" for plan in (row.plan.materials if row.plan else ())
    ]
    return own + planned


def packing_list(programme: Programme, sheet: RunSheet) -> tuple[Block, ...]:
    """Return everything to pack, to be ticked off."""
    workshop = sheet.workshop
    rows = {row.id: row for row in sheet.rows if row.slot}
    own = [
        _used_for(_line(m, programme, workshop, rows.get(m.session)), rows.get(m.session))
        for m in workshop.materials
    ]
    lines = own + _planned(sheet)
    return (Checklist(lines),) if lines else ()


def _planned(sheet: RunSheet) -> list[str]:
    """Add up what the formats need; the sessions that use a thing are named beside it."""
    quantities: dict[str, int] = {}
    uses: dict[str, list[str]] = {}
    for row in sheet.rows:
        for plan in row.plan.materials if row.plan else ():
            quantities[plan.item] = quantities.get(plan.item, 0) + plan.quantity
            uses.setdefault(plan.item, []).append(row.title)
    return [
        gettext(
            "{things} (for {sessions})",
            things=f"{quantity} × {item}",
            sessions=listed(dict.fromkeys(uses[item])),
        )
        for item, quantity in quantities.items()
    ]


def _line(material: Material, programme: Programme, workshop: Workshop, row: Row | None) -> str:
    number, each = _quantity(material, programme, workshop, row)
    many = f"{number} × " if number is not None else ""
    note = f" – {material.note}" if material.note.strip() else ""
    return f"{many}{material.item}{each}{note}"


def _quantity(
    material: Material, programme: Programme, workshop: Workshop, row: Row | None
) -> tuple[int | None, str]:
    """Return how many in all, where that can be told, and how many for each."""
    each = material.quantity
    if each is None or material.per == "workshop":
        return each, ""
    if material.per == "person":
        told = gettext("{number} per person", number=each)
        return each * len(programme.invited(workshop)), f" ({told})"
    told = gettext("{number} per group", number=each)
    return (each * group_count(workshop, row) if row else None), f" ({told})"


def _used_for(things: str, row: Row | None) -> str:
    if row is None:
        return things
    return gettext("{things} (for {sessions})", things=things, sessions=row.title)
