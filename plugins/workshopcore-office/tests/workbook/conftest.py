"""Workbooks, written and opened again by openpyxl."""

import re
from datetime import date, datetime, time, timedelta
from io import BytesIO

import openpyxl
import pytest

from workshopcore.contracts.report import Report
from workshopcore.contracts.reports import Style
from workshopcore_office import WorkbookRenderer

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@pytest.fixture(scope="session")
def render():
    """Write blocks as a workbook and return its bytes."""

    def render(*blocks, style=None, **fields):
        values = {"title": "A note", "audience": "participants", "as_of": date(2027, 6, 30)}
        report = Report(**{"key": "note", **values, **fields, "blocks": blocks})
        return WorkbookRenderer().render(report, style or Style("acme:bare", "Bare"))

    return render


@pytest.fixture(scope="session")
def write(render):
    """Write blocks as a workbook, and open that."""

    def write(*blocks, **fields):
        return openpyxl.load_workbook(BytesIO(render(*blocks, **fields)), rich_text=True)

    return write


@pytest.fixture(scope="session")
def shown():
    """Return what Excel shows of each cell of a sheet that has anything in it, in order."""

    def shown(sheet):
        return [seen(cell) for row in sheet.iter_rows() for cell in row if cell.value is not None]

    return shown


@pytest.fixture(scope="session")
def rows(shown):
    """Return the rows of a sheet that have anything in them, each as what Excel shows."""

    def rows(sheet):
        found = [
            [seen(cell) for cell in row if cell.value is not None] for row in sheet.iter_rows()
        ]
        return [row for row in found if row]

    return rows


def seen(cell):
    """Return what Excel shows of a cell: its text, or its number in its format."""
    value, shape = cell.value, cell.number_format
    if isinstance(value, (datetime, date)):
        return _day(value, shape)
    if isinstance(value, (time, timedelta)):
        value = value if isinstance(value, time) else (datetime.min + value).time()
        return re.sub("hh:mm", f"{value:%H:%M}", shape).replace('"', "")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _number(value, shape)
    return str(value)


def _day(value, shape):
    words = {
        "dddd": DAYS[value.weekday()],
        "mmmm": MONTHS[value.month - 1],
        "mmm": MONTHS[value.month - 1][:3],
        "yyyy": f"{value.year}",
        "d": f"{value.day}",
    }
    bare = re.sub(r"^\[\$-[0-9A-F]+\]", "", shape)
    return re.sub("dddd|mmmm|mmm|yyyy|d", lambda match: words[match[0]], bare).replace('"', "")


def _number(value, shape):
    if shape.endswith("%"):
        return f"{value:.0%}"
    if ";" in shape:
        positive, negative, *zero = shape.split(";")
        part = positive if value > 0 else negative if value < 0 else zero[0]
        return part.replace('"', "").replace("0", str(abs(int(value))))
    places = len(shape.partition(".")[2])
    return f"{value:.{places}f}"
