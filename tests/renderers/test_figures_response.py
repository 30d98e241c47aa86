import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import Figure, Report, Table
from workshopcore.contracts.reports import Style
from workshopcore.renderers import HtmlRenderer
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.html.figures.shapes import Box, Label, Mark

TABLE = Table(["Round"], [["Close"]])
STAGES = ["Invited", "Came", "Asked", "Answered"]


def row(*counts, label="After workshop 1"):
    return {"label": label, "counts": list(counts)}


def drawing(rows, stages=STAGES):
    return drawing_of(Figure("response-funnel", {"stages": stages, "rows": rows}, "alt", TABLE))


def of(made, shape, use):
    return [s for s in made.shapes if isinstance(s, shape) and use in s.use.split()]


def said(made, use):
    return [label.text for label in of(made, Label, use)]


def test_each_stage_has_a_bar_to_one_scale_and_its_number():
    made = drawing([row(8, 4, 8, 2), row(6, 6, 6, 6)])
    widths = [box.width for box in of(made, Box, "part")]
    assert [round(width / widths[0] * 8, 1) for width in widths] == [8, 4, 8, 2, 6, 6, 6, 6]
    assert said(made, "total") == ["8", "4", "8", "2", "6", "6", "6", "6"]
    assert said(made, "moment") == STAGES


def test_stages_differ_in_more_than_colour():
    made = drawing([row(9, 8, 9, 7)])
    assert [box.use for box in of(made, Box, "part")] == [
        "part tone-open",
        "part tone-plain",
        "part tone-good",
        "part tone-done",
    ]
    assert [mark.use for mark in of(made, Mark, "hatch")] == ["hatch tone-good"]


def test_more_may_have_answered_than_came():
    came, answered = [box.width for box in of(drawing([row(9, 7, 9, 8)]), Box, "part")][1::2]
    assert answered > came


def test_what_is_not_known_has_a_dash_and_nobody_a_nought_without_a_bar():
    made = drawing([row("", "", 9, 0)])
    assert said(made, "tick-name") == ["–", "–"]
    assert said(made, "total") == ["9", "0"]
    assert len(of(made, Box, "part")) == 1


@given(
    st.lists(
        st.builds(
            lambda counts, label: row(*counts, label=label),
            st.lists(st.one_of(st.just(""), st.integers(0, 1_000_000)), min_size=4, max_size=4),
            st.text(max_size=90),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_every_bar_and_its_number_stay_in_their_column(rows):
    made = drawing(rows)
    assert (made is None) == (max((n or 0 for r in rows for n in r["counts"]), default=0) == 0)
    if made is None:
        return
    across = (made.width - 210) / 4
    for label in of(made, Label, "total"):
        column = int((label.x - 210) / across)
        assert label.x + 7.5 * len(label.text) <= 210 + (column + 1) * across + 1
        assert label.y <= made.height


@pytest.mark.parametrize(
    ("rows", "stages"),
    [
        ([], STAGES),
        (3, STAGES),
        ([row(0, 0, 0, 0)], STAGES),
        ([row("", "", "", "")], STAGES),
        ([row(1, 1, 1)], STAGES),
        ([row()], []),
        ([row(*[1] * 7)], ["Stage"] * 7),
        ([row(1, 1, 1, -1)], STAGES),
        ([row(1, 1, 1, True)], STAGES),
        ([row(1, 1, 1, 1.5)], STAGES),
        ([row(1, 1, 1, 2_000_000)], STAGES),
        ([{"counts": [1, 1, 1, 1]}], STAGES),
        ([row(1, 1, 1, 1)] * 61, STAGES),
    ],
)
def test_a_funnel_of_other_data_is_not_drawn(rows, stages):
    assert drawing(rows, stages) is None


def test_hostile_words_stay_words():
    data = {"stages": ["<b>"], "rows": [row(1, label="<script>")]}
    report = Report("r", "T", "public", [Figure("response-funnel", data, "Bars", TABLE)])
    page = HtmlRenderer().render(report, Style("s", "S")).decode()
    assert [word in page for word in ("<script>", "<b>")] == [False, False]
    assert '<svg role="img"' in page
