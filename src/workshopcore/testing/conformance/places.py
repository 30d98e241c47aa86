"""Every place of a report in which people's words can stand."""

from __future__ import annotations

from collections.abc import Callable

from workshopcore.contracts.report import (
    Block,
    Bullets,
    Callout,
    Checklist,
    Facts,
    Figure,
    FormField,
    Item,
    Paragraph,
    QuoteBlock,
    Report,
    Run,
    Section,
    Table,
    Task,
)

__all__ = ["PLACES", "UNDRAWABLE", "deep", "everywhere", "report_with"]

_DEEP = 12

UNDRAWABLE = ("kind-that-nobody-knows", "timeline", "day")
"""Kinds of figures that cannot be drawn when their data say nothing."""

PLACES: dict[str, Callable[[str], Block]] = {
    "paragraph": lambda text: Paragraph(text),
    "opening paragraph": lambda text: Paragraph(text, lead=True),
    "plain run": lambda text: Paragraph([Run("before "), Run(text)]),
    "strong run": lambda text: Paragraph([Run(text, "strong")]),
    "emphasised run": lambda text: Paragraph([Run(text, "emphasis")]),
    "code": lambda text: Paragraph([Run(text, "code")]),
    "link": lambda text: Paragraph([Run(text, href="https://example.org/")]),
    "list item": lambda text: Bullets([text]),
    "numbered item": lambda text: Bullets([text], ordered=True),
    "item beneath an item": lambda text: Bullets([Item("above", [Item(text, ["below"])])]),
    "item beneath that": lambda text: Bullets([Item("above", [Item("between", [text])])]),
    "label of a fact": lambda text: Facts([(text, "value")]),
    "value of a fact": lambda text: Facts([("label", text)]),
    "caption of a table": lambda text: Table(["Column"], [["cell"]], caption=text),
    "title of a column": lambda text: Table([text, "Second"], [["a", "b"]]),
    "title of a column without rows": lambda text: Table([text], []),
    "cell": lambda text: Table(["First", "Second"], [["a", "b"], ["c", text]]),
    "heading of a row": lambda text: Table(["First", "Second"], [[text, "b"]], row_headings=True),
    "quotation": lambda text: QuoteBlock(text),
    "attribution": lambda text: QuoteBlock("words", text),
    "title of a callout": lambda text: Callout(text, [Paragraph("inner")]),
    "title of a warning": lambda text: Callout(text, [Paragraph("inner")], kind="warning"),
    "callout": lambda text: Callout("title", [Paragraph(text)], kind="success"),
    "task": lambda text: Checklist([text]),
    "task that is done": lambda text: Checklist([Task(text, done=True)]),
    "label of a line": lambda text: FormField(text),
    "label of a box": lambda text: FormField(text, "text"),
    "label of a tick": lambda text: FormField(text, "tick"),
    "label of a choice": lambda text: FormField(text, "choice", options=["yes"]),
    "option of a choice": lambda text: FormField("label", "choice", options=["yes", text]),
    "option of several": lambda text: FormField("label", "several", options=["yes", text]),
    "option to rank": lambda text: FormField("label", "ranking", options=["yes", text]),
    "point of a scale": lambda text: FormField("label", "scale", options=[text, "5"]),
    "point of a matrix": lambda text: FormField("a", "matrix", options=[text, "5"], rows=["b"]),
    "row of a matrix": lambda text: FormField("a", "matrix", options=["1"], rows=["b", text]),
    "hint": lambda text: FormField("label", hint=text),
    "title of a section": lambda text: Section(text, [Paragraph("inner")]),
    "title of an empty section": lambda text: Section(text, []),
    "section": lambda text: Section("title", [Paragraph(text)]),
    "section in a section": lambda text: Section("title", [Section("t", [Paragraph(text)])]),
    "words for a figure": lambda text: _figure(alt=text),
    "caption of a figure": lambda text: _figure(caption=text),
}
"""A block for each place, given what stands there. The words of a figure count where it cannot
be drawn, which is the kind here."""


def report_with(*blocks: Block, title: str = "A note", subtitle: str = "") -> Report:
    """Return a report of blocks."""
    return Report("note", title, "participants", blocks, subtitle=subtitle)


def everywhere(text: str) -> Report:
    """Return a report with a text in every place."""
    table = Table([text, "Second"], [[text, text]], caption=text)
    figures = [Figure(kind, {"label": text}, text, table) for kind in (*UNDRAWABLE, text)]
    blocks = [place(text) for place in PLACES.values()]
    return report_with(*blocks, *figures, title=text, subtitle=text)


def deep(text: str) -> Report:
    """Return a report in which a text stands deeper than there are headings."""
    block: Block = Paragraph(text)
    for level in range(_DEEP, 0, -1):
        block = Section(f"Level {level}", [block])
    return report_with(block)


def _figure(alt: str = "A day", caption: str = "") -> Figure:
    return Figure(UNDRAWABLE[0], {}, alt, Table(["Day"], [["Tuesday"]]), caption=caption)
