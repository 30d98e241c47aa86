"""A year drawn day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import Figure, Report, Table
from workshopcore.contracts.reports import Style
from workshopcore.renderers import HtmlRenderer
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.html.figures.shapes import Box, Label, Line, Mark
from workshopcore.renderers.html.figures.year import MARKS
from workshopcore.renderers.width import width

TABLE = Table(["Month"], [["January"]])
LEGEND = [{"mark": mark, "label": f"{mark} days"} for mark in MARKS]


def drawing(days, legend=LEGEND):
    return drawing_of(Figure("year", {"days": days, "legend": legend}, "alt", TABLE))


def drawn(days, legend=()):
    made = drawing(days, list(legend))
    assert made is not None
    return made


def day(text, mark="most", **more):
    return {"date": text, "mark": mark, **more}


def labels(made, use):
    return [shape for shape in made.shapes if isinstance(shape, Label) and shape.use == use]


def boxes(made, use):
    return [shape for shape in made.shapes if isinstance(shape, Box) and use in shape.use.split()]


def test_weekdays_stand_below_one_another():
    # Two Tuesdays of one month, and one of the next.
    made = drawn([day("2027-01-05"), day("2027-01-12"), day("2027-02-02")])
    first, second, third = boxes(made, "tone-done")

    tuesdays = [label.x for label in labels(made, "weekday")][1::7]
    assert all(box.x + box.width / 2 in tuesdays for box in (first, second, third))
    assert first.y == second.y < third.y
    assert first.x < second.x


def test_months_and_years_have_their_names():
    made = drawn([day("2027-12-07"), day("2028-01-04"), day("2028-02-01")])

    assert [label.text for label in labels(made, "moment")] == ["2027", "2028"]
    assert [label.text for label in labels(made, "words")] == ["Dec", "Jan", "Feb"]


def test_a_workshop_has_its_number():
    made = drawn([day("2027-01-05", "workshop", number=12)])

    (frame,) = boxes(made, "day-workshop")
    (number,) = labels(made, "number")
    assert (number.text, number.x) == ("12", frame.x + frame.width / 2)


def test_every_mark_looks_different_without_colour():
    def looks(mark):
        shapes = drawn([day("2027-01-05", mark)]).shapes
        skipped = ("weekday", "moment", "words")
        found = [shape for shape in shapes if getattr(shape, "use", "") not in skipped]
        fill = [shape.use for shape in found if isinstance(shape, Box)]
        signs = [shape.path for shape in found if isinstance(shape, Mark)]
        return tuple(fill), tuple(signs)

    assert len({looks(mark) for mark in MARKS}) == len(MARKS)


def test_legend_says_what_the_marks_mean():
    made = drawn([day("2027-01-05")], LEGEND)

    said = [label.text for label in labels(made, "words")]
    assert said[:-1] == [key["label"] for key in LEGEND]


def test_a_long_legend_takes_several_lines():
    made = drawn([day("2027-01-05")], [{"mark": "most", "label": "word " * 9}] * 4)

    assert len({label.y for label in labels(made, "words")[:-1]}) > 1


DAYS = st.lists(st.dates(date(2020, 1, 1), date(2024, 1, 1)), min_size=1, max_size=60, unique=True)


@given(DAYS, st.sampled_from(MARKS))
def test_everything_is_within_the_drawing(days, mark):
    made = drawn([day(each.isoformat(), mark, number=7) for each in days], LEGEND)

    for shape in made.shapes:
        match shape:
            case Box():
                assert 0 <= shape.x <= made.width - shape.width
                assert 0 <= shape.y <= made.height - shape.height
            case Label():
                room = width(shape.text) * 7.1
                left = shape.x - (room / 2 if shape.anchor == "middle" else 0)
                assert 0 <= left + 4 <= made.width
                assert left + room <= made.width + 4
                assert 0 <= shape.y <= made.height
            case Line():
                pytest.fail("there are no lines in a year")


@given(DAYS)
def test_no_two_days_share_a_place(days):
    made = drawn([day(each.isoformat()) for each in days])
    places = [(box.x, box.y) for box in boxes(made, "tone-done")]

    assert len(set(places)) == len(days)


@pytest.mark.parametrize(
    "days",
    [
        [],
        3,
        ["2027-01-05"],
        [{"mark": "most"}],
        [day("soon")],
        [day(3)],
        [day("2027-01-05", "good")],
        [day("2027-01-05", ["most"])],
        [day("2027-01-05", number=-1)],
        [day("2027-01-05", number=True)],
        [day("2027-01-05", number="1")],
        [day("2027-01-05", number=1000)],
        [day("2027-01-05"), day("2027-01-05")],
        [day((date(2027, 1, 1) + timedelta(n)).isoformat()) for n in range(1901)],
    ],
)
def test_data_that_are_no_such_days_are_not_drawn(days):
    assert drawing(days, []) is None


@pytest.mark.parametrize(
    "legend", [3, [{}], [{"mark": "most"}], [{"mark": "good", "label": "x"}], LEGEND * 2]
)
def test_a_legend_of_anything_else_is_not_drawn(legend):
    assert drawing([day("2027-01-05")], legend) is None


def test_page_has_the_drawing_its_words_and_its_table():
    figure = Figure("year", {"days": [day("2027-01-05")], "legend": []}, "In words", TABLE)
    page = HtmlRenderer().render(Report("r", "R", "sponsor", [figure]), Style("s", "S")).decode()

    assert "In words</title>" in page
    assert page.count("<rect") == 1
    assert "The same as a table" in page


def test_hostile_words_in_the_legend_are_harmless():
    figure = Figure(
        "year",
        {"days": [day("2027-01-05")], "legend": [{"mark": "most", "label": "</svg><script>"}]},
        "alt",
        TABLE,
    )
    page = HtmlRenderer().render(Report("r", "R", "sponsor", [figure]), Style("s", "S")).decode()

    assert "<script>" not in page
    assert "&lt;script&gt;" in page
