"""Reads a survey tool's workbook: the rows of its answers, as texts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from attrs import frozen

from workshopcore.contracts.exchange import Advance, Imported, ImportRequest, Matter
from workshopcore.errors import InvalidValueError, Problem
from workshopcore.exchange.manners import short
from workshopcore.exchange.table import PerCent, option_problems
from workshopcore.model.programme import Programme
from workshopcore_office.book import Page, pages_of
from workshopcore_office.cells import Unusable
from workshopcore_office.finding import named_page
from workshopcore_office.places import place_in

__all__ = ["SurveyImporter"]

_SHEET = "sheet"
_WIDEST = 2048
_OFTEN = 1000


@frozen
class SurveyImporter:
    """Reads what people answered, from the workbook that a survey tool exports.

    The rows are those of the first sheet that people see and that has anything on it, or of the
    one that the option ``sheet`` names. A formula is a problem, and its last result is not taken.
    """

    key: str = "office:answers"
    title: str = "Excel workbook with answers"
    matter: Matter = "answers"
    suffixes: tuple[str, ...] = (".xlsx", ".xlsm")

    def read(
        self,
        data: bytes,
        programme: Programme,  # noqa: ARG002  (a workbook has the same rows whosever they are)
        request: ImportRequest,
    ) -> Imported:
        """Return the rows of the workbook, the headings first.

        Whatever the bytes are, it returns: what cannot be read is a problem with its place.
        """
        problems = option_problems(request.options, (_SHEET,))
        sheet = request.options.get(_SHEET, "")
        rows: list[tuple[str, ...]] = []
        try:
            if not isinstance(sheet, str):
                raise InvalidValueError(sheet, "the name of a sheet", field="options.sheet")
            page = _page(pages_of(data), sheet)
            for row in _rows(page, problems, request.advance) if page else ():
                rows.append(row)  # noqa: PERF402  (those before a damaged one are kept)
        except InvalidValueError as fault:
            problems.append(fault.at(fault.field or "file"))
        return Imported(tuple(rows), problems)


def _page(pages: list[Page], sheet: str) -> Page | None:
    if sheet:
        return named_page(pages, sheet)
    for page in sorted(pages, key=lambda each: each.hidden):
        if next(page.rows(1, page.extent.last, _WIDEST), None) is not None:
            return page
    return None


def _rows(page: Page, problems: list[Problem], advance: Advance) -> Iterator[tuple[str, ...]]:
    """Yield every row as texts, empty ones too, so that they keep their numbers."""
    headings: tuple[str, ...] = ()
    expected = 1
    try:
        for number, values in page.rows(1, page.extent.last, _WIDEST):
            yield from ((),) * (number - expected)
            expected = number + 1
            row = [_text(each, number, at, headings, problems) for at, each in enumerate(values)]
            filled = max((at for at, text in enumerate(row, start=1) if text), default=0)
            headings = headings or tuple(row[:filled])
            yield tuple(row[:filled])
            if number % _OFTEN == 0:
                advance(number, max(number, page.extent.last))
    finally:
        end = max(expected - 1, page.extent.last)
        advance(end, end)


def _text(
    value: object, row: int, at: int, headings: tuple[str, ...], problems: list[Problem]
) -> str:
    if value is None:
        return ""
    if isinstance(value, Unusable):
        heading = headings[at] if at < len(headings) else ""
        place = place_in(row, short(heading) or "without a heading", at)
        problems.append(Problem("WC003", place, value.found, "a value", value.cure))
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, PerCent):
        return f"{value * 100:g}%"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat(sep=" ") if isinstance(value, datetime) else str(value)
