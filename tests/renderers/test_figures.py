from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import Figure, Report, Table
from workshopcore.contracts.reports import Style
from workshopcore.renderers import HtmlRenderer
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.html.figures.shapes import Box, Label, Line, Mark

TABLE = Table(["Day"], [["Monday"]])
DATES = st.dates().map(lambda day: day.isoformat())
POINTS = st.lists(
    st.fixed_dictionaries(
        {"label": st.text(max_size=60), "date": DATES, "group": st.sampled_from("AB")}
    ),
    min_size=1,
    max_size=30,
)


STEPS = st.fixed_dictionaries({"label": st.text(max_size=40), "start": st.integers(0, 4000)})


@st.composite
def rows(draw):
    start = draw(st.integers(0, 3000))
    return {
        "label": draw(st.text(max_size=60)),
        "start": start,
        "end": start + draw(st.integers(1, 900)),
        "track": draw(st.sampled_from(["", "North", "South"])),
        "kind": draw(st.sampled_from(["session", "break", "lunch", "buffer", "gap", "other"])),
        "locked": draw(st.booleans()),
        "state": draw(st.sampled_from(["planned", "running", "done", "other"])),
        "steps": draw(st.lists(STEPS, max_size=4)),
    }


def drawn(kind, data):
    drawing = drawing_of(Figure(kind, data, "alt", TABLE))
    assert drawing is not None
    return drawing


def point(day, label="Where now?", group="Strategic"):
    return {"date": day, "label": label, "group": group}


def row(label, start, end, track="", kind="session", **more):
    return {"label": label, "start": start, "end": end, "track": track, "kind": kind, **more}


def of(drawing, shape, use):
    return [s for s in drawing.shapes if isinstance(s, shape) and use in s.use.split()]


def said(drawing, use):
    return [label.text for label in of(drawing, Label, use)]


def overlap(one, other):
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


@given(POINTS)
def test_labels_of_a_timeline_never_overlap(points):
    drawing = drawn("timeline", {"points": points})
    grounds = of(drawing, Box, "ground")
    assert len(grounds) == len(points)
    for number, one in enumerate(grounds):
        assert not any(overlap(one, other) for other in grounds[number + 1 :])


@given(POINTS)
def test_everything_in_a_timeline_is_within_it(points):
    drawing = drawn("timeline", {"points": points})
    for box in of(drawing, Box, "ground"):
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= drawing.width
        assert box.y + box.height <= drawing.height


def test_a_timeline_says_each_date_and_label():
    drawing = drawn("timeline", {"points": [point("2027-03-09", "Second"), point("2027-01-19")]})
    assert said(drawing, "moment") == ["19 Jan 2027", "9 Mar 2027"]
    assert said(drawing, "words") == ["Where now?", "Second"]
    assert said(drawing, "tick-name") == ["Feb", "Mar"]


def test_labels_with_room_stand_above_the_line():
    drawing = drawn("timeline", {"points": [point("2027-01-19"), point("2027-11-16")]})
    (band,) = of(drawing, Box, "band")
    assert all(box.y < band.y for box in of(drawing, Box, "ground"))


def test_labels_without_room_take_turns():
    days = ["2027-01-19", "2027-02-09", "2027-03-02", "2027-12-01"]
    drawing = drawn("timeline", {"points": [point(day) for day in days]})
    (band,) = of(drawing, Box, "band")
    assert [box.y < band.y for box in of(drawing, Box, "ground")] == [True, False, True, False]


def test_groups_have_signs_of_their_own_and_a_key():
    points = [point("2027-01-19"), point("2027-11-16", group="Operational")]
    drawing = drawn("timeline", {"points": points})
    assert said(drawing, "words")[-2:] == ["Strategic", "Operational"]
    assert len(of(drawing, Mark, "sign-0")) == len(of(drawing, Mark, "sign-1")) == 2


def test_a_single_group_needs_no_key():
    drawing = drawn("timeline", {"points": [point("2027-01-19"), point("2027-11-16")]})
    assert "Strategic" not in said(drawing, "words")


def test_a_single_day_stands_in_the_middle():
    (sign,) = of(drawn("timeline", {"points": [point("2027-01-19")]}), Mark, "sign")
    assert sign.path.startswith("M360")


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("2027-01-19", "2028-12-19", ["Apr", "Jul", "Oct", "2028", "Apr", "Jul", "Oct"]),
        ("2020-06-01", "2027-06-01", ["2021", "2022", "2023", "2024", "2025", "2026", "2027"]),
        (
            "0001-01-01",
            "9999-12-31",
            [f"{thousand}000" for thousand in range(1, 10)],
        ),
    ],
)
def test_ticks_leave_room_for_their_names(first, last, names):
    assert said(drawn("timeline", {"points": [point(first), point(last)]}), "tick-name") == names


