"""WordprocessingML as text: paragraphs and runs, with whatever people wrote escaped.

A document is written as text and parsed once: building it element by element takes many times
as long. Elements stand in the order that the schema wants.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from workshopcore.renderers.characters import flat, one_line

__all__ = ["NAMESPACES", "attribute", "field", "marked", "paragraph", "run", "text_of"]

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}

_MARKS = {"plain": "", "strong": "<w:b/>", "emphasis": "<w:i/>"}


def attribute(text: str) -> str:
    """Return text as a quoted attribute."""
    return quoteattr(one_line(text))


def text_of(text: str) -> str:
    """Return text as the content of a run."""
    return f'<w:t xml:space="preserve">{escape(flat(text))}</w:t>'


def run(text: str, properties: str = "") -> str:
    """Return a run of text, ``""`` where there is no text."""
    if not text:
        return ""
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{looks}{text_of(text)}</w:r>"


def field(code: str, shown: str = "", *, dirty: bool = False) -> str:
    """Return a field of Word: its code, and what stands there until Word works it out."""
    stale = ' w:dirty="true"' if dirty else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{stale}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(
    style: str,
    content: str,
    *,
    keep: bool = False,
    broken: bool = False,
    numbered: tuple[int, int] | None = None,
    align: str = "",
    outline: int | None = None,
) -> str:
    """Return a paragraph.

    Args:
        style: the identifier of its style.
        content: its runs.
        keep: whether it stays on one page with what follows.
        broken: whether it begins a page.
        numbered: the list it belongs to, and the level there.
        align: ``center`` or ``right``.
        outline: the level of a heading, from 0.
    """
    properties = f"<w:pStyle w:val={quoteattr(style)}/>"
    if keep:
        properties += "<w:keepNext/>"
    if broken:
        properties += "<w:pageBreakBefore/>"
    if numbered:
        number, level = numbered
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    if align:
        properties += f'<w:jc w:val="{align}"/>'
    if outline is not None:
        properties += f'<w:outlineLvl w:val="{outline}"/>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def marked(mark: str, code_style: str) -> str:
    """Return the properties of a run with a mark."""
    return _MARKS.get(mark) or (f'<w:rStyle w:val="{code_style}"/>' if mark == "code" else "")
