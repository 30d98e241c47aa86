"""What is different in a day that has been timed anew, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workshopcore.agenda.run_sheet import Clash, RunSheet

__all__ = ["changes", "why_not"]


def why_not(clashes: Sequence[Clash]) -> str:
    """Say which fixed times cannot be kept."""
    return "; ".join(
        f"{clash.title} cannot hold at {clash.at:%H:%M}: {clash.minutes} minutes later at the"
        " earliest, even with everything that may go left out"
        for clash in clashes
    )


def changes(before: RunSheet, after: RunSheet) -> Iterator[str]:
    """Yield what is different, in words: lengths, what is left out, fixed times, the finish."""
    planned = {row.path: row for row in before.rows if row.path}
    for row in after.rows:
        old = planned.get(row.path)
        if old is not None and row.state != "done" and old.minutes != row.minutes:
            yield f"{row.title} {old.minutes} → {row.minutes}"
    yield from (f"{each.title} left out" for each in after.cuts)
    for each in after.clashes:
        moved = after.row(each.id)
        if moved is not None:
            yield f"{each.title} {each.at:%H:%M} → {moved.start:%H:%M}"
    if after.finishes != before.finishes:
        yield f"finish {before.finishes:%H:%M} → {after.finishes:%H:%M}"
    else:
        yield "finish unchanged"
