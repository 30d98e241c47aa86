"""Markdown as blocks."""

import pytest

from workshopcore.contracts.report import (
    Bullets,
    Callout,
    Checklist,
    Column,
    Facts,
    Item,
    PageBreak,
    Paragraph,
    QuoteBlock,
    Run,
    Section,
    Table,
    Task,
)
from workshopcore.reports.templates.blocks import blocks_of
from workshopcore.reports.templates.markdown import MarkdownError


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("One\ntwo.\n\nThree.", [Paragraph("One two."), Paragraph("Three.")]),
        (
            "A **bold**, *leaning* and `plain` word",
            [
                Paragraph(
                    [
                        Run("A "),
                        Run("bold", "strong"),
                        Run(", "),
                        Run("leaning", "emphasis"),
                        Run(" and "),
                        Run("plain", "code"),
                        Run(" word"),
                    ]
                )
            ],
        ),
        ("***both***", [Paragraph([Run("both", "strong")])]),
        (
            "[a **link**](https://example.org) <mailto:a@example.org>",
            [
                Paragraph(
                    [
                        Run("a ", href="https://example.org"),
                        Run("link", "strong", "https://example.org"),
                        Run(" "),
                        Run("mailto:a@example.org", href="mailto:a@example.org"),
                    ]
                )
            ],
        ),
        (r"\*not bold\* &amp; <b>no tag</b>", [Paragraph("*not bold* & <b>no tag</b>")]),
        (
            "# One\nText\n### Deep\nInner\n## Two\n# Three",
            [
                Section(
                    "One",
                    [Paragraph("Text"), Section("Deep", [Paragraph("Inner")]), Section("Two", [])],
                ),
                Section("Three", []),
            ],
        ),
        ("### Low\n# High", [Section("Low", []), Section("High", [])]),
        ("Before\n---\nAfter", [Paragraph("Before"), PageBreak(), Paragraph("After")]),
        (
            "- one\n- two\n  - deeper\n    - deepest\n- three",
            [Bullets(["one", Item("two", [Item("deeper", ["deepest"])]), "three"])],
        ),
        ("1. one\n\n2. two", [Bullets(["one", "two"], ordered=True)]),
        ("        indented", [Paragraph("indented")]),
        (
            "- [ ] **open**\n- [x] done",
            [Checklist([Task([Run("open", "strong")]), Task("done", done=True)])],
        ),
        ("- [ ] open\n- closed", [Bullets(["[ ] open", "closed"])]),
        (
            "| Left | Mid | Right |\n|:--|:-:|--:|\n| a \\| b | *c* | |",
            [
                Table(
                    ["Left", Column("Mid", align="centre"), Column("Right", align="right")],
                    [["a | b", [Run("c", "emphasis")], ""]],
                )
            ],
        ),
        ("| A |\n|---|", []),
        ("> Said\n> twice.\n> — Amina", [QuoteBlock("Said twice.", "Amina")]),
        ("> One.\n>\n> Two.\n>\n> -- Amina, *lead*", [QuoteBlock("One. Two.", "Amina, lead")]),
        ("> — only a dash", [QuoteBlock("— only a dash")]),
        (
            "When\n: **Tuesday**, noon\nWhere\n: Mill House",
            [Facts([("When", [Run("Tuesday", "strong"), Run(", noon")]), ("Where", "Mill House")])],
        ),
        ("Words\n: with\n: two", [Paragraph("Words : with : two")]),
        (
            "::: warning Mind *this*\nText\n\n- item\n:::",
            [Callout("Mind *this*", [Paragraph("Text"), Bullets(["item"])], kind="warning")],
        ),
        (
            "Text\n::: note Outer\n::: success Inner\nyes\n:::\n:::\nMore",
            [
                Paragraph("Text"),
                Callout("Outer", [Callout("Inner", [Paragraph("yes")], kind="success")]),
                Paragraph("More"),
            ],
        ),
        (
            "::: facilitators\nSecret\n:::",
            [Paragraph("Secret", audience="facilitators")],
        ),
        (
            "::: expert+facilitators\n# For both\nText\n:::",
            [Section("For both", [Paragraph("Text")], audience=("facilitators", "expert"))],
        ),
        (
            "::: expert+facilitators\n::: facilitators+sponsor\nText\n:::\n:::",
            [Paragraph("Text", audience="facilitators")],
        ),
        ("::: expert\n::: facilitators\nNobody\n:::\n:::", []),
        ("::: lead\nIn short.\n:::", [Paragraph("In short.", lead=True)]),
        (
            "::: table Who does what\n| A |\n|---|\n| b |\n:::",
            [Table(["A"], [["b"]], caption="Who does what")],
        ),
        (
            "::: writable\n| A |\n|---|\n| b |\n:::",
            [Table(["A"], [["b"]], writable=True)],
        ),
        ("::: note Empty\n:::", []),
    ],
)
def test_markdown_is_the_blocks_it_looks_like(markdown, blocks):
    assert list(blocks_of(markdown)) == blocks


@pytest.mark.parametrize(
    ("markdown", "line", "words"),
    [
        ("a\n\n![x](y.png)", 2, "there are no pictures here: the logo belongs to the style"),
        ("a\\\nb", 0, "a line ends in a backslash or in two spaces"),
        ("a\n\n[x](javascript:y)", 2, "links lead to http, https and mailto addresses"),
        ("```\ncode\n```", 0, "write code between single backticks"),
        ("3. three", 0, "a numbered list begins with 1"),
        ("- a\n  1. b", 1, "a numbered list stands by itself"),
        ("- a\n\n  b", 2, "an item of a list is one paragraph"),
        ("- a\n  > b", 1, "an item of a list is one paragraph"),
        ("- [ ] a\n  - b", 0, "a line of a checklist has nothing beneath it"),
        ("> # a", 0, "a quotation is made of paragraphs only"),
        ("| a |\n|---|\n| b | c |", 2, "a row has 2 cells, and the table 1 columns"),
        ("a\n\n::: nota Title", 2, "this container has no end"),
        ("a\n\n:::", 2, "':::' ends a container, and none has begun here"),
        ("::: nota Title\nx\n:::", 0, "there is no container 'nota': did you mean 'note'?"),
        ("::: zzz\nx\n:::", 0, "there is no container 'zzz': there are note, warning"),
        ("::: note\nx\n:::", 0, "a note has a title"),
        ("::: lead Title\nx\n:::", 0, "'lead' takes no title"),
        ("::: lead\n- x\n:::", 0, "'lead' holds opening paragraphs and nothing else"),
        ("::: expert Title\nx\n:::", 0, "'expert' takes no title"),
        ("::: table\nx\n:::", 0, "a container for a table holds tables and nothing else"),
    ],
)
def test_markdown_that_is_no_block_is_refused_with_its_line(markdown, line, words):
    with pytest.raises(MarkdownError) as caught:
        blocks_of(markdown)
    assert caught.value.line == line
    assert words in caught.value.words
