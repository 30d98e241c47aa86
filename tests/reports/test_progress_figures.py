"""A picture's table says all that the picture shows."""

import pytest

from workshopcore.actions import Proportion, Rag, TimeToDone
from workshopcore.reports.progress_figures import colours_figure, time_figure


def colours(complete, green, amber, red, unreported=0):
    total = complete + green + amber + red
    shares = [Proportion(part, total) for part in (green, amber, red, complete, unreported)]
    return Rag(*shares)


def columns(figure):
    return [column.title for column in figure.table.columns]


def test_colours_of_a_few_are_counted():
    (figure,) = colours_figure(colours(3, 0, 1, 2))
    assert figure.alt == "6 actions in one bar: 3 complete, 0 green, 1 amber and 2 red."
    assert columns(figure) == ["Colour", "Actions", "Of"]
    assert figure.table.rows == (
        ("Complete", "3", "6"),
        ("Green", "0", "6"),
        ("Amber", "1", "6"),
        ("Red", "2", "6"),
    )
    assert [tuple(bar["counts"]) for bar in figure.data["bars"]] == [(3, 0, 1, 2)]


def test_colours_of_many_are_in_per_cent_too():
    (figure,) = colours_figure(colours(31, 0, 2, 8))
    assert columns(figure) == ["Colour", "Actions", "Of", "Per cent"]
    assert [row[3] for row in figure.table.rows] == ["76%", "0%", "5%", "20%"]
    assert figure.data["keys"][0]["note"] == "31 of 41 (76%)"


def test_colours_of_nothing_are_no_picture():
    assert colours_figure(colours(0, 0, 0, 0)) == ()


def test_a_curve_has_every_step_in_its_table():
    # The remission times of Freireich and others (1963), the 6-MP group, in weeks.
    done = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    not_done = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    (figure,) = time_figure(TimeToDone(done, not_done))
    assert [row[:4] for row in figure.table.rows] == [
        ("6", "21", "3", "0.86"),
        ("7", "17", "1", "0.81"),
        ("10", "15", "1", "0.75"),
        ("13", "12", "1", "0.69"),
        ("16", "11", "1", "0.63"),
        ("22", "7", "1", "0.54"),
        ("23", "6", "1", "0.45"),
    ]
    assert figure.data["median"] == 23
    assert figure.alt == (
        "Curve of the share of actions still open, by age: 21 actions counted, 9 of them done."
        " It falls to a half after 23 days; after 23 days it is 0.45."
    )


def test_a_curve_that_ends_at_nothing_has_no_band_there():
    (figure,) = time_figure(TimeToDone([4, 8]))
    assert [row[3:] for row in figure.table.rows] == [("0.50", "0.01–0.91"), ("0.00", "none")]
    assert "low" not in figure.data["steps"][-1]


@pytest.mark.parametrize(
    ("times", "said"),
    [
        (TimeToDone([], [5]), "1 action counted, 0 of them done. It has not fallen."),
        (
            TimeToDone([5], [6, 7]),
            "3 actions counted, 1 of them done. It stays above a half; after 5 days it is 0.67.",
        ),
    ],
)
def test_a_curve_is_told_in_words(times, said):
    (figure,) = time_figure(times)
    assert figure.alt == f"Curve of the share of actions still open, by age: {said}"


def test_a_curve_of_nothing_done_has_a_row_all_the_same():
    (figure,) = time_figure(TimeToDone([], [5, 9]))
    assert figure.table.rows == (("0", "2", "0", "1.00", "none"),)
