"""LibreOffice opens what was written and prints it: every page says something, nothing is lost."""

import pytest

import workshopcore as wc
import workshopcore_office
from workshopcore.contracts.report import Report, Section
from workshopcore.errors import ReportError
from workshopcore.renderers import built_in_styles
from workshopcore.renderers.styles.reading import read_style
from workshopcore.renderers.tree import walk
from workshopcore.testing import sample_programme
from workshopcore.testing.conformance.places import everywhere
from workshopcore.testing.documents import HOSTILE, sample_report
from workshopcore_office import SlidesRenderer, WordRenderer

pytestmark = pytest.mark.office

RENDERERS = (WordRenderer(), SlidesRenderer())
CONTROLS = ("\ufffe\uffff\x00\x0b\x1f", "e" + "\u0301" * 300, "]]>&amp;<w:p/>")


@pytest.fixture(scope="module")
def house(request):
    return read_style(request.path.parent / "data" / "house" / "house.toml")


@pytest.fixture(
    scope="module", params=["house", pytest.param("every style", marks=pytest.mark.deep)]
)
def documents(request, house):
    """Every built-in report that a small programme can have, on the house's own templates.

    Our own are printed with the documents of the example, and all together in the long run.
    """
    styles = (house,) if request.param == "house" else (*built_in_styles(), house)
    toolkit = wc.Toolkit(discover=False, plugins=[workshopcore_office])
    programme = sample_programme()
    workshop = programme.workshops[0].id
    found = {"sample": sample_report()}
    for key, kind in toolkit.reports.items():
        if kind.needs <= {"as_of", "workshop"}:
            about = {"workshop": workshop} if "workshop" in kind.needs else {}
            try:
                found[key] = toolkit.report(programme, key, as_of="2027-06-30", **about)
            except ReportError:  # there is nothing to tell of that yet
                continue
    return {
        named(f"{key}-{style.key}", renderer): (report, renderer.render(report, style))
        for key, report in found.items()
        for renderer in RENDERERS
        for style in styles
        if renderer.key == "office:docx" or style.key != "civic"
    }


@pytest.fixture(scope="module")
def printed(documents, pages_of):
    """What the pages of those say."""
    return pages_of({name: data for name, (_, data) in documents.items()})


def test_no_page_is_empty(printed):
    assert len(printed) > 15
    empty = [
        f"{name}, page {number}"
        for name, pages in printed.items()
        for number, page in enumerate(pages, 1)
        if len(page.split()) < 3
    ]
    assert empty == []


def test_every_heading_is_printed_and_none_is_left_at_the_foot_of_a_page(documents, printed):
    for name, (report, _) in documents.items():
        if not name.endswith(".docx"):
            continue
        headings = headings_of(report)
        words = " ".join(" ".join(printed[name]).split())
        assert [each for each in headings if each not in words] == [], name
        for page in printed[name]:
            # As they stand on the page: a row of a table has room between its cells.
            lines = [line.strip() for line in page.splitlines() if line.strip()]
            assert lines[-2] not in headings, f"{name}: {lines[-2]}"


def test_cover_header_and_back_page_of_the_house_are_printed(printed):
    pages = printed["overview-fen-and-field-docx.docx"]

    assert "Fen & Field Associates ·" not in pages[0]  # the first page has no header
    assert all("Fen & Field Associates ·" in page for page in pages[1:])
    assert "Printed on paper from the Fens." in pages[-1]
    assert "{" not in "".join(pages)


def test_hostile_text_is_opened_and_printed(pages_of):
    texts = [text for text in (*HOSTILE, *CONTROLS) if text.strip()]
    style = built_in_styles()[0]
    files = {
        named(str(number), renderer): renderer.render(everywhere(text), style)
        for number, text in enumerate(texts)
        for renderer in RENDERERS
    }

    printed = pages_of(files)

    assert {name: len(pages) > 1 for name, pages in printed.items()} == dict.fromkeys(files, True)


def named(stem: str, renderer) -> str:
    """Return a name that is still one of its own once all have become ``.pdf``."""
    return f"{stem}-{renderer.suffix[1:]}{renderer.suffix}"


def headings_of(report: Report) -> set[str]:
    """Return the headings of a report that have something below them."""
    return {
        " ".join(block.title.split())
        for _, block in walk(report.blocks)
        if isinstance(block, Section) and block.blocks and len(block.title) < 60
    }
