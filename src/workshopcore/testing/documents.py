"""Reports for tests of renderers: one with every kind of block, and strategies for any other."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from workshopcore.contracts.report import (
    Audience,
    Block,
    Bullets,
    Callout,
    Checklist,
    Column,
    Facts,
    Figure,
    FormField,
    Inline,
    Item,
    PageBreak,
    Paragraph,
    QuoteBlock,
    Report,
    Run,
    Section,
    Table,
    Task,
)

__all__ = ["HOSTILE", "reports", "sample_report"]

HOSTILE = (
    "<script>alert(1)</script>",
    "</td></table><h1>Broken out</h1>",
    "[a link](javascript:alert(1)) ![x](x)",
    "| a | b |\n|---|---|",
    "# Heading\n\n```\nfence",
    "{{ 7 * 7 }} {% if %} ${x} %s",
    "\x1b[31mred\x07 \x00 \u202eright to left",
    "a" * 300,
    "",
    " \n ",
    "=1+1;@SUM(A1)",
    "naïve — “quotes” 🙂 漢字 e\u0301",
)
"""Texts that people could type and that no document may act upon."""


def sample_report() -> Report:
    """Return a report with every kind of block, nested as deeply as reports do.

    The figure is of a kind that no renderer knows, so each has to print its table.
    """
    table = Table(
        [Column("When"), Column("Minutes", align="right"), "What"],
        [["09:30", "15", (Run("Check-in", "strong"), Run(", in a circle"))], ["09:45", "75", ""]],
        caption="The morning",
        row_headings=True,
    )
    blocks: list[Block] = [
        Paragraph("In short", lead=True),
        Paragraph(
            [
                Run("plain "),
                Run("strong ", "strong"),
                Run("emphasis ", "emphasis"),
                Run("code", "code"),
                Run("a link", href="https://example.org/a?b=c&d"),
            ]
        ),
        Facts([("Where", "Mill House"), ("Who", (Run("Wei Lin", "strong"),))]),
        Bullets(["one", Item("two", ["two a", Item("two b", ["deeper"])])]),
        Bullets(["first", "second"], ordered=True),
        table,
        Table(["Empty"], []),
        QuoteBlock("I finally know who to ring.", "Repairs adviser"),
        Callout("Mind the time", [Paragraph("Lunch is at half past twelve.")], kind="warning"),
        Checklist([Task("Pens", done=True), "Paper"]),
        *_form_fields(),
        PageBreak(),
        Figure("kind-that-nobody-knows", {"values": [1, 2, 3]}, "Three bars", table),
        Section("First", [Section("Second", [Section("Third", [Paragraph("Deep")])], id="two")]),
        Section("Nothing yet", []),
    ]
    return Report("sample", "A sample", "participants", blocks, subtitle="Of every block")


def _form_fields() -> list[FormField]:
    return [
        FormField("Your name"),
        FormField("What helped?", "text", lines=4, hint="A sentence is enough"),
        FormField("I agree to be quoted", "tick"),
        FormField("Which table?", "choice", options=["One", "Two"]),
        FormField("What helped?", "several", options=["The map", "The law"]),
        FormField("In which order?", "ranking", options=["First", "Second"]),
        FormField("The day was worth it", "scale", options=["1", "2", "3", "4", "5"]),
        FormField("We", "matrix", rows=["listen", "decide"], options=["never", "often"]),
    ]


_texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20), st.sampled_from(HOSTILE)
)
_runs = st.builds(
    Run,
    _texts,
    st.sampled_from(["plain", "strong", "emphasis", "code"]),
    st.sampled_from(["", "https://example.org/?a=b&c", 'javascript:"x"', "not a link"]),
)
_inlines: st.SearchStrategy[Inline] = st.one_of(_texts, st.lists(_runs, max_size=3).map(tuple))
_audiences = st.sets(st.sampled_from(get_args(Audience)), max_size=2).map(sorted)
_aligns = st.sampled_from(["left", "right", "centre"])


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    columns = draw(st.lists(st.builds(Column, _texts, align=_aligns), min_size=1, max_size=4))
    row = st.lists(_inlines, min_size=len(columns), max_size=len(columns))
    return Table(
        columns,
        draw(st.lists(row, max_size=3)),
        caption=draw(_texts),
        row_headings=draw(st.booleans()),
        writable=draw(st.booleans()),
        audience=draw(_audiences),
    )


_items = st.recursive(
    _inlines, lambda inner: st.builds(Item, _inlines, st.lists(inner, max_size=2)), max_leaves=4
)
_options = st.lists(_texts, min_size=1, max_size=3)
_CHOSEN = ["choice", "several", "ranking", "scale"]


def _leaves() -> st.SearchStrategy[Any]:
    return st.one_of(
        st.builds(Paragraph, _inlines, lead=st.booleans(), audience=_audiences),
        st.builds(Bullets, st.lists(_items, max_size=3), ordered=st.booleans()),
        _tables(),
        st.builds(Facts, st.lists(st.tuples(_texts, _inlines), max_size=3)),
        st.builds(QuoteBlock, _inlines, _texts),
        st.builds(Checklist, st.lists(st.builds(Task, _inlines, st.booleans()), max_size=3)),
        st.builds(FormField, _texts, st.sampled_from(["line", "text", "tick"]), hint=_texts),
        st.builds(FormField, _texts, st.sampled_from(_CHOSEN), options=_options),
        st.builds(FormField, _texts, st.just("matrix"), options=_options, rows=_options),
        st.builds(PageBreak),
        st.builds(Figure, _texts, st.just({}), _texts, _tables(), caption=_texts),
    )


def _nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    blocks = st.lists(inner, max_size=3)
    kinds = st.sampled_from(["note", "warning", "success"])
    return st.one_of(
        st.builds(Section, _texts, blocks, audience=_audiences),
        st.builds(Callout, _texts, blocks, kind=kinds, audience=_audiences),
    )


def reports() -> st.SearchStrategy[Report]:
    """Return a strategy for reports of any blocks, with texts that try to break out."""
    return st.builds(
        Report,
        st.just("sample"),
        _texts,
        st.sampled_from(get_args(Audience)),
        st.lists(st.recursive(_leaves(), _nested, max_leaves=6), max_size=4),
        subtitle=_texts,
        as_of=st.none() | st.dates(),
    )
