import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import Figure, Report, Table
from workshopcore.contracts.reports import Style
from workshopcore.renderers import HtmlRenderer
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.html.figures.shapes import Label, Line, Mark

TABLE = Table(["Question"], [["We listen"]])
POINTS = ["No", "Partly", "Yes"]
ROWS = ["At the start", "At the close"]


def item(before, after, label="We listen", **more):
    return {"label": label, "counts": [list(before), list(after)], **more}


def drawing(items, points=POINTS, rows=ROWS):
    data = {"points": points, "rows": rows, "items": items}
    return drawing_of(Figure("before-after-dots", data, "alt", TABLE))


def of(made, shape, use):
    return [s for s in made.shapes if isinstance(s, shape) and use in s.use.split()]


def said(made, use):
    return [label.text for label in of(made, Label, use)]


def centres(made):
    """Return the centre of each dot, before and after apart."""
    found = {"before": [], "after": []}
    for mark in of(made, Mark, "dot"):
        x, y = map(float, re.match(r"M([\d.]+) ([\d.]+)m", mark.path).groups())
        found["after" if "dot-after" in mark.use.split() else "before"].append((x, y))
    return found


def test_there_is_one_dot_for_each_answer_open_before_and_filled_after():
    found = centres(drawing([item([4, 3, 2], [1, 3, 4])]))
    assert (len(found["before"]), len(found["after"])) == (9, 8)


def test_dots_stand_over_their_point_of_the_scale_and_their_number():
    made = drawing([item([4, 3, 2], [1, 3, 4])])
    columns = sorted({x for x, _ in centres(made)["before"]})
    assert [label.x for label in of(made, Label, "number")[:3]] == columns
    assert said(made, "number") == ["4", "3", "2", "1", "3", "4"]
    assert said(made, "tick-name") == POINTS


def test_dots_are_stacked_upwards_from_the_line():
    made = drawing([item([4, 0, 0], [0, 0, 1])])
    line = of(made, Line, "axis")[0].y
    heights = [y for _, y in centres(made)["before"]]
    assert heights == sorted(heights, reverse=True)
    assert all(y < line for y in heights)
    assert len({y for _, y in centres(made)["before"]}) == 4


def test_many_dots_stand_side_by_side_in_both_rows_alike():
    found = centres(drawing([item([25, 0, 0], [0, 3, 0])]))
    assert len({x for x, _ in found["before"]}) == 3
    assert len({y for _, y in found["after"]}) == 1


def test_rows_are_named_and_a_note_stands_below():
    made = drawing([item([4, 3, 2], [1, 3, 4], note="5 of 8 improved")])
    assert said(made, "words") == [*ROWS, "5 of 8 improved"]


def test_a_reversed_question_says_which_way_is_better():
    made = drawing([item([1, 0, 1], [2, 0, 0], reverse=True)])
    assert said(made, "moment") == ["We listen (reversed: to the left is better)"]


COUNTS = st.lists(st.integers(0, 60), min_size=3, max_size=3)


@given(st.lists(st.tuples(COUNTS, COUNTS, st.text(max_size=200)), min_size=1, max_size=4))
def test_every_dot_is_within_the_drawing_and_in_a_place_of_its_own(rows):
    made = drawing([item(before, after, label) for before, after, label in rows])
    found = centres(made)
    places = [*found["before"], *found["after"]]
    assert len(places) == len(set(places)) == sum(sum(b) + sum(a) for b, a, _ in rows)
    assert all(4 < x < made.width - 4 and 4 <= y < made.height for x, y in places)


def test_nothing_at_all_is_an_empty_line_with_its_noughts():
    made = drawing([item([0, 0, 0], [0, 0, 0])])
    assert said(made, "number") == ["0"] * 6


@pytest.mark.parametrize(
    ("items", "points", "rows"),
    [
        ([], POINTS, ROWS),
        (3, POINTS, ROWS),
        ([item([1, 1, 1], [1, 1, 1])], ["One"], ROWS),
        ([item([1, 1, 1], [1, 1, 1])], POINTS, ["At the close"]),
        ([item([1, 1, 1], [1, 1])], POINTS, ROWS),
        ([{"label": "a", "counts": [[1, 1, 1]]}], POINTS, ROWS),
        ([{"label": "a", "counts": [[1, 1, 1]]}], POINTS, ["One row"]),
        ([item([1, 1, 61], [1, 1, 1])], POINTS, ROWS),
        ([item([1, 1, -1], [1, 1, 1])], POINTS, ROWS),
        ([item([1, 1, True], [1, 1, 1])], POINTS, ROWS),
        ([item([1, 1, "1"], [1, 1, 1])], POINTS, ROWS),
        ([{"counts": [[1, 1, 1], [1, 1, 1]]}], POINTS, ROWS),
        ([item([1, 1, 1], [1, 1, 1])] * 31, POINTS, ROWS),
    ],
)
def test_dots_of_other_data_are_not_drawn(items, points, rows):
    assert drawing(items, points, rows) is None


def test_hostile_words_stay_words():
    data = {
        "points": ["<i>", "b"],
        "rows": ["<b>", "x"],
        "items": [item([1, 0], [0, 1], "<script>")],
    }
    report = Report("r", "T", "public", [Figure("before-after-dots", data, "Dots", TABLE)])
    page = HtmlRenderer().render(report, Style("s", "S")).decode()
    assert [word in page for word in ("<script>", "<b>", "<i>")] == [False, False, False]
    assert '<svg role="img"' in page
