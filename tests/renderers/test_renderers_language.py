"""The few words that renderers add are those of the report's language."""

from datetime import date

import pytest
from justhtml import JustHTML

import workshopcore as wc
from workshopcore.contracts.report import Callout, Figure, Paragraph, Report, Section, Table
from workshopcore.toolkit import Toolkit

WORDS = """
msgid ""
msgstr ""
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Contents"
msgstr "Inhalt <&>"

msgid "Skip to the text"
msgstr "Zum Text"

msgid "Warning:"
msgstr "Achtung:"

msgid "Warning: {title}"
msgstr "{title} (Achtung)"

msgid "The same as a table"
msgstr "Als Tabelle"

msgid "As of {date}"
msgstr "Stand {date}"

msgctxt "of an item on the agenda"
msgid "now"
msgstr "jetzt"

msgid "fixed start"
msgstr "fester Beginn"
"""
ROWS = [
    {"label": "Talk", "start": 540, "end": 600, "state": "running", "locked": True},
    {"label": "Lunch", "start": 780, "end": 825, "kind": "lunch"},
]


@pytest.fixture
def toolkit(tmp_path):
    (tmp_path / "xd.po").write_text(WORDS, encoding="utf-8")

    class German:
        @wc.hookimpl
        def workshopcore_translations(self):
            return [tmp_path]

    return Toolkit(discover=False, plugins=[German()])


def report(*blocks, language="xd"):
    return Report("note", "Note", "public", blocks, language=language, as_of=date(2027, 1, 19))


def page(toolkit, *blocks, **fields):
    return JustHTML(toolkit.render(report(*blocks, **fields), "html"), sanitize=False)


def words(document, selector):
    return [each.to_text() for each in document.query(selector)]


def test_page_speaks_the_language_of_its_report(toolkit):
    sections = [Section(str(number), [Paragraph("x")]) for number in range(5)]
    document = page(toolkit, *sections)
    [root] = document.query("html")
    [contents] = document.query("nav")
    assert root.attrs["lang"] == "xd"
    assert contents.attrs["aria-label"] == "Inhalt <&>"
    assert words(document, "a.skip") == ["Zum Text"]
    assert words(document, ".as-of") == ["Stand 19 January 2027"]


def test_page_in_english_is_as_it_was_whatever_was_rendered_before(toolkit):
    sections = [Section(str(number), [Paragraph("x")]) for number in range(5)]
    page(toolkit, *sections)
    document = page(toolkit, *sections, language="en-GB")
    assert words(document, "a.skip") == ["Skip to the text"]


def test_figure_on_a_page_speaks_it_too(toolkit):
    figure = Figure("day", {"rows": ROWS}, "A day", Table(["x"], [["y"]]))
    document = page(toolkit, figure)
    drawn = words(document, "svg text")
    assert "Talk · jetzt" in drawn
    assert "fester Beginn" in drawn
    assert words(document, "summary") == ["Als Tabelle"]


def test_clock_times_of_a_figure_are_those_of_the_house():
    figure = Figure("day", {"rows": ROWS}, "A day", Table(["x"], [["y"]]))
    toolkit = Toolkit(discover=False)
    style = wc.Style("acme:us", "US", dates={"clock": "h:mm a"})
    data = toolkit.render(report(figure, language="en-US"), "html", style=style)
    drawn = words(JustHTML(data, sanitize=False), "svg text.clock")
    assert [each.replace("\u202f", " ") for each in drawn] == [
        "9:00 AM",
        "10:00 AM",
        "1:00 PM",
        "1:45 PM",
    ]


@pytest.mark.parametrize(
    ("renderer", "said"),
    [("markdown", "**Mind (Achtung)**"), ("text", "Mind (Achtung)"), ("html", "Achtung: ")],
)
def test_warnings_say_that_they_are(toolkit, renderer, said):
    callout = Callout("Mind", [Paragraph("the gap")], kind="warning")
    assert said in toolkit.render(report(callout), renderer).decode()


@pytest.mark.parametrize("renderer", ["markdown", "text"])
def test_day_of_a_report_is_told(toolkit, renderer):
    assert "Stand 19 January 2027" in toolkit.render(report(), renderer).decode()
