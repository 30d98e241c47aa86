"""Hostile words in every field: every report opens in an independent reader of every format."""

import re
import runpy
import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from docx import Document
from hostile_words import EXAMPLE, HOSTILE, hostile_example
from justhtml import JustHTML
from lxml import etree
from markdown_it import MarkdownIt
from pptx import Presentation
from pypdf import PdfReader

import workshopcore as wc
import workshopcore_office
import workshopcore_pdf
from workshopcore.contracts.publication import Skipped
from workshopcore.errors import ReportError
from workshopcore.evaluation import evaluate
from workshopcore.toolkit.plan import documents

MOMENTS = {"ahead": "2027-01-12", "at-the-close": "2027-12-17"}
FORMATS = ("html", "markdown", "text", "pdf:document", "office:docx", "office:pptx", "office:xlsx")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")


def read_html(data):
    page = JustHTML(data, sanitize=False)
    for element in page.query("script"):
        assert "alert(" not in element.to_text() or element.attrs.get("type") == "application/json"
    assert page.query("img") == [] or all("x.example" not in str(e) for e in page.query("img"))
    for link in page.query("a"):
        assert not (link.attrs.get("href") or "").lower().startswith("javascript")


def read_markdown(data):
    tokens = MarkdownIt("commonmark").enable("table").parse(data.decode("utf-8"))
    every = [inner for token in tokens for inner in (token, *(token.children or ()))]
    assert not any(token.type in ("html_block", "html_inline", "image") for token in every)
    links = [token.attrs["href"] for token in every if token.type == "link_open"]
    assert not any(str(link).startswith("javascript") for link in links)


def read_text(data):
    assert not _CONTROL.search(data.decode("utf-8"))


def read_pdf(data):
    pages = PdfReader(BytesIO(data)).pages
    assert any(page.extract_text().strip() for page in pages)


def read_parts(data):
    """Read a file of Office as what it is: a zip file of well-formed XML."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        assert file.testzip() is None
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(file.read(name), etree.XMLParser(resolve_entities=False))


def read_docx(data):
    read_parts(data)
    assert Document(BytesIO(data)).paragraphs


def read_pptx(data):
    read_parts(data)
    assert len(Presentation(BytesIO(data)).slides) > 0


def read_xlsx(data):
    read_parts(data)
    book = openpyxl.load_workbook(BytesIO(data))
    formulas = [
        cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" and ("x.example" in str(cell.value) or "calc" in str(cell.value))
    ]
    assert formulas == []


READERS = {
    ".html": read_html,
    ".md": read_markdown,
    ".txt": read_text,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".pptx": read_pptx,
    ".xlsx": read_xlsx,
}


def prepared(kind):
    programme = hostile_example(kind)
    answers = runpy.run_path(str(EXAMPLE / "demo.py"))["answers_of"]
    toolkit = wc.Toolkit(discover=False, plugins=[workshopcore_office, workshopcore_pdf])
    return toolkit, programme, answers(wc.load(EXAMPLE / "programme.toml"))


def test_one_report_of_each_kind_opens_and_some_of_them_in_every_format():
    as_of = MOMENTS["at-the-close"]
    toolkit, programme, answers = prepared("everything")
    shown = evaluate(programme, answers, date.fromisoformat(as_of))
    read = set()
    for document in documents(programme, toolkit.reports.values()):
        if isinstance(document, Skipped) or document.kind.key in read:
            continue
        about = dict(document.about)
        try:
            report = toolkit.report(
                programme, document.kind.key, as_of=as_of, evaluation=shown, **about
            )
        except ReportError:
            continue
        # Each in two formats, turn by turn; the long test has every one in all of them.
        turn = len(read)
        read.add(document.kind.key)
        for key in (FORMATS[turn % len(FORMATS)], FORMATS[(turn + 3) % len(FORMATS)]):
            READERS[toolkit.renderers[key].suffix](toolkit.render(report, key))
    assert len(read) > 2 * len(FORMATS)
    assert set(toolkit.reports) - read <= {
        "proposal",
        "reminders",
        "personal-joining-instructions",
        "evaluation-form",
    }


@pytest.mark.deep
@pytest.mark.parametrize("as_of", MOMENTS.values(), ids=MOMENTS)
@pytest.mark.parametrize("kind", HOSTILE)
def test_everything_about_a_hostile_programme_opens_in_every_format(tmp_path, kind, as_of):
    toolkit, programme, answers = prepared(kind)
    publication = toolkit.publish(
        programme,
        tmp_path,
        as_of=as_of,
        reports=list(toolkit.reports),
        renderers=FORMATS,
        answers=answers,
    )
    assert [skipped for skipped in publication.skipped if skipped.failed] == []
    assert {path.suffix for path in publication.paths} == set(READERS)
    for path in publication.paths:
        READERS[path.suffix](path.read_bytes())
