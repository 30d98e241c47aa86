"""The example reports of an invented house: two files, every format."""

import io
import zipfile
from pathlib import Path

import pytest

import workshopcore as wc
from workshopcore.contracts.report import Checklist, Figure, Section, Table
from workshopcore.errors import ReportError
from workshopcore.reports.templates import read_reports
from workshopcore.testing import ReportConformance

FOLDER = Path(__file__).parents[2] / "docs" / "examples" / "house-reports"
DAY = "2027-06-30"
NEXT = "Choice in practice"


class TestHouseReports(ReportConformance):
    @pytest.fixture(params=read_reports(FOLDER), ids=lambda each: each.key)
    def report_type(self, request):
        return request.param


@pytest.fixture(scope="module")
def toolkit():
    return wc.Toolkit(discover=False, report_folders=[FOLDER])


@pytest.fixture(scope="module")
def letter(toolkit, programme):
    return toolkit.report(
        programme,
        "ridgeway:thank-you",
        as_of=DAY,
        workshop="where-to",
        options={"reply_to": "office@example.org"},
    )


@pytest.fixture(scope="module")
def note(toolkit, programme):
    return toolkit.report(programme, "ridgeway:steering-note", as_of=DAY)


def test_letter_has_the_next_dates_and_what_is_open(letter, programme):
    assert letter.title == "Thank you for “Where do we want to be?”"
    coming, agreed = (each for each in letter.blocks if isinstance(each, Section))
    [table] = (each for each in coming.blocks if isinstance(each, Table))
    assert [row[2] for row in table.rows] == [
        workshop.title for workshop in programme.in_order if workshop.day.isoformat() > DAY
    ]
    [tasks] = (each for each in agreed.blocks if isinstance(each, Checklist))
    day = letter.as_of
    assert len(tasks.items) == sum(action.is_open(day) for action in programme.actions)


def test_letter_is_written_once_the_workshop_is_over(toolkit, programme):
    with pytest.raises(ReportError, match="the workshop is still to come"):
        toolkit.report(programme, "ridgeway:thank-you", as_of=DAY, workshop="choice-in-practice")


def test_note_has_the_figure_of_the_progress_report(toolkit, note, programme):
    progress = toolkit.report(programme, "progress", as_of=DAY)
    [figure] = (each for each in _inside(note.blocks) if isinstance(each, Figure))
    assert figure in list(_inside(progress.blocks))
    assert "printed action log" not in repr(note)


def _inside(blocks):
    for block in blocks:
        yield block
        yield from _inside(getattr(block, "blocks", ()))


@pytest.mark.parametrize("key", ["html", "markdown", "text"])
def test_both_are_written_by_the_library(toolkit, letter, note, key):
    assert NEXT in toolkit.render(letter, key).decode()
    assert NEXT in toolkit.render(note, key).decode()


def test_both_are_word_documents_slides_and_workbooks(letter, note):
    office = pytest.importorskip("workshopcore_office")
    toolkit = wc.Toolkit(discover=False, plugins=[office])
    for report in (letter, note):
        for key, part in (
            ("office:docx", "word/document.xml"),
            ("office:pptx", "ppt/slides/"),
            ("office:xlsx", "xl/sharedStrings.xml"),
        ):
            with zipfile.ZipFile(io.BytesIO(toolkit.render(report, key))) as archive:
                names = [name for name in archive.namelist() if name.startswith(part)]
                said = "".join(archive.read(name).decode() for name in names if "xml" in name)
            assert NEXT in said, key


def test_both_are_pdfs(letter, note):
    plugin = pytest.importorskip("workshopcore_pdf")
    pypdf = pytest.importorskip("pypdf")
    toolkit = wc.Toolkit(discover=False, plugins=[plugin])
    for report in (letter, note):
        pages = pypdf.PdfReader(io.BytesIO(toolkit.render(report, "pdf:document"))).pages
        assert len(pages) == 1
        assert NEXT in pages[0].extract_text()
