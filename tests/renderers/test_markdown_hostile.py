"""Nothing that people write can act in Markdown: proven with a parser of CommonMark and tables."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from workshopcore.contracts.report import Bullets, Paragraph, Report, Run, Section, Table
from workshopcore.contracts.reports import Style
from workshopcore.renderers import MarkdownRenderer
from workshopcore.renderers.markdown.inline import marked

WORD = "benign"
PLAIN = Style("plain", "Plain")
INLINE = {
    *("text", "code_inline", "link_open", "link_close"),
    *("strong_open", "strong_close", "em_open", "em_close"),
}
MARKS = st.sampled_from(["plain", "strong", "emphasis", "code"])
HREFS = st.sampled_from(["", "", "https://example.org/?a=1&copy;=2_b_*c*", "javascript:alert(1)"])


def parsed(markdown):
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return parser.parse(markdown if isinstance(markdown, str) else markdown.decode())


def structure(tokens):
    return [(token.type, token.tag, token.markup) for token in tokens]


def words(inline):
    """Return the words of an inline token, white space made single."""
    return " ".join("".join(token.content for token in inline.children).split())


def texts(tokens):
    return [words(token) for token in tokens if token.type == "inline"]


def squeezed(text):
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="session")
def benign(specimen):
    return parsed(MarkdownRenderer().render(specimen(WORD), PLAIN))


@given(data=st.data())
def test_hostile_text_makes_no_block_and_loses_no_word(
    data, hostile_texts, specimen, shown, benign
):
    text = data.draw(hostile_texts.filter(shown))
    tokens = parsed(MarkdownRenderer().render(specimen(text), PLAIN))
    said = squeezed(shown(text))

    assert structure(tokens) == structure(benign)
    assert [squeezed(found) for found in texts(tokens)] == [
        squeezed(found).replace(WORD, said) for found in texts(benign)
    ]


@given(data=st.data())
def test_hostile_text_makes_no_html_no_picture_and_no_link(data, hostile_texts, specimen):
    tokens = parsed(MarkdownRenderer().render(specimen(data.draw(hostile_texts)), PLAIN))
    inner = [child for token in tokens for child in token.children or []]
    links = {child.attrs["href"] for child in inner if child.type == "link_open"}

    assert {child.type for child in inner} <= INLINE
    assert "html_block" not in {token.type for token in tokens}
    assert links <= {"https://example.org/guidance"}


@given(data=st.data())
def test_runs_keep_their_words(data, hostile_texts, shown):
    runs = data.draw(st.lists(st.builds(Run, hostile_texts, MARKS, HREFS), max_size=5))
    report = Report("r", "T", "public", [Paragraph(tuple(runs))])
    _, *found = texts(parsed(MarkdownRenderer().render(report, PLAIN)))
    said = squeezed(shown("".join(f"{run.text}" for run in runs)))

    assert squeezed("".join(found)) == said
    assert len(found) == bool(said)


@given(data=st.data())
def test_runs_make_only_their_own_links(data, hostile_texts, shown):
    runs = data.draw(st.lists(st.builds(Run, hostile_texts, MARKS, HREFS), max_size=5))
    report = Report("r", "T", "public", [Paragraph(tuple(runs))])
    tokens = parsed(MarkdownRenderer().render(report, PLAIN))
    inner = [child for token in tokens for child in token.children or []]
    links = [child.attrs["href"] for child in inner if child.type == "link_open"]

    assert {child.type for child in inner} <= INLINE
    assert set(links) <= {"https://example.org/?a=1&copy;=2_b_*c*"}
    wanted = any(run.href.startswith("https") and shown(run.text) for run in runs)
    assert bool(links) == wanted


@given(data=st.data())
def test_a_cell_says_exactly_what_was_written(data, hostile_texts, shown):
    rows = data.draw(st.lists(st.tuples(hostile_texts, hostile_texts), max_size=4))
    report = Report("r", "T", "public", [Table(["One", "Two"], rows)])
    _, _, _, *cells = texts(parsed(MarkdownRenderer().render(report, PLAIN)))

    assert cells == [shown(cell) for row in rows for cell in row]


@given(data=st.data())
def test_a_heading_says_exactly_what_was_written(data, hostile_texts, shown):
    title = data.draw(hostile_texts)
    report = Report("r", "T", "public", [Section(title, [Paragraph("x")])])
    tokens = parsed(MarkdownRenderer().render(report, PLAIN))

    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2"]
    assert texts(tokens) == ["T", shown(title), "x"]


@given(data=st.data(), ordered=st.booleans())
def test_a_list_has_exactly_its_items(data, ordered, hostile_texts, shown):
    items = data.draw(st.lists(hostile_texts.filter(shown), min_size=1, max_size=12))
    report = Report("r", "T", "public", [Bullets(items, ordered=ordered)])
    tokens = parsed(MarkdownRenderer().render(report, PLAIN))

    assert sum(token.type == "list_item_open" for token in tokens) == len(items)
    assert texts(tokens) == ["T", *map(shown, items)]


@given(data=st.data())
def test_a_paragraph_is_one_paragraph(data, hostile_texts, shown):
    text = data.draw(hostile_texts)
    assume(shown(text))
    tokens = parsed(MarkdownRenderer().render(Report("r", "T", "public", [Paragraph(text)]), PLAIN))

    assert [token.type for token in tokens[3:]] == ["paragraph_open", "inline", "paragraph_close"]
    assert texts(tokens) == ["T", shown(text)]


@pytest.mark.parametrize(
    ("runs", "written"),
    [
        ((Run("a "), Run("b", "strong"), Run(" c")), "a **b** c"),
        ((Run("a"), Run(" b ", "emphasis"), Run("c")), "a *b* c"),
        ((Run("a"), Run("b", "strong"), Run("c")), "a**b**c"),
        ((Run("("), Run("b!", "strong"), Run(")")), "(**b!**)"),
        ((Run("a"), Run("b!", "strong"), Run("c")), "ab!c"),
        ((Run("a", "strong"), Run("b", "emphasis")), "ab"),
        ((Run("a", "strong"), Run(" b", "emphasis")), "**a** *b*"),
        ((Run("a", "strong"), Run("b", "strong")), "**ab**"),
        ((Run("a`b", "code"),), "``a`b``"),
        ((Run("`", "code"),), "`` ` ``"),
        ((Run("a|b", "code"),), r"a\|b"),
        ((Run(" ", "code"), Run("x")), "x"),
        (
            (Run("look!"), Run("here", href="https://example.org")),
            r"look\![here](https://example.org)",
        ),
        ((Run("here", "strong", "https://example.org"),), "[**here**](https://example.org)"),
        ((Run("x", href="https://example.org/?a&lt;b"),), "[x](https://example.org/?a&amp;lt;b)"),
        ((Run("&am"), Run("p;")), r"\&amp;"),
        ((Run("&am"), Run("p", "strong"), Run(";")), r"&am**p**;"),
        ((), ""),
    ],
)
def test_marks_are_written_where_they_can_be_read(runs, written):
    assert marked(runs) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("R&D in snake_case costs 5 * 4 = 20", r"R&D in snake_case costs 5 \* 4 = 20"),
        ("Who? You! (me) - yes: 50% + more; \"so\" it's 'said'.", None),
        ("10:30–11:45, 1.5 hours, e-mail someone@example.org", None),
        ("https://example.org www.example.org", r"https\://example.org www\.example.org"),
        ("C# and F# #1", r"C# and F# \#1"),
    ],
)
def test_ordinary_text_stays_readable(text, written):
    assert marked(text) == (written or text)
