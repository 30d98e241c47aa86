"""Work agreed and done as two stairs."""

import pytest

from workshopcore.contracts.report import Figure, Table
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.html.figures.shapes import Label, Line, Mark

TABLE = Table(["Day"], [["1"]])
LEFT, RIGHT, TOP, BOTTOM = 44, 674, 12, 202
"""The corners of the ground."""


def point(on, agreed, done):
    return {"date": on, "agreed": agreed, "done": done}


def data(*points, workshops=(), until="2027-05-01"):
    found = [{"date": on, "label": "A workshop"} for on in workshops]
    return {"points": list(points), "workshops": found, "until": until}


def drawing(given):
    return drawing_of(Figure("burn-up", given, "alt", TABLE))


def drawn(given):
    made = drawing(given)
    assert made is not None
    return made


def paths(made, use):
    return [s.path for s in made.shapes if isinstance(s, Mark) and use in s.use.split()]


def words(made):
    return [shape.text for shape in made.shapes if isinstance(shape, Label)]


PLAN = data(point("2027-01-01", 4, 0), point("2027-03-02", 5, 2))


def test_both_lines_rise_in_steps():
    """From 1 January it is 60 of 120 days to 2 March: half of 630 pixels; 5 are 190 high."""
    made = drawn(PLAN)
    assert paths(made, "curve-goal") == ["M44 50H359V12H674"]
    assert paths(made, "curve") == ["M44 202H359V126H674"]


def test_where_both_stand_at_the_end_is_said_beside_them():
    ends = [s for s in drawn(PLAN).shapes if isinstance(s, Label) and s.x > RIGHT]
    assert [(label.text, label.y) for label in ends] == [("5", 17), ("2", 131)]


def test_ends_that_are_close_are_not_written_over_one_another():
    made = drawn(data(point("2027-01-01", 100, 99)))
    first, second = [s for s in made.shapes if isinstance(s, Label) and s.x > RIGHT]
    assert second.y - first.y >= 15


def test_ends_that_are_the_same_are_said_once():
    made = drawn(data(point("2027-01-01", 7, 7)))
    assert [s.text for s in made.shapes if isinstance(s, Label) and s.x > RIGHT] == ["7"]


def test_workshops_are_numbered_below_a_line_at_their_day():
    made = drawn(data(*PLAN["points"], workshops=["2027-01-01", "2027-03-02"]))
    lines = [s for s in made.shapes if isinstance(s, Line) and s.x == s.to_x and s.use == "tick"]
    assert [line.x for line in lines] == [44, 359]
    assert "workshop, by number" in words(made)
    below = [s.text for s in made.shapes if isinstance(s, Label) and s.y == BOTTOM + 54]
    assert below == ["1", "2"]


def test_workshops_too_close_for_both_numbers_have_one():
    made = drawn(data(point("2027-01-01", 4, 0), workshops=["2027-02-01", "2027-02-02"]))
    numbers = [s.text for s in made.shapes if isinstance(s, Label) and s.y == BOTTOM + 54]
    assert numbers == ["1"]
    assert len(paths(made, "sign")) == 3  # and that of the legend


def test_months_are_named_and_years_where_they_begin():
    below = [s.text for s in drawn(PLAN).shapes if isinstance(s, Label) and s.y == BOTTOM + 20]
    assert below == ["2027", "Feb", "Mar", "Apr", "May"]
    long = drawn(data(point("2027-01-02", 1, 0), until="2031-01-01"))
    assert [s.text for s in long.shapes if isinstance(s, Label) and s.y == BOTTOM + 20] == [
        *("2028", "2029", "2030", "2031")
    ]


def test_the_scale_has_round_numbers():
    made = drawn(data(point("2027-01-01", 45, 44)))
    scale = [s.text for s in made.shapes if isinstance(s, Label) and s.x == LEFT - 8]
    assert scale == ["0", "10", "20", "30", "40", "50"]


@pytest.mark.parametrize("agreed", [1, 3, 7, 99, 1234, 1_000_000])
def test_the_scale_has_room_for_any_number(agreed):
    made = drawn(data(point("2027-01-01", agreed, 0)))
    scale = [int(s.text) for s in made.shapes if isinstance(s, Label) and s.x == LEFT - 8]
    assert scale[-1] >= agreed
    assert len(scale) <= 7


@pytest.mark.parametrize(
    "given",
    [
        {},
        data(),
        data(point("2027-01-01", 0, 0)),
        data(point("2027-05-01", 4, 0)),
        data(point("2027-06-01", 4, 0)),
        data(point("2027-03-01", 4, 0), point("2027-02-01", 5, 0)),
        data(point("2027-01-01", 4, 0), workshops=["2027-06-01"]),
        data(point("2027-01-01", -1, 0)),
        data(point("2027-01-01", 4, True)),
        data(point("2027-01-01", 4, 0.5)),
        data(point("1 January", 4, 0)),
        data(point("1027-01-01", 4, 0)),
        {"points": 3, "workshops": [], "until": "2027-05-01"},
        {**PLAN, "workshops": [{"date": "2027-01-01"}]},
        {**PLAN, "workshops": [{"date": "2027-01-01", "label": "x"}] * 61},
    ],
)
def test_what_is_no_burn_up_is_not_drawn(given):
    assert drawing(given) is None
