"""What may be shown, in a terminal: counts first, each with its own denominator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rich.cells import cell_len

from workshopcore.cli.terminal import Terminal, plain
from workshopcore.contracts.evaluation import ShownAnswer, ShownChange, ShownItem, ShownWave

__all__ = ["tell_change", "tell_item", "tell_notes", "tell_wave"]

_WIDEST = 30
"""How many signs the longest bar has; up to so many people, each is one sign."""


def tell_wave(terminal: Terminal, shown: ShownWave) -> None:
    """Print what is shown of one round of asking."""
    terminal.say((shown.title, "bold"), f" ({shown.wave})")
    terminal.say(f"  {_response(shown)}; {shown.instrument}{_days(shown.opened, shown.closed)}")
    if shown.withheld:
        terminal.say(f"  Not shown: {shown.withheld}.")
    for item in shown.items:
        terminal.say()
        tell_item(terminal, item)
    for comment in shown.comments:
        terminal.say(f"  “{comment.text}”")


def _response(shown: ShownWave) -> str:
    if shown.answered is None:
        return f"{shown.invited} asked"
    return f"{shown.answered} of {shown.invited} answered"


def _days(opened: date | None, closed: date | None) -> str:
    if opened and closed:
        return f", {opened} to {closed}"
    return f", until {closed}" if closed else ""


def tell_item(terminal: Terminal, item: ShownItem) -> None:
    """Print one question: how many gave each answer, what follows, and why something is missing."""
    terminal.say((item.text, "bold"), f"  {item.answered} of {item.asked} answered")
    _tell_answers(terminal, item.answers)
    _tell_lines(terminal, item)


def _tell_answers(terminal: Terminal, answers: Sequence[ShownAnswer]) -> None:
    labels = max((cell_len(plain(answer.label)) for answer in answers), default=0)
    texts = max((len(answer.text) for answer in answers), default=0)
    most = max((answer.count or 0 for answer in answers), default=0)
    for answer in answers:
        bar = "#" * _length(answer.count or 0, most)
        label = plain(answer.label)
        gap = " " * (labels - cell_len(label))
        line = f"  {label}{gap}  {answer.text:>{texts}}  "
        terminal.say(line if bar else line.rstrip(), (bar, "cyan"))


def _length(count: int, most: int) -> int:
    """Return how long a bar is; whoever answered is never without a sign."""
    if most <= _WIDEST:
        return count
    return max(round(count * _WIDEST / most), count > 0)


def tell_change(terminal: Terminal, change: ShownChange) -> None:
    """Print how the answers to one question changed."""
    terminal.say((change.text, "bold"))
    rows = [
        ShownAnswer(label, str(count), count)
        for label, count in (
            ("improved", change.improved),
            ("the same", change.same),
            ("worse", change.worse),
        )
        if count is not None
    ]
    _tell_answers(terminal, rows)
    _tell_lines(terminal, change)


def _tell_lines(terminal: Terminal, shown: ShownItem | ShownChange) -> None:
    """Print what follows from the counts, and why there are none, which is for the house alone."""
    for line in (*shown.sentences, *shown.notes):
        terminal.say(f"  {line}")
    if shown.reason:
        terminal.say(f"  Why, for the house alone: {shown.reason}")


def tell_notes(terminal: Terminal, notes: Iterable[str]) -> None:
    """Print what to know beside all of it."""
    terminal.say()
    for note in notes:
        terminal.say((note, "dim"))
