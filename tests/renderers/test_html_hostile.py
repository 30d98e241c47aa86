"""Nothing that people write can act on a page: proven with a parser that follows the standard."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from justhtml import JustHTML

from workshopcore.contracts.report import Figure, Paragraph, Report, Run, Section, Table
from workshopcore.contracts.reports import Style
from workshopcore.renderers import HtmlRenderer

WORD = "benign"
PLAIN = Style("plain", "Plain", footer="benign")
ATTRIBUTES = {
    "aria-describedby": r"hint_[\d_]+",
    "aria-labelledby": r"(title|alt)_[\d_]+",
    "autocomplete": "off",
    "charset": "utf-8",
    "checked": "",
    "class": r"[a-z\d -]+",
    "content": None,
    "d": r"M[\d.]+ [\d.]+[a-z\d. -]+",
    "for": r"field_[\d_]+",
    "height": r"[\d.]+",
    "href": r"#_content|#purpose|#_\d|https://example\.org/guidance",
    "http-equiv": "Content-Security-Policy",
    "id": r"_content|purpose|(field|hint|title|alt)?_[\d_]+",
    "lang": "en-GB",
    "name": r"viewport|referrer|field_[\d_]+",
    "role": "[a-z]+",
    "rows": "4",
    "rx": r"\d",
    "scope": "row|col",
    "tabindex": "0",
    "text-anchor": "middle|end",
    "type": "text|checkbox|radio",
    "value": r"\d",
    "viewBox": r"0 0 [\d.]+ [\d.]+",
    "width": r"[\d.]+|device-width",
} | dict.fromkeys(("x", "y", "x1", "x2", "y1", "y2"), r"-?[\d.]+")
SPOKEN = {"aria-label", "data-label", "alt"}


def parsed(page):
    return JustHTML(page, sanitize=False, collect_errors=True)


def elements(document):
    waiting = [document.root]
    while waiting:
        node = waiting.pop()
        waiting += reversed(node.children or [])
        if not node.name.startswith("#") and node.name != "!doctype":
            yield node


def within(node, name):
    while node is not None:
        if node.name == name:
            return True
        node = node.parent
    return False


def tags(document):
    """All elements in order; how many lines a drawing's labels take may vary."""
    return [node.name for node in elements(document) if not within(node, "svg")]


def texts(document):
    """The text of the page, element by element, without white space."""
    found = []
    for node in elements(document):
        if node.name in ("style", "svg") or within(node, "svg"):
            continue
        words = "".join(child.data or "" for child in node.children or [] if child.name == "#text")
        found += [re.sub(r"\s", "", words)]
    return found


@pytest.fixture(scope="session")
def benign(specimen):
    return parsed(HtmlRenderer().render(specimen(WORD), PLAIN))


@given(data=st.data())
def test_hostile_text_adds_no_element_and_loses_no_word(
    data, hostile_texts, specimen, shown, benign
):
    text = data.draw(hostile_texts.filter(shown))
    page = parsed(HtmlRenderer().render(specimen(text), PLAIN))
    words = re.sub(r"\s", "", shown(text))

    assert tags(page) == tags(benign)
    expected = [found.replace(WORD, words) for found in texts(benign)]
    # The footer comes from the house, not from the report.
    assert texts(page)[:-1] == expected[:-1]
    assert page.errors == []


@given(data=st.data())
def test_hostile_text_sets_no_attribute(data, hostile_texts, specimen, shown):
    text = data.draw(hostile_texts)
    page = parsed(HtmlRenderer().render(specimen(text), PLAIN))
    for node in elements(page):
        for name, value in node.attrs.items():
            if name in SPOKEN:
                assert value == "Contents" or shown(value) == shown(text)
            elif name != "content":
                assert re.fullmatch(ATTRIBUTES[name], value or ""), (name, value)


@given(data=st.data())
def test_hostile_text_stays_in_its_drawing(data, hostile_texts, specimen, shown):
    text = data.draw(hostile_texts.filter(shown))
    page = parsed(HtmlRenderer().render(specimen(text), PLAIN))
    drawings = [node for node in elements(page) if node.name == "svg"]
    assert len(drawings) == 2
    for drawing in drawings:
        inside = {node.name for node in elements(page) if within(node, "svg")}
        assert inside <= {"svg", "title", "rect", "line", "path", "text"}
        title = next(node for node in drawing.children if node.name == "title")
        assert shown("".join(child.data for child in title.children)) == shown(text)


@given(data=st.data())
def test_hostile_text_leaves_the_stylesheet_alone(data, hostile_texts, specimen):
    text = data.draw(hostile_texts)
    page = parsed(HtmlRenderer().render(specimen(text), PLAIN))
    (style,) = (node for node in elements(page) if node.name == "style")
    css = style.children[0].data
    start = css.index('@bottom-left{content:"') + len('@bottom-left{content:"')
    title, end = css[start:].split('"', 1)
    assert re.fullmatch(r"(?:[A-Za-z0-9]|\\[0-9a-f]+ )*", title)
    assert end == "}}\n"


@given(data=st.data())
def test_no_forbidden_character_reaches_a_page(data, hostile_texts, specimen):
    page = HtmlRenderer().render(specimen(data.draw(hostile_texts)), PLAIN).decode()
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", page
    )


@given(data=st.data())
def test_hostile_text_in_names_is_harmless(data, hostile_texts):
    text = data.draw(hostile_texts)
    table = Table(["a"], [["b"]])
    figures = [
        Figure(text or "x", {"points": text, "rows": text}, "c", table),
        Figure("timeline", {"points": [{"label": text, "date": text}]}, "c", table),
        Figure(
            "timeline",
            {"points": [{"label": text, "date": "2027-01-19", "group": text}]},
            "c",
            table,
        ),
        Figure(
            "day",
            {
                "rows": [
                    {"label": text, "start": 1, "end": 2, "track": text, "kind": text, "time": text}
                ]
            },
            "c",
            table,
        ),
    ]
    report = Report(
        text,
        "T",
        "public",
        [Section("s", figures, id=text), Paragraph((Run("r", href=text),))],
        language=text,
        name="n",
    )
    page = parsed(HtmlRenderer().render(report, PLAIN))
    assert page.errors == []
    for node in elements(page):
        for name, value in node.attrs.items():
            known = name in ("content", "lang", "id", "href", "class") or name in SPOKEN
            assert known or re.fullmatch(ATTRIBUTES[name], value or ""), (name, value)
            assert name != "href" or re.match("https?:|mailto:", value, re.IGNORECASE)
            assert name not in ("id", "class") or re.fullmatch(r"[\w -]*", value, re.ASCII)
            assert name != "lang" or re.fullmatch("[A-Za-z0-9-]+", value)