def test_long_labels_are_cut_short():
    (*_, last) = said(drawn("timeline", {"points": [point("2027-01-19", "word " * 40)]}), "words")
    assert last.endswith(" …")


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"points": []},
        {"points": "none"},
        {"points": [{"label": "a"}]},
        {"points": [{"label": "a", "date": "soon"}]},
        {"points": [{"label": 3, "date": "2027-01-19"}]},
        {"points": [point("2027-01-19")] * 61},
    ],
)
def test_a_timeline_of_other_data_is_not_drawn(data):
    assert drawing_of(Figure("timeline", data, "alt", TABLE)) is None


@given(st.lists(rows(), min_size=1, max_size=30))
def test_every_row_of_a_day_has_room_for_its_label(made):
    drawing = drawing_of(Figure("day", {"rows": made}, "alt", TABLE))
    if drawing is None:
        moments = [each["start"] for each in made]
        at_once = [sum(r["start"] <= m < r["end"] for r in made) for m in moments]
        assert max(at_once) > 2
        return
    boxes = of(drawing, Box, "row")
    assert len(boxes) == len(made)
    assert all(box.height >= 24 for box in boxes)
    assert all(box.y + box.height <= drawing.height for box in boxes)
    for number, one in enumerate(boxes):
        assert not any(overlap(one, other) for other in boxes[number + 1 :])


@given(st.lists(rows(), min_size=1, max_size=5))
def test_up_to_five_rows_at_once_are_always_drawn(made):
    assert len(of(drawn("day", {"rows": made}), Box, "row")) == len(made)


def test_what_comes_later_stands_lower():
    drawing = drawn("day", {"rows": [row("a", 570, 590), row("b", 590, 665), row("c", 665, 670)]})
    tops = [box.y for box in of(drawing, Box, "row")]
    assert tops == sorted(tops)
    assert said(drawing, "clock") == ["09:30", "09:50", "11:05", "11:10"]
    assert said(drawing, "words") == ["a", "b", "c"]


def test_tracks_stand_side_by_side():
    parallel = [row("a", 0, 60, "North"), row("b", 0, 30, "South"), row("c", 30, 60, "South")]
    drawing = drawn("day", {"rows": [*parallel, row("d", 60, 90)]})
    boxes = of(drawing, Box, "row")
    assert not any(overlap(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])
    assert boxes[0].x < boxes[1].x == boxes[2].x
    assert said(drawing, "words") == ["a · North", "b · South", "c · South", "d"]


def test_other_tracks_later_have_the_full_width_again():
    drawing = drawn(
        "day",
        {
            "rows": [
                row("a", 0, 60, "A"),
                row("b", 0, 60, "B"),
                row("c", 60, 99, "C"),
                row("d", 60, 99, "D"),
            ]
        },
    )
    boxes = of(drawing, Box, "row")
    assert [box.x for box in boxes[:2]] == [box.x for box in boxes[2:]]


def test_clocks_that_change_are_told_as_they_show():
    rows = [row("a", 60, 120, time="01:00–03:00"), row("b", 120, 150, time="03:00–03:30")]
    assert said(drawn("day", {"rows": rows}), "clock") == ["01:00", "03:00", "03:30"]


def test_a_second_day_starts_at_midnight_again():
    assert said(drawn("day", {"rows": [row("a", 1430, 1450)]}), "clock") == ["23:50", "00:10"]


def test_labels_longer_than_their_row_are_cut_short():
    assert said(drawn("day", {"rows": [row("word " * 60, 0, 5)]}), "words")[-1].endswith(" …")


def steps(*starts):
    return [{"label": f"Step {number}", "start": start} for number, start in enumerate(starts, 1)]


def test_a_long_session_shows_its_steps_by_name():
    drawing = drawn("day", {"rows": [row("Café", 600, 700, steps=steps(600, 620, 625, 680))]})
    assert said(drawing, "step-name") == ["Step 1", "Step 3", "Step 4"]
    lines = of(drawing, Line, "step")
    (box,) = of(drawing, Box, "row")
    # To scale, in the right half.
    assert [round((line.y - box.y) / box.height * 100) for line in lines] == [20, 25, 80]
    assert {line.x for line in lines} == {box.x + box.width / 2}


def test_names_of_a_session_and_of_its_steps_do_not_meet():
    drawing = drawn("day", {"rows": [row("word " * 40, 600, 700, steps=steps(600, 650))]})
    longest = max(len(text) for text in said(drawing, "words"))
    assert longest * 7.3 < of(drawing, Line, "step")[0].x - of(drawing, Box, "row")[0].x


