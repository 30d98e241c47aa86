"""A part of a report: a section by its heading, a figure by its kind, a table by its caption."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from workshopcore.contracts.report import Block, Callout, Figure, Report, Section, Table
from workshopcore.errors import nearest
from workshopcore.language import gettext

__all__ = ["AbsentError", "chosen"]


class AbsentError(LookupError):
    """A report has no such part, or none this time."""


def chosen(
    report: Report,
    *,
    section: str = "",
    figure: str | int = "",
    table: str | int = "",
    heading: bool = True,
) -> Sequence[Block]:
    """Return a part of a report, all of it if no part is named.

    A heading is named as it is printed, or as it is in English, or by the section's identifier.
    Figures and tables are also numbered, from 1; tables are then those of the named section.

    Args:
        report: the whole.
        section: a heading.
        figure: a kind of figure, or a number.
        table: a caption, or a number.
        heading: whether the section comes with its heading.

    Raises:
        AbsentError: there is no such part.
    """
    blocks: Sequence[Block] = report.blocks
    if section:
        found = _section(report, section)
        blocks = [found] if heading and not (figure or table) else found.blocks
    if figure:
        figures = [each for each in _all(blocks) if isinstance(each, Figure)]
        return [_one(figures, figure, lambda each: each.kind, report, "figure")]
    if table:
        tables = [each for each in _all(blocks) if isinstance(each, Table)]
        return [_one(tables, table, lambda each: each.caption, report, "table")]
    return blocks


def _section(report: Report, wanted: str) -> Section:
    names = {wanted.casefold(), gettext(wanted).casefold()}
    sections = [each for each in _all(report.blocks) if isinstance(each, Section)]
    for each in sections:
        if each.title.casefold() in names or each.id == wanted:
            return each
    raise _absent(report, "section", wanted, _likely(wanted, (each.title for each in sections)))


def _one(
    things: Sequence[Block],
    wanted: str | int,
    name: Callable[..., str],
    report: Report,
    noun: str,
) -> Block:
    if isinstance(wanted, int):
        if 1 <= wanted <= len(things):
            return things[wanted - 1]
        raise _absent(report, noun, str(wanted), f"it has {len(things)}")
    for each in things:
        if name(each) == wanted:
            return each
    raise _absent(report, noun, wanted, _likely(wanted, map(name, things)))


def _all(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, (Section, Callout)):
            yield from _all(block.blocks)


def _likely(wanted: str, there: Iterable[str]) -> str:
    known = list(dict.fromkeys(filter(None, there)))
    guess = nearest(wanted, known)
    if guess:
        return f"did you mean '{guess}'?"
    names = ", ".join(f"'{name}'" for name in known)
    return f"there are {names}" if known else "there are none"


def _absent(report: Report, noun: str, wanted: str, likely: str) -> AbsentError:
    return AbsentError(
        f"the report '{report.key}' has no {noun} '{wanted}' here: {likely} (where it has one only"
        ' at times, add missing="" or what to say instead)'
    )
