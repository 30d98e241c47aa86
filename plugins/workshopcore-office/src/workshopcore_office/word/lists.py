"""Lists as Word means them: numbered by Word, each ordered list from one."""

from __future__ import annotations

from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from workshopcore_office.word.markup import NAMESPACES
from workshopcore_office.word.styles import Styles

__all__ = ["DEEPEST", "Lists"]

_W = f"{{{NAMESPACES['w']}}}"
_SIGNS = ("•", "–", "·")
_INDENT = 360
DEEPEST = 8
"""The last level that Word has."""


class Lists:
    """The numbering of a document.

    Lists of a house's template keep their looks: where its style of a list has a numbering of
    its own, the first level of ours takes that.
    """

    def __init__(self, element: Any, styles: Styles) -> None:
        self._element = element
        self._own = {ordered: self._add_own(ordered) for ordered in (False, True)}
        self._house = {
            ordered: self._of_style(styles, "list number" if ordered else "list bullet")
            for ordered in (False, True)
        }
        self._bullets = {deep: self._add(self._design(False, deep)) for deep in (False, True)}

    def begun(self, ordered: bool) -> tuple[int, int]:
        """Return the numbers of a new list, for its first level and for those beneath."""
        if not ordered:
            return self._bullets[False], self._bullets[True]
        return self._add(self._design(True, False), restart=True), self._bullets[True]

    def _design(self, ordered: bool, deep: bool) -> int:
        house = None if deep else self._house[ordered]
        return self._own[ordered] if house is None else house

    def _of_style(self, styles: Styles, role: str) -> int | None:
        """Return the numbering design that a template's style of a list has, if it has one."""
        number = styles.definition(role).find(f"{_W}pPr/{_W}numPr/{_W}numId")
        wanted = None if number is None else number.get(f"{_W}val")
        for one in self._element.iterchildren(f"{_W}num"):
            if one.get(f"{_W}numId") == wanted:
                return int(one.find(f"{_W}abstractNumId").get(f"{_W}val"))
        return None

    def _add_own(self, ordered: bool) -> int:
        designs = list(self._element.iterchildren(f"{_W}abstractNum"))
        number = 1 + max((int(one.get(f"{_W}abstractNumId")) for one in designs), default=-1)
        levels = "".join(_level(level, ordered and level == 0) for level in range(DEEPEST + 1))
        made = etree.fromstring(
            f'<w:abstractNum xmlns:w="{NAMESPACES["w"]}" w:abstractNumId="{number}">'
            f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
        )
        # Word wants all designs ahead of the lists that use them.
        self._element.insert(self._element.index(designs[-1]) + 1 if designs else 0, made)
        return number

    def _add(self, design: int, *, restart: bool = False) -> int:
        lists = self._element.iterchildren(f"{_W}num")
        number = 1 + max((int(one.get(f"{_W}numId")) for one in lists), default=0)
        again = (
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
            if restart
            else ""
        )
        made = etree.fromstring(
            f'<w:num xmlns:w="{NAMESPACES["w"]}" w:numId="{number}">'
            f'<w:abstractNumId w:val="{design}"/>{again}</w:num>'
        )
        last = [*self._element.iterchildren(f"{_W}abstractNum", f"{_W}num")][-1]
        last.addnext(made)
        return number


def _level(level: int, ordered: bool) -> str:
    shown = "%1." if ordered else _SIGNS[level % len(_SIGNS)]
    left = _INDENT * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{"decimal" if ordered else "bullet"}"/>'
        f'<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{_INDENT}"/></w:pPr></w:lvl>'
    )
