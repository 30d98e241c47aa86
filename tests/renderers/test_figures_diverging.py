from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import Figure, Report, Table
from workshopcore.contracts.reports import Style
from workshopcore.renderers import HtmlRenderer
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.html.figures.shapes import Box, Label, Line, Mark

TABLE = Table(["Question"], [["We listen"]])
FIVE = ["Disagree strongly", "Disagree", "Neither", "Agree", "Agree strongly"]


def bar(*counts, label="We listen", answered=None, asked=9, **more):
    answered = sum(counts) if answered is None else answered
    given = {"counts": list(counts)} if counts else {}
    return {"label": label, "answered": answered, "asked": asked, **given, **more}


def drawing(bars, points=FIVE):
    data = {"points": points, "bars": bars}
    return drawing_of(Figure("diverging-bars", data, "alt", TABLE))


def of(made, shape, use):
    return [s for s in made.shapes if isinstance(s, shape) and use in s.use.split()]


def parts(made, points=5):
    """Return the parts of the bars, without the legend's swatches."""
    return of(made, Box, "part")[points:]


def said(made, use):
    return [label.text for label in of(made, Label, use)]


def axis(made):
    return {line.x for line in of(made, Line, "axis")}


def test_unfavourable_stands_left_of_the_axis_and_favourable_right():
    made = drawing([bar(1, 2, 0, 3, 2)])
    (middle,) = axis(made)
    boxes = parts(made)
    assert [box.use for box in boxes] == [
        f"part tone-{tone}" for tone in ("alarm", "caution", "good", "done")
    ]
    assert [box.x + box.width <= middle for box in boxes] == [True, True, False, False]
    assert boxes[2].x == pytest.approx(middle, abs=0.1)


def test_the_neutral_answers_are_centred_on_the_axis():
    made = drawing([bar(0, 1, 4, 2, 0)])
    (middle,) = axis(made)
    neutral = parts(made)[1]
    assert neutral.x + (neutral.width + 1) / 2 == pytest.approx(middle, abs=0.2)


def test_parts_are_as_wide_as_their_numbers_on_one_scale():
    made = drawing([bar(1, 2, 0, 3, 2), bar(0, 0, 2, 4, 3)])
    widths = [box.width + 1 for box in parts(made)]
    unit = widths[0]
    assert [round(width / unit, 1) for width in widths] == [1, 2, 3, 2, 2, 4, 3]


def test_each_part_has_its_number_and_the_row_how_many_answered_of_those_asked():
    made = drawing([bar(1, 2, 0, 3, 2), bar(2, 2, 2, 2, 1)])
    assert said(made, "number") == ["1", "2", "3", "2", "2", "2", "2", "2", "1"]
    assert said(made, "total") == ["8 of 9", "9 of 9"]


def test_all_bars_share_one_axis():
    assert len(axis(drawing([bar(8, 0, 0, 0, 1), bar(0, 0, 9, 0, 0), bar(0, 1, 0, 0, 8)]))) == 1


def test_a_reversed_question_is_turned_and_marked():
    made = drawing([bar(1, 2, 0, 3, 2), bar(4, 3, 1, 0, 1, label="Twice the work", reverse=True)])
    turned = parts(made)[4:]
    assert [box.use.removeprefix("part tone-") for box in turned] == [
        "alarm",
        "plain",
        "good",
        "done",
    ]
    words = said(made, "words")
    assert "Twice the work (reversed)" in words
    assert (
        "Reversed: the patterns run from “Agree strongly” on the left to “Disagree strongly”"
        in words
    )


def test_a_legend_of_reversed_questions_alone_runs_their_way():
    made = drawing([bar(4, 3, 1, 0, 1, reverse=True)])
    assert said(made, "words")[:5] == FIVE[::-1]


@pytest.mark.parametrize("points", range(2, 8))
def test_every_point_of_a_scale_has_a_pattern_of_its_own(points):
    made = drawing([bar(*[1] * points)], [f"Point {n}" for n in range(points)])
    swatches = of(made, Box, "part")[:points]
    places = [(box.x, box.width) for box in swatches]
    hatches = {mark.use for mark in of(made, Mark, "hatch")}
    plain = {box.use for box in swatches} & {"part tone-plain", "part tone-done"}
    assert len(places) == len({box.use for box in swatches}) == len(hatches) + len(plain)


def test_a_question_that_is_not_shown_says_why():
    made = drawing([bar(1, 2, 0, 3, 2), bar(label="All alike", note="all similar", answered=9)])
    assert said(made, "tick-name") == ["answered", "all similar"]
    assert said(made, "total") == ["8 of 9", "9 of 9"]


def test_a_group_is_named_once_above_its_questions():
    bars = [bar(1, 0, 0, 1, 0, group=name) for name in ("Trust", "Trust", "Pace")]
    assert said(drawing(bars), "moment") == ["Trust", "Pace"]


COUNTS = st.lists(st.integers(0, 400), min_size=5, max_size=5)


@given(
    st.lists(
        st.builds(
            lambda counts, label, reverse: bar(*counts, label=label, reverse=reverse),
            COUNTS,
            st.text(max_size=80),
            st.booleans(),
        ),
        min_size=1,
        max_size=10,
    )
)
def test_everything_is_within_the_drawing_and_nothing_overlaps(bars):
    made = drawing(bars)
    assert (made is None) == (sum(sum(each["counts"]) for each in bars) == 0)
    if made is None:
        return
    boxes = parts(made)
    assert len(boxes) == sum(count > 0 for each in bars for count in each["counts"])
    for box in boxes:
        assert box.x >= 230
        assert box.x + box.width <= made.width + 3
        assert box.y + box.height <= made.height
    for one, other in pairwise(boxes):
        assert other.y > one.y or other.x >= one.x


@pytest.mark.parametrize(
    ("points", "bars"),
    [
        (FIVE, []),
        (FIVE, 3),
        (3, [bar(1)]),
        (["One"], [bar(1)]),
        ([str(n) for n in range(8)], [bar(*[1] * 8)]),
        (FIVE, [bar(1, 1)]),
        (FIVE, [bar(0, 0, 0, 0, 0)]),
        (FIVE, [bar(note="hidden", answered=9)]),
        (FIVE, [bar(1, 1, 1, 1, -1)]),
        (FIVE, [bar(1, 1, 1, 1, 1.5, answered=4)]),
        (FIVE, [bar(1, 1, 1, 1, True)]),
        (FIVE, [bar(1, 1, 1, 1, 10_000_000)]),
        (FIVE, [{"counts": [1, 1, 1, 1, 1]}]),
        (FIVE, [bar(1, 1, 1, 1, 1, label=3)]),
        (FIVE, [bar(1, 1, 1, 1, 1)] * 61),
    ],
)
def test_bars_of_other_data_are_not_drawn(points, bars):
    assert drawing(bars, points) is None


def test_hostile_words_stay_words():
    data = {"points": ["<i>", "b"], "bars": [bar(1, 1, label="<script>", group="<b>")]}
    report = Report("r", "T", "public", [Figure("diverging-bars", data, "A bar", TABLE)])
    page = HtmlRenderer().render(report, Style("s", "S")).decode()
    assert [word in page for word in ("<script>", "<b>", "<i>")] == [False, False, False]
    assert '<svg role="img"' in page
