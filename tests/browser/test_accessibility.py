"""Every kind of block in both styles: axe-core finds nothing, and pages behave as they should."""

import pytest
from attrs import evolve

from workshopcore.renderers import HtmlRenderer, built_in_styles
from workshopcore.testing import sample_report

pytestmark = pytest.mark.browser

PHONE, DESK = {"width": 320, "height": 640}, {"width": 1280, "height": 900}
LOGO = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E"
STYLES = [
    pytest.param(
        evolve(style, footer="In confidence", logo=LOGO.replace(" ", "%20"), logo_alt="The house"),
        id=style.key,
    )
    for style in built_in_styles()
]
FIGURES = {
    "timeline": {
        "points": [
            {"label": "Where are we now?", "date": "2027-01-19", "group": "Strategic"},
            {"label": "What have we gained?", "date": "2027-11-23", "group": "Operational"},
        ]
    },
    "day": {
        "rows": [
            {"label": "Check-in", "start": 570, "end": 590, "track": "", "kind": "session"},
            {"label": "Mapping", "start": 590, "end": 660, "track": "North", "kind": "session"},
            {"label": "Mapping", "start": 590, "end": 650, "track": "South", "kind": "session"},
            {"label": "Buffer", "start": 650, "end": 660, "track": "South", "kind": "buffer"},
            {"label": "Lunch", "start": 660, "end": 705, "track": "", "kind": "lunch"},
        ]
    },
    "who-met-whom": {
        "people": ["Amina Yusuf", "Tomasz Nowak", "Mei Chen"],
        "times": [[], [2], [0, 1]],
    },
    "year": {
        "days": [
            {"date": "2027-01-19", "mark": "workshop", "number": 1},
            {"date": "2027-01-20", "mark": "most"},
            {"date": "2027-01-21", "mark": "nearly"},
            {"date": "2027-01-22", "mark": "closed"},
        ],
        "legend": [{"mark": "most", "label": "9 can come"}],
    },
    "diverging-bars": {
        "points": ["Disagree strongly", "Disagree", "Neither", "Agree", "Agree strongly"],
        "bars": [
            {"label": "We listen", "counts": [1, 2, 1, 3, 2], "answered": 9, "asked": 9},
            {
                "label": "We do work twice",
                "group": "Duplication",
                "counts": [2, 4, 1, 1, 0],
                "answered": 8,
                "asked": 9,
                "reverse": True,
            },
            {"label": "We share", "note": "all similar", "answered": 9, "asked": 9},
        ],
    },
    "before-after-dots": {
        "points": ["No", "Partly", "Yes"],
        "rows": ["At the start", "At the close"],
        "items": [{"label": "We listen", "counts": [[4, 3, 2], [1, 1, 6]], "note": "5 of 8"}],
    },
    "response-funnel": {
        "stages": ["Invited", "Came", "Asked", "Answered"],
        "rows": [
            {"label": "After the first", "counts": [9, 7, 9, 8]},
            {"label": "At the close", "counts": ["", "", 9, 8]},
        ],
    },
    "coverage-matrix": {
        "columns": ["An action", "A gain"],
        "rows": [
            {
                "label": "A vision that staff know",
                "cells": [
                    {"covered": True, "words": "3 actions"},
                    {"covered": False, "words": "none"},
                ],
            }
        ],
    },
}


def whole_page(style):
    """Every kind of block, both drawings, a table of four columns, and contents to skip."""
    report = sample_report()
    figure = next(block for block in report.blocks if type(block).__name__ == "Figure")
    table = next(block for block in report.blocks if type(block).__name__ == "Table")
    section = next(block for block in report.blocks if type(block).__name__ == "Section")
    wide = evolve(
        table,
        columns=[*table.columns, "Who"],
        rows=[[*row, "Wei Lin, Amina Yusuf"] for row in table.rows],
    )
    drawings = [evolve(figure, kind=kind, data=data) for kind, data in FIGURES.items()]
    # A heading or a column without words is for other tests: no reader could use it.
    blocks = [block for block in report.blocks if getattr(block, "title", "x")]
    sections = [evolve(section, title=f"Part {number}", id="") for number in range(5)]
    report = evolve(report, blocks=[*blocks, *drawings, wide, *sections])
    return HtmlRenderer().render(report, style).decode()


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_on_a_page(axe_violations, chromium_page, style, size):
    chromium_page.set_viewport_size(size)
    assert axe_violations(whole_page(style)) == []


