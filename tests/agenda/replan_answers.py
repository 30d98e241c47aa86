"""What `RunSheet.replan` answers, in the form in which the vectors and the page have it."""

from datetime import timezone

import workshopcore as wc
from workshopcore.agenda import RunSheet
from workshopcore.errors import InvalidValueError

REFUSED = {"refused": True}


def answer(sheet: RunSheet, moment: dict) -> dict:
    """Return a day timed anew from a moment, as plain data; that it is refused, where it is.

    Args:
        sheet: the day as planned.
        moment: ``now`` and ``facts`` by identifier, in minutes from the start; and, where they
            are said, ``running``, ``started`` and ``lasting``.
    """
    day = sheet.day
    try:
        after = sheet.replan(
            now=day.at(moment["now"]),
            running=moment.get("running", ()),
            started=day.at(moment["started"]) if "started" in moment else None,
            actuals=[actual(sheet, name, fact) for name, fact in moment["facts"].items()],
            lasting=moment.get("lasting"),
        )
    except InvalidValueError:
        return REFUSED
    return {
        "rows": [
            [row.id, local(row.start), local(row.end), row.minutes, row.state] for row in after.rows
        ],
        "finishes": local(after.finishes),
        "cuts": [cut.id for cut in after.cuts],
        "clashes": [[clash.id, local(clash.at), clash.minutes] for clash in after.clashes],
        "slack": dict(after.slack),
        "changes": list(after.changes),
        "reason": after.reason,
    }


def actual(sheet: RunSheet, name: str, fact: dict) -> wc.Actual:
    """Return a fact as the record has it: in wall-clock time."""
    start, end = (
        local(sheet.day.at(fact[edge])) if edge in fact else None for edge in ("start", "end")
    )
    return wc.Actual(name, start, end, fate=fact["fate"])


def local(moment) -> str:
    """Return an instant as wall-clock time, with its offset only where that time comes twice."""
    twice = moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()
    zone = timezone(moment.utcoffset()) if twice else None
    return moment.replace(tzinfo=zone, fold=0).isoformat()
