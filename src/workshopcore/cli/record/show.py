"""What `workshopcore record` says: what is new on record, and what is still missing."""

from __future__ import annotations

from collections.abc import Sequence

from workshopcore.cli.record.book import Book
from workshopcore.cli.terminal import Terminal
from workshopcore.files.notes import Missing

__all__ = ["show_missing", "show_told"]


def show_told(book: Book, told: Sequence[str]) -> None:
    """Print what is new on record, and whether that is all there needs to be."""
    terminal = Terminal()
    for words in told:
        terminal.say("  ", words)
    if told:
        terminal.say(f"Saved {book.file}")
    else:
        terminal.say("Nothing new: all of it is on record already")
    number = len(book.missing())
    if number:
        things = "1 thing is" if number == 1 else f"{number} things are"
        terminal.say(f"{things} still missing: workshopcore record {book.file} {book.name} --check")


def show_missing(book: Book, found: Sequence[Missing]) -> None:
    """Print what a record still lacks, each with its cure."""
    terminal = Terminal()
    for each in found:
        terminal.say((f"{each.kind}: ", "bold"), each.message)
        terminal.say("    ", each.cure)
    if not found:
        terminal.say("Nothing is missing: the record can be sent")
        send = f"workshopcore publish {book.file} --report workshop-record --workshop {book.name}"
        terminal.say("    ", send)
