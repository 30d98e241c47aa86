"""The table of contents: a field that Word brings up to date.

Until then it lists the headings as links, without pages: only who lays a document out knows them.
"""

from __future__ import annotations

from workshopcore.contracts.report import (
    Block,
    Bullets,
    Checklist,
    Facts,
    Figure,
    PageBreak,
    Report,
    Section,
    Table,
)
from workshopcore.renderers.tree import walk
from workshopcore_office.word.manuscript import Manuscript
from workshopcore_office.word.markup import run

__all__ = ["contents_of", "has_contents"]

_MANY_SECTIONS = 5
_MANY_ENTRIES = 30
_MANY_TEXTS = 150
_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{level}" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def has_contents(report: Report) -> bool:
    """Return whether a report is long, and has many sections.

    Sheets that are handed out one by one, each on a page of its own, have no contents either.
    """
    sections = [
        block for block in report.blocks if isinstance(block, Section) and block.title.strip()
    ]
    sheets = any(isinstance(block, PageBreak) for block in report.blocks)
    if sheets or len(sections) < _MANY_SECTIONS:
        return False
    return sum(_texts(block) for _, block in walk(report.blocks)) >= _MANY_TEXTS


def contents_of(manuscript: Manuscript) -> str:
    """Return the entries, once all headings are written."""
    upper = [entry for entry in manuscript.headings if entry[0] <= 1]
    deepest = 1 if len(upper) <= _MANY_ENTRIES else 0
    entries = [entry for entry in upper if entry[0] <= deepest]
    parts = []
    for place, (level, title, name) in enumerate(entries):
        begin = _BEGIN.format(level=deepest + 1) if place == 0 else ""
        end = _END if place == len(entries) - 1 else ""
        link = f'<w:hyperlink w:anchor="{name}" w:history="1">{run(title)}</w:hyperlink>'
        parts.append(manuscript.paragraph(f"contents {level + 1}", begin + link + end))
    return "".join(parts) + manuscript.gap()


def _texts(block: Block) -> int:
    """Return roughly how many texts a block has."""
    match block:
        case Table():
            return len(block.rows) * len(block.columns)
        case Figure():
            return _texts(block.table)
        case Facts():
            return 2 * len(block.pairs)
        case Bullets() | Checklist():
            return len(block.items)
    return 1
