"""What the figures take for granted, in words: they are never shown without it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from workshopcore.agenda.parts import Line, Part, leaves
from workshopcore.agenda.risk.course import is_pause
from workshopcore.language import gettext, ngettext

__all__ = ["assumptions"]


def assumptions(line: Line, learned: Collection[int], tolerance: int) -> tuple[str, ...]:
    """Return the assumptions that matter for a line, one sentence each.

    Args:
        line: what is timed.
        learned: the numbers of the parts whose ranges come from earlier workshops.
        tolerance: minutes after the planned time that still count as on time.
    """
    return tuple(_sentences(line, learned, tolerance))


def _sentences(line: Line, learned: Collection[int], tolerance: int) -> Iterator[str]:
    parts = list(leaves(line))
    yield _on_time(tolerance)
    yield gettext(
        "The first item starts on time, and nobody re-plans after that: each item starts when "
        "the one before it ends, and is neither shortened nor left out."
    )
    sessions = [number for number, part in enumerate(parts) if not is_pause(part)]
    if any(number not in learned for number in sessions):
        yield gettext(
            "A session takes between its shortest and its longest time, most likely about its "
            "usual time, whatever the plan gives it (a triangular distribution)."
        )
    if learned:
        yield _learned(len(learned))
    yield gettext("Sessions are independent: one that runs over makes no other longer or shorter.")
    if len(parts) > len(sessions):
        yield gettext(
            "Breaks and buffers take their planned time, and shrink towards their shortest "
            "when the day is late."
        )
    if any(part.start for part in parts):
        yield gettext(
            "What has a fixed time never starts before it: minutes won by finishing early are "
            "waited out there, and lateness is carried on."
        )
    if any(not isinstance(item, Part) for item in line):
        yield gettext(
            "Parallel tracks start together, and the next item waits for the last of them."
        )


def _on_time(tolerance: int) -> str:
    if tolerance == 0:
        return gettext("On time means not one minute after the planned time.")
    return ngettext(
        "On time means no more than {count} minute after the planned time.",
        "On time means no more than {count} minutes after the planned time.",
        tolerance,
    )


def _learned(number: int) -> str:
    return ngettext(
        "One session's range comes from recorded times of earlier workshops: the next run is as "
        "likely to fall between any two neighbouring ones of those runs, or beyond the quickest, "
        "or beyond the slowest.",
        "The ranges of {count} sessions come from recorded times of earlier workshops: the next "
        "run is as likely to fall between any two neighbouring ones of those runs, or beyond the "
        "quickest, or beyond the slowest.",
        number,
    )
