"""Text with marks and links, as cells hold it: every cell one link at most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from workshopcore.contracts.report import Inline, Run
from workshopcore.renderers.characters import flat, one_line
from workshopcore.renderers.links import web_address

__all__ = ["Piece", "Words", "parts_of", "words_of"]

_LONGEST_ADDRESS = 2000
"""Excel takes 2,079 letters of an address, some of them written as three."""
_BESIDE = "./"


@frozen
class Piece:
    """A stretch of a cell's text, with its mark and whether it is what the link is on."""

    text: str
    mark: str = "plain"
    linked: bool = False


@frozen
class Words:
    """What a cell says, and where it leads, ``""`` for nowhere."""

    pieces: tuple[Piece, ...]
    address: str = ""

    @property
    def place(self) -> str:
        """Where it leads, as xlsxwriter has it: a file of the same publication is one beside."""
        if self.address.startswith(_BESIDE):
            return f"external:{self.address.removeprefix(_BESIDE)}"
        return self.address

    @property
    def text(self) -> str:
        """All of it, without marks."""
        return "".join(piece.text for piece in self.pieces)


def words_of(text: Inline, before: str = "") -> Words:
    """Return text as a cell has it.

    A cell can lead to one place only: where there are several, each address stands after what
    it is for.

    Args:
        text: the text.
        before: what stands before it, such as a bullet.

    >>> words_of((Run("a", href="https://example.org/a"), Run(" or b"))).address
    'https://example.org/a'
    """
    runs = (Run(text),) if isinstance(text, str) else text
    addresses = {web_address(run.href) for run in runs if run.text} - {""}
    alone = len(addresses) == 1 and all(len(each) <= _LONGEST_ADDRESS for each in addresses)
    pieces = [_piece(run, alone=alone) for run in runs]
    stripped = _stripped([piece for piece in pieces if piece.text])
    if before:
        stripped = (Piece(before), *stripped)
    return Words(stripped, addresses.pop() if alone and stripped else "")


def _piece(run: Run, *, alone: bool) -> Piece:
    shown, address = flat(run.text), web_address(run.href)
    if not shown or not address:
        return Piece(shown, run.mark)
    bare = one_line(shown) in (address, address.removeprefix("mailto:"))
    if alone or bare:
        return Piece(shown, run.mark, linked=alone)
    return Piece(f"{shown} <{address}>", run.mark)


def _stripped(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return pieces without white space at the ends, and without two spaces where they meet."""
    found: list[Piece] = []
    for piece in pieces:
        text = piece.text
        if not found or found[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            found.append(evolve(piece, text=text))
    while found:
        text = found[-1].text.rstrip(" ")
        if text:
            found[-1] = evolve(found[-1], text=text)
            break
        found.pop()
    return tuple(found)


def parts_of(words: Words, most: int) -> Iterator[Words]:
    """Yield words in parts of at most so many letters, broken between words where there are any.

    >>> [part.text for part in parts_of(words_of("one two three"), 8)]
    ['one two ', 'three']
    """
    rest = list(words.pieces)
    while rest:
        taken: list[Piece] = []
        room = most
        while rest and len(rest[0].text) <= room:
            room -= len(rest[0].text)
            taken.append(rest.pop(0))
        if rest:
            piece = rest[0]
            end = _break(piece.text, room) or (0 if taken else max(room, 1))
            if end:
                taken.append(evolve(piece, text=piece.text[:end]))
                rest[0] = evolve(piece, text=piece.text[end:])
        yield Words(tuple(taken), words.address)
    if not words.pieces:
        yield words


def _break(text: str, room: int) -> int:
    """Return how much of a text goes into so much room: to the end of a word, 0 for none."""
    return text.rfind(" ", 0, max(room, 0)) + 1
