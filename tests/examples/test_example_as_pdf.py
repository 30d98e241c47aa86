"""Every document of the example's year as PDF: sound, accessible, no page without a word."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from pypdf import PageObject, PdfReader

import workshopcore as wc
import workshopcore_pdf
from workshopcore.evaluation import Answers, kept_answers

MOMENTS = {"plain": "2027-05-26", "civic": "2027-12-17"}
"""In each style the documents of a day: in the middle of the year, and at its close."""


@frozen
class Sheet:
    """A page.

    Attributes:
        name: its document and number.
        lines: what it says without the line at its foot.
        beyond: what of that is beyond its edge.
        headings: those of its document.
        turned: whether it lies on its side.
    """

    name: str
    lines: tuple[str, ...]
    beyond: tuple[str, ...]
    headings: frozenset[str]
    turned: bool


FOOT = 40
"""Up to where the foot of a page reaches, in points."""


@pytest.fixture(scope="module")
def answers(programme: wc.Programme, folder: Path) -> dict[str, Answers]:
    """What was answered, wave by wave."""
    return {
        wave.id: kept_answers(
            (folder / wave.answers.path).read_bytes(),
            programme.instrument(wave.instrument),
            wave.answers,
        )
        for wave in programme.waves
        if wave.answers
    }


@pytest.fixture(scope="module", params=["civic", pytest.param("plain", marks=pytest.mark.deep)])
def documents(
    request: pytest.FixtureRequest,
    programme: wc.Programme,
    answers: dict[str, Answers],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, PdfReader]:
    style = str(request.param)
    toolkit = wc.Toolkit(discover=False, plugins=[workshopcore_pdf])
    folder = tmp_path_factory.mktemp(style)
    publication = toolkit.publish(
        programme,
        folder,
        as_of=MOMENTS[style],
        renderers=["pdf:document"],
        style=style,
        answers=answers,
        key=bytes(32),
    )
    assert [skip for skip in publication.skipped if skip.failed] == []
    return {path.stem: PdfReader(path, strict=True) for path in sorted(folder.rglob("*.pdf"))}


@pytest.fixture(scope="module")
def sheets(documents: dict[str, PdfReader]) -> list[Sheet]:
    return [
        sheet(f"{name}, page {number}", page, headings_of(reader), number)
        for name, reader in documents.items()
        if reader.metadata
        for number, page in enumerate(reader.pages, 1)
    ]


def headings_of(reader: PdfReader) -> frozenset[str]:
    """Return the headings of a document, by its bookmarks."""

    def titles(entries: Any) -> Iterator[str]:
        for entry in entries:
            if isinstance(entry, list):
                yield from titles(entry)
            else:
                yield plain(str(entry.title))

    return frozenset(titles(reader.outline))


def plain(text: str) -> str:
    return " ".join(text.replace("\N{ZERO WIDTH SPACE}", "").split())


def sheet(name: str, page: PageObject, headings: frozenset[str], number: int) -> Sheet:
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    beyond: list[str] = []
    foot: list[str] = []

    def look(text: str, at: Any, place: Any, *_: Any) -> None:
        x = place[4] * at[0] + place[5] * at[2] + at[4]
        y = place[4] * at[1] + place[5] * at[3] + at[5]
        if text.strip() and not (0 <= x <= width and 0 <= y <= height):
            beyond.append(text)
        if text.strip() and y < FOOT:
            foot.append(plain(text))

    said = [plain(line) for line in page.extract_text(visitor_text=look).splitlines()]
    lines = tuple(line for line in said if line and line not in foot)
    at_foot = re.compile(rf"( ?{number} / \d+)?$")
    return Sheet(
        name,
        tuple(filter(None, (at_foot.sub("", line) for line in lines))),
        tuple(beyond),
        headings,
        width > height,
    )


def elements(node: Any) -> Iterator[Any]:
    """Yield the elements of a structure tree in reading order."""
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from elements(each)
    elif hasattr(node, "get"):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node["/K"])


def structure(reader: PdfReader) -> list[Any]:
    return list(elements(reader.trailer["/Root"]["/StructTreeRoot"]))


def test_every_report_is_there(documents: dict[str, PdfReader]) -> None:
    assert len(documents) > 40


def test_no_page_is_without_a_word(sheets: list[Sheet]) -> None:
    assert [each.name for each in sheets if not each.lines] == []


def test_no_word_is_off_the_sheet(sheets: list[Sheet]) -> None:
    assert [each for each in sheets if each.beyond] == []


def test_no_page_ends_with_a_heading(sheets: list[Sheet]) -> None:
    assert [each.name for each in sheets if each.lines[-1] in each.headings] == []


def test_no_page_is_a_heading_and_nothing_else(sheets: list[Sheet]) -> None:
    assert [each.name for each in sheets if set(each.lines) <= each.headings] == []


def test_overview_is_one_page(documents: dict[str, PdfReader]) -> None:
    assert len(documents["overview"].pages) == 1


def test_pages_turn_for_a_wide_table_alone(sheets: list[Sheet]) -> None:
    turned = {each.name.partition(",")[0] for each in sheets if each.turned}
    upright = {each.name.partition(",")[0] for each in sheets if not each.turned}

    assert turned <= {"action-plan", "evaluation-report"}
    assert turned <= upright


def test_headings_are_in_order(documents: dict[str, PdfReader]) -> None:
    for name, reader in documents.items():
        kinds = [str(each["/S"]) for each in structure(reader)]
        levels = [int(kind[2:]) for kind in kinds if kind[:2] == "/H" and kind[2:].isdigit()]
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == [], name


def test_heads_of_tables_have_a_scope_and_figures_their_words(
    documents: dict[str, PdfReader],
) -> None:
    figures = heads = 0
    for name, reader in documents.items():
        for each in structure(reader):
            if each["/S"] == "/TH":
                attributes = each["/A"] if isinstance(each["/A"], list) else [each["/A"]]
                assert any("/Scope" in one.get_object() for one in attributes), name
                heads += 1
            if each["/S"] == "/Figure":
                assert str(each["/Alt"]).strip(), name
                figures += 1
    assert min(figures, heads) > 10


def test_language_and_title_are_said(documents: dict[str, PdfReader]) -> None:
    for name, reader in documents.items():
        assert reader.trailer["/Root"]["/Lang"] == "en-GB", name
        assert reader.metadata, name
        assert reader.metadata.title, name
