"""Text as plain text: marks have no place in it, an address stands after what it is for."""

from __future__ import annotations

from workshopcore.contracts.report import Inline, Run
from workshopcore.renderers.characters import flat, one_line
from workshopcore.renderers.links import web_address
from workshopcore.renderers.width import width, wrap

__all__ = ["hanging", "words"]


def words(text: Inline) -> str:
    """Return text on one line.

    >>> words((Run("See "), Run("the guidance", href="https://example.org/g"), Run(".")))
    'See the guidance <https://example.org/g>.'
    """
    if isinstance(text, str):
        return one_line(text)
    return one_line("".join(map(_run, text)))


def hanging(start: str, text: str, columns: int) -> list[str]:
    """Return text as lines after a start, such as a bullet, that only the first of them has.

    >>> hanging("- ", "Waiting times and handovers", 16)
    ['- Waiting times', '  and handovers']
    """
    taken = width(start)
    first, *others = wrap(text, columns - taken)
    lines = [start + first, *(" " * taken + line for line in others)]
    return [line.rstrip(" ") for line in lines]


def _run(run: Run) -> str:
    shown, address = flat(run.text), web_address(run.href)
    bare = one_line(shown) in (address, address.removeprefix("mailto:"))
    return f"{shown} <{address}>" if address and not bare else shown
