"""A letter as plain text, in lines that any mail program shows as they are."""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.actions.letters.letter import Entry, Group, Letter

__all__ = ["as_text"]

_WIDTH = 72


def as_text(letter: Letter, signature: str) -> str:
    """Return a letter as text, with a line break at its end."""
    blocks = [
        letter.greeting,
        _wrapped(letter.opening),
        _wrapped(letter.date),
        *(block for group in letter.groups for block in _group(group)),
        *map(_wrapped, letter.closing),
        signature,
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _group(group: Group) -> Iterator[str]:
    yield group.title
    if group.introduction:
        yield _wrapped(group.introduction)
    yield from map(_entry, group.entries)


def _entry(entry: Entry) -> str:
    facts = (_wrapped(f"{label}: {value}", "  ") for label, value in entry.facts)
    return "\n".join([_wrapped(entry.statement, "  ", "* "), *facts])


def _wrapped(text: str, indent: str = "", first: str = "") -> str:
    from textwrap import fill

    return fill(
        text,
        _WIDTH,
        initial_indent=first or indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
