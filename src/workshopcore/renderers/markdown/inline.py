"""Text with marks and links, as Markdown."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Sequence

from attrs import evolve

from workshopcore.contracts.report import Inline, Run
from workshopcore.renderers.characters import flat, one_line
from workshopcore.renderers.links import web_address
from workshopcore.renderers.markdown.escape import escaped, escaped_start

__all__ = ["line", "marked", "strong"]

_SIGNS = {"plain": "", "strong": "**", "emphasis": "*"}
_BACKTICKS = re.compile(r"`+")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def marked(text: Inline) -> str:
    r"""Return text as Markdown, for the middle of a line.

    A mark that Markdown would misread where it stands (bold against bold, or ending in a full
    stop in the middle of a word) is left out; the words stay.

    >>> print(marked((Run("Due "), Run("soon*", "strong"), Run(" or later"))))
    Due **soon\*** or later
    """
    if isinstance(text, str):
        return escaped(one_line(text))
    runs = _joined(_sound(run) for run in text)
    kept = _joined(_kept(runs, place) for place in range(len(runs)))
    written = ""
    for run in kept:
        if run.href and written.endswith("!"):  # would make the link an image
            written = written[:-1] + "\\!"
        written += _run(run)
    return written.strip()


def line(text: Inline) -> str:
    """Return text as Markdown that starts a line."""
    return escaped_start(marked(text))


def strong(text: str) -> str:
    """Return text in bold, for a place with spaces on both sides; nothing if it says nothing."""
    words = one_line(text).strip()
    return f"**{escaped(words)}**" if words else ""


def _sound(run: Run) -> Run:
    words = flat(run.text)
    pipe = run.mark == "code" and "|" in words  # readers differ on pipes in code in tables
    href = web_address(run.href) if words.strip() else ""
    return Run(words, "plain" if pipe else run.mark, href)


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Return runs with neighbours of one kind made one, so that each is escaped as a whole."""
    joined: list[Run] = []
    for run in runs:
        before = joined[-1] if joined else None
        if before and (before.mark, before.href) == (run.mark, run.href):
            joined[-1] = evolve(before, text=before.text + run.text)
        elif run.text:
            joined.append(run)
    return joined


def _kept(runs: Sequence[Run], place: int) -> Run:
    """Return a run, without its mark if that could be misread between its neighbours."""
    run = runs[place]
    if run.href or run.mark not in ("strong", "emphasis"):
        return run
    words = run.text.strip()
    before = runs[place - 1] if place else None
    after = runs[place + 1] if place + 1 < len(runs) else None
    opens = run.text[0].isspace() or _meets(before, words[:1], -1)
    closes = run.text[-1].isspace() or _meets(after, words[-1:], 0)
    return run if words and opens and closes else evolve(run, mark="plain")


def _meets(neighbour: Run | None, edge: str, end: int) -> bool:
    """Return whether a mark may stand between a neighbour and the letter it begins or ends with.

    CommonMark's rule of flanking, read strictly: a mark next to a sign needs a space or another
    sign on its other side, and never touches a further mark.
    """
    if neighbour is None or neighbour.text[end].isspace():
        return True
    if neighbour.mark in ("strong", "emphasis") and not neighbour.href:
        return False
    sign = neighbour.text[end] in string.punctuation and neighbour.mark == "plain"
    return edge.isalnum() or sign


def _run(run: Run) -> str:
    words = run.text.strip()
    start, _, end = run.text.partition(words) if words else (run.text, "", "")
    body = _code(words) if run.mark == "code" and words else _signed(run, words)
    if run.href:
        body = f"[{body}]({_ENTITY.sub('&amp;', run.href)})"
    return f"{start}{body}{end}"


def _signed(run: Run, words: str) -> str:
    sign = _SIGNS.get(run.mark, "") if words else ""
    return f"{sign}{escaped(words)}{sign}"


def _code(words: str) -> str:
    longest = max(map(len, _BACKTICKS.findall(words)), default=0)
    fence = "`" * (longest + 1)
    space = " " if words[0] == "`" or words[-1] == "`" else ""
    return f"{fence}{space}{words}{space}{fence}"