@pytest.mark.parametrize("style", STYLES)
def test_axe_finds_nothing_with_everything_opened(axe_violations, style):
    page = whole_page(style).replace("<details>", "<details open>")
    assert axe_violations(page) == []


@pytest.mark.parametrize("style", STYLES)
def test_a_page_fits_a_narrow_phone(chromium_page, style):
    chromium_page.set_viewport_size(PHONE)
    chromium_page.set_content(whole_page(style))
    width = chromium_page.evaluate("document.documentElement.scrollWidth")
    assert width == PHONE["width"]


def test_targets_are_large_enough_to_hit(chromium_page):
    chromium_page.set_content(whole_page(built_in_styles()[0]))
    small = chromium_page.evaluate(
        """[...document.querySelectorAll('nav a, input, summary')]
        .map(element => element.getBoundingClientRect())
        .filter(box => box.width < 24 || box.height < 24).length"""
    )
    assert small == 0


def test_the_first_tab_offers_to_skip_the_contents(chromium_page):
    chromium_page.set_content(whole_page(built_in_styles()[0]))
    chromium_page.keyboard.press("Tab")
    focused = "document.activeElement"
    assert chromium_page.evaluate(f"{focused}.textContent") == "Skip to the text"
    assert chromium_page.evaluate(f"{focused}.getBoundingClientRect().top") >= 0


def test_a_page_asks_the_network_for_nothing(chromium_page):
    asked = []
    chromium_page.on("request", lambda request: asked.append(request.url))
    chromium_page.set_content(whole_page(STYLES[0].values[0]))
    assert [url for url in asked if not url.startswith("data:")] == []


def test_a_page_works_without_complaints(chromium_page):
    said = []
    chromium_page.on("console", lambda message: said.append(message.text))
    chromium_page.on("pageerror", lambda error: said.append(str(error)))
    chromium_page.set_content(whole_page(STYLES[0].values[0]))
    assert said == []


@pytest.mark.parametrize(("paper", "size"), [("A4", "595 x 842"), ("Letter", "612 x 792")])
def test_a_page_prints_on_its_paper(chromium_page, paper, size):
    style = evolve(built_in_styles()[0], paper=paper)
    chromium_page.set_content(whole_page(style))
    printed = chromium_page.pdf(prefer_css_page_size=True)
    assert media_boxes(printed) == {size}


def test_the_head_of_a_table_is_on_every_sheet(chromium_page):
    report = sample_report()
    table = next(block for block in report.blocks if type(block).__name__ == "Table")
    long = evolve(report, blocks=[evolve(table, rows=table.rows * 60)])
    chromium_page.set_content(HtmlRenderer().render(long, built_in_styles()[0]).decode())
    chromium_page.emulate_media(media="print")
    display = "getComputedStyle(document.querySelector('thead')).display"
    unbroken = "getComputedStyle(document.querySelector('tbody tr')).breakInside"
    assert chromium_page.evaluate(display) == "table-header-group"
    assert chromium_page.evaluate(unbroken) == "avoid"


def media_boxes(printed):
    """Return the sizes of a PDF's sheets in points."""
    boxes = set()
    for part in printed.split(b"/MediaBox [")[1:]:
        _, _, width, height = (float(number) for number in part.split(b"]")[0].split())
        boxes.add(f"{width:.0f} x {height:.0f}")
    return boxes
