"""Words with marks and links, out of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs
from markdown_it.tree import SyntaxTreeNode

from workshopcore.contracts.report import Inline, Mark, Run
from workshopcore.reports.templates.markdown import MarkdownError
from workshopcore.reports.templates.values import first_part, revealed

__all__ = ["lines_of", "runs_of", "without_start", "words_of"]

_MARKS: dict[str, Mark] = {"em": "emphasis", "strong": "strong"}
_STRENGTH: tuple[Mark, ...] = ("plain", "emphasis", "strong", "code")
_FOLLOWED = ("http://", "https://", "mailto:")


def lines_of(inline: SyntaxTreeNode) -> list[list[SyntaxTreeNode]]:
    """Return what stands in each line of a paragraph, a heading or a cell."""
    lines: list[list[SyntaxTreeNode]] = [[]]
    for node in inline.children:
        if node.type == "softbreak":
            lines.append([])
        else:
            lines[-1].append(node)
    return lines


def runs_of(lines: Iterable[Sequence[SyntaxTreeNode]], line: int) -> Inline:
    """Return lines as one text, a space for each break.

    Args:
        lines: what stands in each.
        line: where they begin, counted from 0.

    Raises:
        MarkdownError: something in them makes no text.
    """
    runs: list[Run] = []
    for number, nodes in enumerate(lines):
        if number:
            runs.append(Run(" "))
        for node in nodes:
            runs += _runs(node, line + number, "plain", "")
    kept = _merged(run for run in runs if run.text)
    if all((run.mark, run.href) == ("plain", "") for run in kept):
        return "".join(run.text for run in kept)
    return tuple(kept)


def words_of(lines: Iterable[Sequence[SyntaxTreeNode]], line: int) -> str:
    """Return lines as one text without marks."""
    text = runs_of(lines, line)
    return text if isinstance(text, str) else "".join(run.text for run in text)


def without_start(text: Inline, length: int) -> Inline:
    """Return a text without so many of its first characters, which bear no mark."""
    if isinstance(text, str):
        return text[length:]
    first, *rest = text
    shorter = attrs.evolve(first, text=first.text[length:])
    return tuple(run for run in (shorter, *rest) if run.text)


def _runs(node: SyntaxTreeNode, line: int, mark: Mark, href: str) -> Iterator[Run]:
    match node.type:
        case "text":
            yield Run(_text(node.content, line), mark, href)
        case "softbreak":
            yield Run(" ", mark, href)
        case "code_inline":
            yield Run(_text(node.content, line), "code", href)
        case "em" | "strong":
            stronger = max(mark, _MARKS[node.type], key=_STRENGTH.index)
            for child in node.children:
                yield from _runs(child, line, stronger, href)
        case "link":
            address = _address(node, line)
            for child in node.children:
                yield from _runs(child, line, mark, address)
        case "image":
            raise MarkdownError(line, "there are no pictures here: the logo belongs to the style")
        case "hardbreak":
            raise MarkdownError(
                line,
                "a line ends in a backslash or in two spaces, and there are no line breaks within"
                " a paragraph: leave a blank line instead",
            )
        case _:
            raise MarkdownError(line, f"'{node.type}' makes no text here")


def _text(content: str, line: int) -> str:
    if first_part(content) is not None:
        raise MarkdownError(
            line, "report(), block(), field() and voices() stand on a line of their own"
        )
    return revealed(content)


def _address(link: SyntaxTreeNode, line: int) -> str:
    """Return where a link leads; one that people wrote, and that may not be followed, nowhere."""
    written = str(link.attrs.get("href", ""))
    address = revealed(written)
    if address.lower().startswith(_FOLLOWED):
        return address
    if address != written:
        return ""
    raise MarkdownError(
        line, f"links lead to http, https and mailto addresses, and this one to '{address}'"
    )


def _merged(runs: Iterable[Run]) -> list[Run]:
    merged: list[Run] = []
    for run in runs:
        before = merged[-1] if merged else None
        if before and (before.mark, before.href) == (run.mark, run.href):
            merged[-1] = attrs.evolve(before, text=before.text + run.text)
        else:
            merged.append(run)
    return merged
