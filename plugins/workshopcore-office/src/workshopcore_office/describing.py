"""What a document says about itself: its title, language and author, and when it was made."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from workshopcore.contracts.report import Report
from workshopcore.renderers.characters import one_line

__all__ = ["describe", "speak"]

_LONGEST = 255
_UNDATED = datetime(1980, 1, 1)
_AUTHOR = "workshopcore"


def describe(
    properties: Any, report: Report, language: str, *, author: str = "", keep_author: bool
) -> None:
    """Set the properties of a document; it was made on the day that it describes.

    Args:
        properties: those of python-docx or python-pptx.
        report: the document.
        language: its language, a BCP 47 tag.
        author: the house that the document is of, if a style names one.
        keep_author: whether the author is the template's, if that names one.
    """
    made = datetime.combine(report.as_of, time()) if report.as_of else _UNDATED
    properties.title = one_line(report.title)[:_LONGEST]
    properties.subject = one_line(report.subtitle)[:_LONGEST]
    properties.language = language[:_LONGEST]
    if not (keep_author and properties.author):
        properties.author = one_line(author)[:_LONGEST] or _AUTHOR
    properties.created = properties.modified = made
    properties.last_modified_by = ""
    properties.comments = ""
    properties.revision = 1


def speak(styles: Any, language: str, namespace: str) -> None:
    """Set the language of all text that does not have one of its own."""
    w = f"{{{namespace}}}"
    element = styles
    for tag in ("docDefaults", "rPrDefault", "rPr"):
        found = element.find(f"{w}{tag}")
        if found is None:
            found = etree.Element(f"{w}{tag}")
            element.insert(0, found)
        element = found
    for each in element.findall(f"{w}lang"):
        element.remove(each)
    etree.SubElement(element, f"{w}lang", {f"{w}val": language})
