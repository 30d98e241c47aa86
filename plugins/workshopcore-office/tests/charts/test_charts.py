"""Charts in parts that fit on a slide, and what they are painted with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import Figure, Table
from workshopcore.contracts.reports import Style
from workshopcore.renderers.html.colour import contrast
from workshopcore.renderers.html.look import palette
from workshopcore_office.charts import Bar, Bars, charts_of
from workshopcore_office.charts.portions import lines_beside, portions
from workshopcore_office.charts.tones import paint_of
from workshopcore_office.slides.charting import charts_on_slides

STYLES = (Style("a:b", "B"), Style("a:c", "C", colours={"accent": "#ffe9a8"}))
TONES = ("done", "fine", "good", "plain", "caution", "poor", "alarm", "open")


def bars(*categories, heads=(), stacked=True, series=1):
    rows = tuple(None if name in heads else at for at, name in enumerate(categories))
    values = tuple(None if row is None else float(row) for row in rows)
    made = tuple(Bar(f"Series {number}", "done", values) for number in range(series))
    return Bars("Title", categories, rows, made, stacked=stacked, most=100)


def names(chart, most):
    return [part.categories for part in portions(chart, most)]


def test_a_chart_that_fits_is_one():
    chart = bars("a", "b", "c")
    assert list(portions(chart, 3)) == [chart]


def test_bars_go_on_in_the_next_part():
    assert names(bars(*"abcde"), 2) == [("a", "b"), ("c", "d"), ("e",)]


def test_bars_under_one_heading_stay_together():
    chart = bars("One", "a", "b", "Two", "c", "d", heads=("One", "Two"))
    assert names(chart, 4) == [("One", "a", "b"), ("Two", "c", "d")]


def test_a_heading_goes_on_with_its_bars():
    chart = bars("One", "a", "b", "c", "d", heads=("One",))
    assert names(chart, 3) == [("One", "a", "b"), ("One", "c", "d")]


def test_bars_beside_one_another_count_each():
    assert names(bars("a", "b", "c", stacked=False, series=4), 8) == [("a", "b"), ("c",)]


def test_long_labels_count_their_lines():
    label = "A label that is so long that it has two lines beside its bar"
    assert lines_beside(label) == 2
    assert names(bars(label, "b", "c"), 3) == [(label, "b"), ("c",)]


def test_parts_are_drawn_to_one_scale_and_keep_their_numbers():
    parts = list(portions(bars(*"abcd"), 3))
    assert {part.most for part in parts} == {100}
    assert [part.series[0].values for part in parts] == [(0, 1, 2), (3,)]
    assert [part.rows for part in parts] == [(0, 1, 2), (3,)]


@given(st.lists(st.booleans(), min_size=1, max_size=30), st.integers(3, 12))
def test_no_bar_is_lost_or_told_twice(heads, most):
    labels = [f"{at}" for at in range(len(heads))]
    chart = bars(*labels, heads=[label for label, head in zip(labels, heads, strict=True) if head])
    told = [
        label
        for part in portions(chart, most)
        for label, row in zip(part.categories, part.rows, strict=True)
        if row is not None
    ]
    assert told == [label for label, head in zip(labels, heads, strict=True) if not head]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("tone", TONES)
def test_numbers_can_be_read_on_every_tone(tone, style):
    paint = paint_of(tone, palette(style))
    ground = paint.paper if paint.pattern else paint.colour
    assert contrast(paint.ink, ground) >= 4.5


def test_every_tone_of_a_scale_can_be_told_without_colour():
    """Solid dark, solid pale and empty differ by themselves, all others by their pattern."""
    painted = [paint_of(tone, palette(Style("a:b", "B"))) for tone in TONES]
    patterns = [paint.pattern for paint in painted if paint.pattern]
    assert len(set(patterns)) == len(patterns) == 5


def test_a_day_stays_a_drawing_on_slides():
    rows = [{"label": "Check-in", "start": 570, "end": 600}]
    day = Figure("day", {"rows": rows}, "A day.", Table(["Item"], [["Check-in"]]))
    assert charts_of(day)
    assert charts_on_slides(day) == ()
