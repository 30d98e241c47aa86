"""The documents of the example's year as Word and slides, printed by LibreOffice, page by page."""

import re
from pathlib import Path

import attrs
import pytest
from attrs import frozen

import workshopcore as wc
from workshopcore import hookimpl
from workshopcore.contracts.report import Figure, Report, Section
from workshopcore.evaluation import kept_answers
from workshopcore.renderers import built_in_styles
from workshopcore.renderers.styles.reading import read_style
from workshopcore.renderers.tree import walk
from workshopcore_office import SlidesRenderer, WordRenderer

pytestmark = pytest.mark.office

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "adult-social-care"
HOUSE = Path(__file__).parent / "data" / "house" / "house.toml"
CLOSE = "2027-12-17"
ON_SLIDES = ("overview", "progress", "action-plan", "case-study")
IN_OTHER_STYLES = {"civic": ("overview",), "fen-and-field": ("action-plan", "evaluation-report")}
WORD, SLIDES = WordRenderer(), SlidesRenderer()
WORDS = re.compile(r"\w+")
GRAPH = "trace-graph"
UNREAD = ("kind", "data", "alt", "audience", "id", "href", "mark", "align")


class Kept:
    """A plugin whose renderer keeps the reports that it is given."""

    key, title, suffix, media_type = "kept:report", "Kept", ".kept", "text/plain"

    def __init__(self):
        self.reports = {}

    def render(self, report, _style):
        self.reports.setdefault(report.key, report)
        return report.name.encode()

    @hookimpl
    def workshopcore_renderers(self):
        return [self]


@frozen
class Printed:
    """A report, and its pages as they were printed."""

    report: Report
    pages: list

    @property
    def lines(self):
        """The lines of each page, without the last one, which is its foot."""
        return [
            [" ".join(line.split()) for line in page.splitlines() if line.strip()][:-1]
            for page in self.pages
        ]

    @property
    def headings(self):
        """The headings that have something below them."""
        return {
            " ".join(block.title.split())
            for _, block in walk(self.report.blocks)
            if isinstance(block, Section) and block.blocks and len(block.title) < 60
        }


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """One report of each kind that the example has at its close."""
    if not EXAMPLE.exists():
        pytest.skip("the examples do not come with this distribution")
    programme, kept = wc.load(EXAMPLE / "programme.toml"), Kept()
    answers = {
        wave.id: kept_answers(
            (EXAMPLE / wave.answers.path).read_bytes(),
            programme.instrument(wave.instrument),
            wave.answers,
        )
        for wave in programme.waves
        if wave.answers
    }
    wc.Toolkit(discover=False, plugins=[kept]).publish(
        programme,
        tmp_path_factory.mktemp("kept"),
        as_of=CLOSE,
        renderers=[kept.key],
        answers=answers,
        key=bytes(32),
    )
    return {key: lighter(report) for key, report in kept.reports.items() if key != "index"}


@pytest.fixture(scope="module")
def printed(reports, pages_of):
    """All of them as Word documents, some as slides, and some in every style: printed at once."""
    styles = {style.key: style for style in (*built_in_styles(), read_style(HOUSE))}
    plain = styles["plain"]
    wanted = {
        **{f"{key}-plain-docx.docx": (key, WORD, plain) for key in reports},
        **{f"{key}-plain-pptx.pptx": (key, SLIDES, plain) for key in ON_SLIDES},
        **{
            f"{key}-{style}-docx.docx": (key, WORD, styles[style])
            for style, keys in IN_OTHER_STYLES.items()
            for key in keys
        },
    }
    files = {
        name: renderer.render(reports[key], style)
        for name, (key, renderer, style) in wanted.items()
    }
    pages = pages_of(files)
    return {name: Printed(reports[key], pages[name]) for name, (key, *_) in wanted.items()}


@pytest.fixture(scope="module")
def documents(printed):
    """Those that are Word documents."""
    return {name: one for name, one in printed.items() if name.endswith(".docx")}


def test_all_kinds_are_there(documents):
    assert len(documents) > 20


def test_no_page_is_empty(printed):
    assert [
        f"{name}, page {number}"
        for name, one in printed.items()
        for number, page in enumerate(one.pages, 1)
        if len(page.split()) < 5
    ] == []


def test_no_page_ends_with_a_heading_or_has_nothing_else(documents):
    headed = 0
    for name, one in documents.items():
        for number, lines in enumerate(one.lines, 1):
            if lines:
                assert lines[-1] not in one.headings, f"{name}, page {number}"
                assert set(lines) - one.headings, f"{name}, page {number}"
                headed += bool(one.headings & set(lines))
    assert headed > 50


def test_every_word_of_a_report_is_printed(documents):
    for name, one in documents.items():
        printed = set(WORDS.findall(" ".join(one.pages)))
        said = set(WORDS.findall(" ".join(texts_of(one.report.blocks))))
        assert said - printed == set(), name


@pytest.mark.parametrize("style", ["plain", "civic"])
def test_overview_is_one_page(documents, style):
    assert len(documents[f"overview-{style}-docx.docx"].pages) == 1


def test_overview_is_two_slides(printed):
    first, second = printed["overview-plain-pptx.pptx"].pages

    assert "What we want to achieve" in first
    assert "Who takes part" in second


def test_pages_turn_for_a_wide_table_alone(documents):
    sides = {name: [page.turned for page in one.pages] for name, one in documents.items()}

    turned = [name for name, pages in sides.items() if any(pages)]
    assert {documents[name].report.key for name in turned} == {"action-plan", "evaluation-report"}
    assert [name for name in turned if all(sides[name])] == []


def test_turned_pages_have_the_head_and_foot_of_the_house(documents):
    one = documents["evaluation-report-fen-and-field-docx.docx"]

    turned = [page for page in one.pages if page.turned]
    assert turned
    for page in turned:
        assert "Fen & Field Associates · Evaluation report" in page
        assert "Fen & Field Associates, 3 Sluice Lane, Ely" in page


def texts_of(value):
    """Yield every text that people read in blocks, those in drawings and their data aside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from texts_of(each)
    elif attrs.has(type(value)):
        for attribute in attrs.fields(type(value)):
            if attribute.name not in UNREAD:
                yield from texts_of(getattr(value, attribute.name))


def lighter(value):
    """Return a report with the table of a graph in its place: LibreOffice takes long to draw it."""
    if isinstance(value, Figure) and value.kind == GRAPH:
        return value.table
    if isinstance(value, (Report, Section)):
        return attrs.evolve(value, blocks=tuple(map(lighter, value.blocks)))
    return value
