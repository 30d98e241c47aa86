import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.actions import TimeToDone
from workshopcore.contracts.report import Figure, Table
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.html.figures.shapes import Label, Line, Mark
from workshopcore.reports.progress_figures import time_figure

TABLE = Table(["Days"], [["1"]])
LEFT, RIGHT, TOP, BOTTOM = 52, 700, 12, 192
"""The corners of the curve's ground."""


def step(days, share, done=1, **band):
    return {"days": days, "done": done, "share": share, **band}


def data(*steps, not_done=(), **more):
    count = sum(each["done"] for each in steps) + len(not_done)
    return {"count": count, "steps": list(steps), "not_done": list(not_done), **more}


def drawing(given):
    return drawing_of(Figure("step-curve", given, "alt", TABLE))


def drawn(given):
    made = drawing(given)
    assert made is not None
    return made


def of(made, shape, use):
    return [s for s in made.shapes if isinstance(s, shape) and use in s.use.split()]


def path(made, use="curve"):
    (mark,) = of(made, Mark, use)
    return mark.path


def words(made):
    return [label.text for label in made.shapes if isinstance(label, Label)]


def test_a_curve_falls_in_steps():
    made = drawn(data(step(5, 0.75), step(10, 0.5), not_done=[10, 10]))
    # 0 to 10 days on 648 pixels, all to none on 180.
    assert path(made) == "M52 12H376V57H700V102H700"


def test_a_curve_goes_on_as_long_as_anything_is_known():
    assert path(drawn(data(step(5, 0.5), not_done=[10]))).endswith("H376V102H700")


def test_a_curve_of_nothing_done_stays_where_it_is():
    made = drawn(data(not_done=[10, 10]))
    assert path(made) == "M52 12H700"
    assert of(made, Mark, "curve-band") == []


def test_a_curve_counts_how_many_reach_an_age():
    made = drawn(data(step(3, 0.8), step(5, 0.4, done=2), not_done=[4, 9]))
    ages = [label for label in made.shapes if isinstance(label, Label) and label.y == BOTTOM + 76]
    assert [label.text for label in ages] == ["5", "5", "5", "5", "4", "3", "1", "1", "1", "1"]


def test_a_curve_marks_what_was_not_done_by_then():
    made = drawn(data(step(5, 0.5), not_done=[2, 8, 8]))
    ticks = [line for line in of(made, Line, "curve-tick") if line.y <= BOTTOM + 6]
    assert [(line.x, (line.y + line.to_y) / 2) for line in ticks] == [(214, TOP), (700, 102)]
    assert "an action that was not done by then" in words(made)


def test_a_curve_of_everything_done_explains_no_mark():
    made = drawn(data(step(5, 0.5), step(10, 0)))
    assert "an action that was not done by then" not in words(made)


def test_a_band_ends_where_there_is_none():
    made = drawn(data(step(5, 0.5, low=0.25, high=0.75), step(10, 0)))
    assert path(made, "curve-band") == "M376 57L700 57L700 147L376 147z"
    assert "95% band" in words(made)


def test_a_median_is_drawn_down_to_its_days():
    made = drawn(data(step(4, 0.5), not_done=[10], median=4))
    lines = of(made, Line, "curve-middle")
    assert [(line.x, line.y, line.to_x, line.to_y) for line in lines] == [
        (52, 102, 311.2, 102),
        (311.2, 102, 311.2, 192),
    ]
    assert "half are done within 4 days" in words(made)


def test_a_median_far_to_the_right_is_named_below_its_line():
    made = drawn(data(step(1, 0.5), median=1, not_done=[1]))
    (label,) = [s for s in made.shapes if isinstance(s, Label) and s.text.startswith("half are")]
    assert (label.text, label.anchor) == ("half are done within 1 day", "end")
    assert label.y > 102


@pytest.mark.parametrize(
    ("last", "names"),
    [
        (0, ["0", "1"]),
        (7, ["0", "1", "2", "3", "4", "5", "6", "7"]),
        (119, ["0", "15", "30", "45", "60", "75", "90", "105", "120"]),
        (36_500, [str(3650 * number) for number in range(11)]),
    ],
)
def test_ticks_leave_room_for_their_names(last, names):
    assert [label.text for label in of(drawn(data(not_done=[last])), Label, "clock")] == names


DAYS = st.lists(st.integers(0, 400), max_size=40)


@given(DAYS, DAYS)
def test_every_time_to_done_is_drawn_within_its_ground(done, not_done):
    figures = time_figure(TimeToDone(done, not_done))
    assert bool(figures) == bool(done or not_done)
    for figure in figures:
        made = drawn(figure.data)
        points = re.findall(r"[MHV ]([\d.]+)", path(made))
        assert points
        heights = [TOP, *map(float, re.findall(r"V([\d.]+)", path(made)))]
        assert heights == sorted(heights)
        assert heights[-1] <= BOTTOM
        assert all(LEFT <= float(x) <= RIGHT for x in re.findall(r"H([\d.]+)", path(made)))
        assert len(figure.table.rows) == max(len(set(done)), 1)


@pytest.mark.parametrize(
    "given_",
    [
        {},
        {"count": 0, "steps": [], "not_done": []},
        {"count": 1, "steps": 3, "not_done": []},
        data(step(5, 0.5), not_done=[10]) | {"count": 3},
        data(step(5, 0.5), not_done=[10]) | {"count": True},
        data(step(5, 1.5)),
        data(step(5, -0.1)),
        data(step(5, "half")),
        data(step(5.5, 0.5)),
        data(step(-5, 0.5)),
        data(step(5, 0.5), step(5, 0.4)),
        data(step(9, 0.5), step(5, 0.4)),
        data(step(5, 0.5, low=2, high=3)),
        data(step(5, 0.5), not_done=["5"]),
        data(step(5, 0.5), median="5"),
        data(step(100_000, 0.5)),
    ],
)
def test_a_curve_of_other_data_is_not_drawn(given_):
    assert drawing(given_) is None
