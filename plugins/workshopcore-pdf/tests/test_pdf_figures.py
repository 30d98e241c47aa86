"""Drawings as they stand in a document: with looks of their own, readable without colour."""

import re
from xml.etree import ElementTree

import pytest

from workshopcore.contracts.report import Figure, Table
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.html.look import palette
from workshopcore_pdf.drawing import svg

TABLE = Table(["What"], [["one"]])
BARS = {
    "keys": [
        {"label": "Done & checked", "tone": "done"},
        {"label": "Good", "tone": "good"},
        {"label": "Caution", "tone": "caution"},
        {"label": "Alarm", "tone": "alarm"},
        {"label": "Plain", "tone": "plain"},
    ],
    "bars": [{"counts": [5, 4, 3, 2, 1]}],
}
POINTS = {
    "points": [
        {"label": "Where are we now?", "date": "2027-01-19", "group": "Strategic"},
        {"label": "Choice", "date": "2027-07-13", "group": "Operational"},
    ]
}
DAY = {
    "rows": [
        {"label": "Check-in", "start": 570, "end": 600, "locked": True},
        {"label": "North", "start": 600, "end": 700, "track": "North"},
        {"label": "South", "start": 600, "end": 700, "track": "South", "state": "running"},
        {"label": "Lunch", "start": 700, "end": 760, "kind": "lunch"},
    ]
}
KINDS = {"stacked-bars": BARS, "timeline": POINTS, "day": DAY}


@pytest.fixture(params=KINDS)
def figure(request):
    return Figure(request.param, KINDS[request.param], "In words", TABLE)


@pytest.fixture
def picture(figure, styles):
    """The drawing of a figure as a file."""
    return svg(drawing_of(figure), palette(styles["plain"]), ["Open Sans"])


def test_file_is_sound_and_asks_for_nothing(picture):
    root = ElementTree.fromstring(picture)

    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert b"var(" not in picture
    assert re.findall(rb"url\(|href|@import", picture) == []


def test_every_shape_has_its_looks(picture):
    root = ElementTree.fromstring(picture)
    sheet = "".join(root.itertext())

    for kind in ("rect", "line", "path"):
        for shape in root.iter(f"{{http://www.w3.org/2000/svg}}{kind}"):
            names = shape.get("class").split()
            assert any(re.search(rf"\.{name}[ ,.{{]", sheet) for name in names), names


def test_colours_are_the_style_s(figure, styles):
    plain, civic = (
        svg(drawing_of(figure), palette(style), ["Open Sans"]) for style in styles.values()
    )

    assert plain != civic


def test_words_of_a_drawing_can_be_found_and_copied(written, figure):
    page = "".join(written(figure).split())

    shown = [shape.text for shape in drawing_of(figure).shapes if shape.kind == "label"]
    assert [text for text in shown if "".join(text.split()) not in page] == []
    assert len(shown) > 3


def test_picture_is_no_wider_where_the_sheet_is_turned(tree):
    bars = Figure("stacked-bars", BARS, "In words", TABLE)

    def width(*blocks):
        left, _, right, _ = tree(*blocks).of("Figure")[0].attributes["BBox"]
        return right - left

    wide = Table([str(number) for number in range(7)], [])
    assert 0.9 < width(bars, wide) / width(bars) < 1.15