@pytest.mark.parametrize(
    "made",
    [
        [row("Short", 600, 620, steps=steps(600, 610))],
        [
            row("A", 600, 700, "North", steps=steps(600, 650)),
            row("B", 600, 700, "South"),
        ],
    ],
)
def test_steps_without_room_for_names_are_ticks(made):
    drawing = drawn("day", {"rows": made})
    assert said(drawing, "step-name") == []
    (line,) = of(drawing, Line, "step")
    assert line.to_x - line.x == 10


def test_steps_too_close_to_each_other_are_not_all_drawn():
    drawing = drawn("day", {"rows": [row("Many", 600, 640, steps=steps(*range(600, 640)))]})
    lines = [line.y for line in of(drawing, Line, "step")]
    assert all(after - before >= 5 for before, after in pairwise(lines))


def test_a_step_outside_its_session_is_not_drawn():
    drawing = drawn("day", {"rows": [row("A", 600, 700, steps=steps(500, 700))]})
    assert of(drawing, Line, "step") == []


def test_long_names_of_steps_are_cut_short():
    many = [{"label": "word " * 40, "start": 600}]
    (name,) = said(drawn("day", {"rows": [row("A", 600, 700, steps=many)]}), "step-name")
    assert name.endswith(" …")


def test_a_fixed_start_has_a_padlock_that_is_explained():
    drawing = drawn("day", {"rows": [row("A", 600, 660, locked=True), row("B", 660, 700)]})
    assert len(of(drawing, Mark, "lock")) == 2
    assert said(drawing, "words") == ["A", "B", "fixed start"]
    assert all(label.y <= drawing.height for label in of(drawing, Label, "words"))


def test_a_day_without_fixed_starts_has_no_padlock():
    assert of(drawn("day", {"rows": [row("A", 600, 660)]}), Mark, "lock") == []


def test_what_is_over_and_what_is_on_is_told_in_words_too():
    made = [row("A", 0, 60, state="done"), row("B", 60, 99, state="running"), row("C", 99, 120)]
    drawing = drawn("day", {"rows": made})
    assert said(drawing, "words") == ["A · done", "B · now", "C"]
    assert [box.use.split()[-1] for box in of(drawing, Box, "row")] == [
        "done",
        "running",
        "planned",
    ]


def test_what_is_over_shows_no_steps():
    made = [row("A", 0, 100, state="done", steps=steps(0, 50))]
    assert of(drawn("day", {"rows": made}), Line, "step") == []


def test_rows_of_a_day_that_is_too_full_stand_side_by_side():
    drawing = drawn("day", {"rows": [row("A", 0, 70), row("Lunch", 60, 100, kind="lunch")]})
    one, other = of(drawing, Box, "row")
    assert not overlap(one, other)
    assert other.y < one.y + one.height


def test_a_night_takes_little_room():
    drawing = drawn("day", {"rows": [row("A", 0, 60), row("Open", 60, 900, kind="gap")]})
    heights = [box.height for box in of(drawing, Box, "row")]
    assert heights[1] < heights[0]


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"rows": []},
        {"rows": 3},
        {"rows": [{"label": "a"}]},
        {"rows": [row("a", "09:30", "10:00")]},
        {"rows": [row("a", 10, 10)]},
        {"rows": [row("a", 10, 20, f"Track {number}") for number in range(7)]},
        {"rows": [row("a", 10, 20)] * 7},
        {"rows": [row("a", 10, 20, steps=[{"label": "b"}])]},
        {"rows": [row("a", 10, 20, steps=[{"label": "b", "start": "10"}])]},
        {"rows": [row("a", 10, 20, steps=3)]},
        {"rows": [row("a", 10, 20)] * 121},
    ],
)
def test_a_day_of_other_data_is_not_drawn(data):
    assert drawing_of(Figure("day", data, "alt", TABLE)) is None


def page(kind, data):
    figure = Figure(kind, data, "What it shows", TABLE, caption="The year")
    report = Report("r", "T", "public", [figure])
    return HtmlRenderer().render(report, Style("s", "S")).decode()


def test_a_drawing_is_described_and_has_its_table():
    text = page("timeline", {"points": [point("2027-01-19")]})
    assert '<svg role="img" aria-labelledby="alt_1"' in text
    assert '<title id="alt_1">What it shows</title>' in text
    assert "<details>\n<summary>The same as a table</summary>\n<table" in text


def test_a_figure_of_an_unknown_kind_is_told_and_tabled():
    text = page("constellation", {"stars": 3})
    assert "<svg" not in text
    assert '<p class="alt">What it shows</p>\n<table' in text
