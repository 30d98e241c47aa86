"""What is different in a day that has been timed anew, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workshopcore.agenda.run_sheet import Clash, Cut, RunSheet
from workshopcore.language import date_in_words, gettext

__all__ = ["changes", "left_out", "why_not"]


def why_not(clashes: Sequence[Clash]) -> str:
    """Say which fixed times cannot be kept."""
    return "; ".join(map(_cannot_hold, clashes))


def _cannot_hold(clash: Clash) -> str:
    if not clash.path:
        return gettext(
            "the finish cannot hold at {time}: {minutes} minutes later at the earliest, even with"
            " everything that may go left out",
            time=date_in_words(clash.at, "clock"),
            minutes=clash.minutes,
        )
    return gettext(
        "{session} cannot hold at {time}: {minutes} minutes later at the earliest, even with"
        " everything that may go left out",
        session=clash.title,
        time=date_in_words(clash.at, "clock"),
        minutes=clash.minutes,
    )


def left_out(cut: Cut) -> str:
    """Say that something is left out."""
    return gettext("{session} left out", session=cut.title)


def changes(before: RunSheet, after: RunSheet) -> Iterator[str]:
    """Yield what is different, in words: lengths, what is left out, fixed times, the finish."""
    planned = {row.path: row for row in before.rows if row.path}
    for row in after.rows:
        old = planned.get(row.path)
        if old is not None and row.state != "done" and old.minutes != row.minutes:
            yield f"{row.title} {old.minutes} → {row.minutes}"
    yield from map(left_out, after.cuts)
    for each in after.clashes:
        moved = after.row(each.id)
        if moved is not None:
            before_it, after_it = (date_in_words(at, "clock") for at in (each.at, moved.start))
            yield f"{each.title} {before_it} → {after_it}"
    if after.finishes != before.finishes:
        yield gettext(
            "finish {before} → {after}",
            before=date_in_words(before.finishes, "clock"),
            after=date_in_words(after.finishes, "clock"),
        )
    else:
        yield gettext("finish unchanged")
