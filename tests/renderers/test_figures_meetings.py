"""The stair of who met whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import Figure, Report, Table
from workshopcore.contracts.reports import Style
from workshopcore.renderers import HtmlRenderer, TextRenderer
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.html.figures.shapes import Box, Label
from workshopcore.renderers.width import width

TABLE = Table(["Name"], [["Amina Yusuf"]])
LEGEND = 3


def figure(people, times):
    return Figure("who-met-whom", {"people": people, "times": times}, "Who met whom", TABLE)


def drawn(people, times):
    made = drawing_of(figure(people, times))
    assert made is not None
    return made


def boxes(made):
    return [shape for shape in made.shapes if isinstance(shape, Box)][LEGEND:]


def labels(made, use):
    found = [shape for shape in made.shapes if isinstance(shape, Label)]
    return [label for label in found if use in label.use.split()]


THREE = (["Ana", "Ben", "Caz"], [[], [2], [0, 1]])


def test_there_is_a_box_for_every_pair():
    made = drawn(*THREE)
    first, second, third = boxes(made)
    assert 0 < first.x == second.x < third.x
    assert first.y < second.y == third.y


def test_a_box_says_how_often_and_is_empty_where_never():
    made = drawn(*THREE)
    assert [box.use for box in boxes(made)] == ["part tone-done", "part", "part tone-plain"]
    # The legend shows once, and more than once; the rest are the pairs.
    assert [label.text for label in labels(made, "number")] == ["1", "2", "2", "1"]


def test_names_stand_at_the_end_of_their_row_and_above_their_column():
    made = drawn(*THREE)
    names = labels(made, "words")[LEGEND:]
    assert [name.text for name in names] == ["Ana", "Ben", "Caz"]
    for name, box in zip(names[1:], [boxes(made)[0], boxes(made)[2]], strict=True):
        assert name.x > box.x + box.width
        assert box.y < name.y < box.y + box.height


def test_the_legend_says_what_boxes_mean():
    assert [label.text for label in labels(drawn(*THREE), "words")[:LEGEND]] == [
        "not yet",
        "once",
        "more than once: how often",
    ]


def test_long_names_are_cut():
    made = drawn(["Ana " * 30, "Ben"], [[], [1]])
    name = labels(made, "words")[LEGEND].text
    assert name.endswith("…")
    assert width(name) < 40


@pytest.mark.parametrize("people", [2, 9, 24, 40])
def test_everything_lies_within_the_picture(people):
    names = [f"Somebody number {number}" for number in range(people)]
    made = drawn(names, [[number % 3 for number in range(row)] for row in range(people)])
    assert len(boxes(made)) == people * (people - 1) // 2
    for box in boxes(made):
        assert box.x + box.width <= made.width
        assert box.y + box.height <= made.height
        assert box.width >= 18
    for label in labels(made, "words"):
        assert label.x + width(label.text) * 6 <= made.width
        assert label.y <= made.height


def test_a_small_picture_is_not_blown_up():
    assert drawn(*THREE).width == 720


@pytest.mark.parametrize(
    ("people", "times"),
    [
        (["Ana"], [[]]),
        ([str(n) for n in range(41)], [[0] * n for n in range(41)]),
        (["Ana", "Ben"], [[], []]),
        (["Ana", "Ben"], [[]]),
        (["Ana", "Ben"], [[], [-1]]),
        (["Ana", "Ben"], [[], [True]]),
        (["Ana", "Ben"], [[], ["1"]]),
        (["Ana", "Ben"], [[], [1000]]),
        (["Ana", "Ben"], [[], 1]),
        (7, [[], [1]]),
        ([1, 2], [[], [1]]),
    ],
)
def test_what_is_no_such_thing_is_not_drawn(people, times):
    assert drawing_of(figure(people, times)) is None


def test_other_renderers_print_the_table():
    report = Report("r", "R", "facilitators", [figure(*THREE)])
    text = TextRenderer().render(report, Style("plain", "Plain")).decode()
    assert "Who met whom" in text
    assert "Amina Yusuf" in text


@given(name=st.text(max_size=60))
def test_hostile_names_are_harmless(name):
    report = Report("r", "R", "facilitators", [figure([name, "</svg><script>"], [[], [1]])])
    page = HtmlRenderer().render(report, Style("plain", "Plain")).decode()
    assert "<script" not in page
