"""The house's own words for headings, put in before any renderer sees a report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import singledispatch
from string import Formatter
from typing import Any, TypeAlias

from attrs import evolve, frozen

from workshopcore.contracts.report import (
    Block,
    Callout,
    Column,
    Facts,
    Figure,
    Report,
    Section,
    Table,
)
from workshopcore.contracts.reports import Style
from workshopcore.language import speech

__all__ = ["Say", "house_words", "in_house_words", "names_in"]

Say: TypeAlias = Callable[[str], str]
"""Returns a heading in the house's words; one that it has no words for stays."""


@frozen
class _Varying:
    """A heading in which something varies, and the house's words for it."""

    pattern: re.Pattern[str]
    own: str
    filled: bool

    @classmethod
    def of(cls, heading: str, own: str) -> _Varying:
        seen: set[str] = set()
        pattern = ""
        for text, name, _, _ in Formatter().parse(heading):
            pattern += re.escape(text)
            if name is not None:
                pattern += f"(?P={name})" if name in seen else f"(?P<{name}>.+?)"
                seen.add(name)
        names = names_in(own)
        return cls(re.compile(pattern, re.DOTALL), own, bool(names) and names <= seen)

    def said(self, heading: str) -> str:
        """Return a heading in the house's words, ``""`` if it is another one."""
        found = self.pattern.fullmatch(heading)
        if found is None:
            return ""
        return self.own.format_map(found.groupdict()) if self.filled else self.own


def house_words(style: Style) -> Say:
    """Return what gives a heading in a house's words.

    A style names headings in English, as the library writes them, or as they are printed in the
    language that is spoken. What varies from one to the next is a name in braces.

    >>> say = house_words(Style("a:b", "B", wording={"Plan on {day}": "Our plan, {day}"}))
    >>> say("Plan on 1 May 2027"), say("A plan")
    ('Our plan, 1 May 2027', 'A plan')
    """
    plain: dict[str, str] = {}
    varying: list[_Varying] = []
    as_printed = list(style.wording.items())
    translated = [(each, own) for heading, own in as_printed for each in _translations(heading)]
    for printed, own in (*as_printed, *translated):
        if names_in(printed):
            varying.append(_Varying.of(printed, own))
        else:
            plain.setdefault(printed, own)

    def say(heading: str) -> str:
        if heading in plain:
            return plain[heading]
        return next(filter(None, (one.said(heading) for one in varying)), heading)

    return say


def names_in(phrase: str) -> frozenset[str]:
    """Return the names in braces of a phrase; none where the braces are no more than that.

    >>> sorted(names_in("{kind} on {day}")), names_in("{ }"), names_in("{day")
    (['day', 'kind'], frozenset(), frozenset())
    """
    try:
        parts = list(Formatter().parse(phrase))
    except ValueError:
        return frozenset()
    fields = [(name, spec, conversion) for _, name, spec, conversion in parts if name is not None]
    sound = all(
        name.isidentifier() and not spec and conversion is None for name, spec, conversion in fields
    )
    return frozenset(name for name, _, _ in fields) if sound else frozenset()


def in_house_words(report: Report, style: Style) -> Report:
    """Return a report with the house's words in its titles, headings, captions and labels.

    What stands under them stays as it is, and so does everything that is a name for machines:
    keys, anchors, the file's name.
    """
    if not style.wording:
        return report
    say = house_words(style)
    return evolve(report, title=say(report.title), blocks=_all(report.blocks, say))


def _translations(heading: str) -> Iterable[str]:
    """Return what a phrase is in the language that is spoken, in each of its contexts."""
    for catalogue in speech().catalogues:
        for (_, phrase), forms in catalogue.forms.items():
            if phrase == heading:
                yield forms[0]


def _all(blocks: Iterable[Block], say: Say) -> tuple[Block, ...]:
    return tuple(_said(block, say) for block in blocks)


@singledispatch
def _said(block: Any, _say: Say) -> Any:
    return block


@_said.register
def _(block: Section, say: Say) -> Section:
    return evolve(block, title=say(block.title), blocks=_all(block.blocks, say))


@_said.register
def _(block: Callout, say: Say) -> Callout:
    return evolve(block, title=say(block.title), blocks=_all(block.blocks, say))


@_said.register
def _(block: Table, say: Say) -> Table:
    columns = [_column(column, say) for column in block.columns]
    return evolve(block, caption=say(block.caption), columns=columns)


@_said.register
def _(block: Figure, say: Say) -> Figure:
    return evolve(block, caption=say(block.caption), table=_said(block.table, say))


@_said.register
def _(block: Facts, say: Say) -> Facts:
    return evolve(block, pairs=[(say(label), value) for label, value in block.pairs])


def _column(column: Column, say: Say) -> Column:
    return evolve(column, title=say(column.title))
