"""Every word of a report is in its workbook, in order."""

from io import BytesIO

import openpyxl
import pytest
from hypothesis import assume, given

import workshopcore as wc
from workshopcore.contracts.report import (
    Bullets,
    Callout,
    Checklist,
    Facts,
    Figure,
    FormField,
    Item,
    Paragraph,
    QuoteBlock,
    Section,
    Table,
)
from workshopcore.contracts.reports import Style
from workshopcore.errors import ReportError
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.tree import says, walk
from workshopcore.testing import sample_programme
from workshopcore.testing.documents import reports, sample_report
from workshopcore_office import WorkbookRenderer

LONG = 150
"""Text that a narrow cell cannot show at once goes on below, with other cells in between."""


def words_of(block):
    """Yield what a block says itself, in the order in which it is read."""
    match block:
        case Paragraph():
            yield block.text
        case Bullets():
            yield from items_of(block.items)
        case Table():
            yield block.caption
            yield from (column.title for column in block.columns)
            yield from (cell for row in block.rows for cell in row)
        case Facts():
            yield from (text for pair in block.pairs for text in pair)
        case QuoteBlock():
            yield from (block.text, block.attribution)
        case Checklist():
            yield from (task.text for task in block.items)
        case FormField():
            yield from (block.label, block.hint)
            yield from block.options
            yield from block.rows
        case Figure():
            yield block.caption
            yield from words_of(block.table)
        case Section() | Callout():
            yield block.title


def items_of(items):
    for item in items:
        yield item.text if isinstance(item, Item) else item
        yield from items_of(item.items if isinstance(item, Item) else ())


def told(report):
    """Return all that a report says, without white space: in a matrix the options come first."""
    texts = [report.title, report.subtitle]
    for _, block in walk(report.blocks):
        texts += words_of(block)
    bare = ["".join(one_line(says(text)).split()) for text in texts]
    return [text for text in bare if text and len(text) < LONG]


def is_retold(block):
    """Return whether a section's parts become one table, whose rows name them."""
    return (
        isinstance(block, Section)
        and len(block.blocks) > 1
        and all(isinstance(inner, Section) for inner in block.blocks)
    )


@pytest.fixture(scope="session")
def read(shown):
    """Return all that the sheets of a workbook show, without white space."""

    def read(report):
        data = WorkbookRenderer().render(report, Style("acme:bare", "Bare"))
        workbook = openpyxl.load_workbook(BytesIO(data), rich_text=True)
        return "".join("".join("".join(shown(sheet)).split()) for sheet in workbook)

    return read


def missing(said, stream):
    """Return the first text that is not there after those before it, ``None`` if all are."""
    place = 0
    for text in said:
        place = stream.find(text, place) + len(text)
        if place < len(text):
            return text
    return None


def test_a_report_of_every_block_is_told_in_order(read):
    report = sample_report()
    assert missing(told(report), read(report)) is None


@given(report=reports())
def test_any_report_is_told_in_order(read, report):
    assume(not any(is_retold(block) for _, block in walk(report.blocks)))
    assert missing(told(report), read(report)) is None


@given(report=reports())
def test_nothing_of_any_report_is_lost(read, report):
    stream = read(report)
    assert [text for text in told(report) if text not in stream] == []


def papers():
    toolkit = wc.Toolkit(discover=False)
    programme = sample_programme()
    workshop = programme.workshops[0].id
    for key, kind in toolkit.reports.items():
        if kind.needs <= {"as_of", "workshop"}:
            about = {"workshop": workshop} if "workshop" in kind.needs else {}
            try:
                yield toolkit.report(programme, key, as_of="2027-06-30", **about)
            except ReportError:  # there is nothing to tell of that yet
                continue


@pytest.mark.parametrize("report", list(papers()), ids=lambda report: report.key)
def test_nothing_of_a_paper_is_lost(read, report):
    stream = read(report)
    assert [text for text in told(report) if text not in stream] == []
