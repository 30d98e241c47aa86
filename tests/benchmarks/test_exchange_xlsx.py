"""The action log as a workbook, out and back, beside plain loops over the same cells.

2,500, 5,000 and 10,000 actions with their news. Writing is beside xlsxwriter with the same values
in the same formats, and nothing else; reading is beside openpyxl going through the rows. Ours
also writes what was sent out, the rules and the marks, and reads every cell as people mean it.
"""

from datetime import date, datetime, timedelta
from functools import cache
from io import BytesIO

import pytest
import xlsxwriter
from openpyxl import load_workbook

import workshopcore as wc
from workshopcore.contracts.exchange import ExportRequest, ImportRequest
from workshopcore_office import ActionLogExporter, ActionLogImporter

COUNTS = (2_500, 5_000, 10_000)
AS_OF = date(2027, 6, 30)
AGREED = date(2027, 1, 19)
STATUSES = ("in-progress", "blocked", "done")
MEDIANS: dict[tuple[str, int], float] = {}


def action(number):
    news = AGREED + timedelta(days=number % 90)
    return wc.Action(
        f"Number {number}: agree with the ward managers which of their patients come first",
        f"p{number % 14}",
        AGREED + timedelta(days=49),
        id=f"a{number}",
        objective="vision",
        agreed=AGREED,
        updates=[
            wc.Update(news, "in-progress", progress=30, note="Two of five wards have been asked"),
            wc.Update(
                news + timedelta(days=20),
                STATUSES[number % 3],
                due=AGREED + timedelta(days=120),
                note=f"The list of ward {number % 40} came back with eleven names on it",
            ),
        ],
    )


def programme(count):
    return wc.Programme(
        title="A year of change",
        people=[wc.Person(f"Person {number}", id=f"p{number}") for number in range(14)],
        objectives=[wc.Objective("A shared vision that staff recognise", id="vision")],
        actions=[action(number) for number in range(count)],
    )


def shown(doing):
    """Show how far it is, at every quarter."""

    def advance(done, every):
        if 4 * done // every > 4 * (done - every // 100) // every:
            print(f"\n  {doing}: {done:,} of {every:,}", end="", flush=True)

    return advance


def ours_written(year):
    request = ExportRequest(AS_OF, advance=shown("written"))
    return ActionLogExporter().write(year, request)


def ours_read(data, year):
    found = ActionLogImporter().read(data, year, ImportRequest(advance=shown("read")))
    assert found.problems == ()
    assert [each.said for each in found.value] == [each.sent for each in found.value]
    return len(found.value)


def loop_written(rows):
    file = BytesIO()
    workbook = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = workbook.add_worksheet("Actions")
    day = workbook.add_format({"num_format": "d mmm yyyy"})
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if isinstance(value, str):
                sheet.write_string(row, column, value)
            elif isinstance(value, datetime):
                sheet.write_datetime(row, column, value, day)
            elif value is not None:
                sheet.write_number(row, column, value)
    workbook.close()
    return file.getvalue()


def loop_read(data):
    """Return the cells of the list, row by row."""
    sheet = load_workbook(BytesIO(data), read_only=True)["Actions"]
    return [row for row in sheet.iter_rows(min_row=4, values_only=True) if row[0] is not None]


@cache
def ground(count):
    """Return a programme, its workbook, and what is in the cells of the list."""
    year = programme(count)
    data = ours_written(year)
    return year, data, loop_read(data)


WORK = {
    "a loop over xlsxwriter": lambda year, data, rows: loop_written(rows),
    "ours, write": lambda year, data, rows: ours_written(year),
    "a loop over openpyxl": lambda year, data, rows: loop_read(data),
    "ours, read": lambda year, data, rows: ours_read(data, year),
}
BESIDE = {"ours, write": "a loop over xlsxwriter", "ours, read": "a loop over openpyxl"}


@pytest.mark.parametrize("name", WORK)
@pytest.mark.parametrize(
    "count", [COUNTS[0], *(pytest.param(count, marks=pytest.mark.deep) for count in COUNTS[1:])]
)
def test_a_workbook(benchmark, name, count):
    made = benchmark.pedantic(WORK[name], args=ground(count), rounds=3)
    if name == "ours, write":
        assert loop_read(made) == ground(count)[2]
    if name == "ours, read":
        assert made == count
    if benchmark.stats is not None:
        MEDIANS[name, count] = benchmark.stats.stats.median
        print("\n" + line(name, count))


def line(name, count):
    """Say how long it took for each row, how that grows, and how it is beside the loop."""
    each = {n: 1e6 * MEDIANS[name, n] / n for n in COUNTS if (name, n) in MEDIANS}
    text = f"{name}, {count:,} actions: {MEDIANS[name, count]:.2f} s, {each[count]:.0f} µs a row"
    if COUNTS[0] in each:
        text += f", {each[count] / each[COUNTS[0]]:.2f} × that of {COUNTS[0]:,}"
    if (BESIDE.get(name), count) in MEDIANS:
        text += f"; ours / the loop = {MEDIANS[name, count] / MEDIANS[BESIDE[name], count]:.2f}"
    return text
