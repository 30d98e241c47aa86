"""A graph that is too tall for a page is drawn in parts, and nothing is lost by that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import Figure, Report, Section, Table
from workshopcore.language import speaking
from workshopcore.renderers.figure_parts import in_parts
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.html.figures.shapes import Box, Line
from workshopcore.renderers.paper import Paper
from workshopcore.renderers.turning import with_turns

TABLE = Table(["Gain"], [["Trust"]])
TALLEST = 1.3


def graph(*columns, links=(), caption="What leads to what"):
    data = {
        "columns": [
            {"label": f"Column {n}", "nodes": [{"id": id, "label": id.title()} for id in column]}
            for n, column in enumerate(columns)
        ],
        "links": [list(link) for link in links],
    }
    return Figure("trace-graph", data, "A graph.", TABLE, caption=caption)


def several(ends, each, shared=1):
    """Return a graph in which so many things have so many of their own behind them."""
    gains = [f"gain-{n}" for n in range(ends)]
    actions = [f"action-{n}-{m}" for n in range(ends) for m in range(each)]
    start = [f"start-{n}" for n in range(shared)]
    links = [(action, f"gain-{action.split('-')[1]}") for action in actions]
    return graph(start, actions, gains, links=[*links, *((s, a) for s in start for a in actions)])


def nodes(figure):
    return [node["id"] for column in figure.data["columns"] for node in column["nodes"]]


def links(figure):
    return {tuple(link) for link in figure.data["links"]}


def ends(figure):
    return [node["id"] for node in figure.data["columns"][-1]["nodes"]]


def height(figure):
    drawing = drawing_of(figure)
    return drawing.height / drawing.width


def test_graph_that_fits_is_itself():
    figure = several(2, 3)
    assert in_parts(figure, TALLEST) == (figure,)


def test_graph_that_is_too_tall_becomes_as_few_parts_as_will_do_and_as_low_ones():
    figure = several(8, 5)
    parts = in_parts(figure, TALLEST)

    assert height(figure) > TALLEST
    assert height(several(5, 5)) < TALLEST  # so 5 and 3 would do, but one is taller than it need be
    assert [ends(part) for part in parts] == [
        ["gain-0", "gain-1", "gain-2", "gain-3"],
        ["gain-4", "gain-5", "gain-6", "gain-7"],
    ]
    assert {"start-0"} <= set(nodes(parts[0])) & set(nodes(parts[1]))


def test_parts_are_numbered_and_say_what_they_show():
    parts = in_parts(several(8, 5), TALLEST)

    assert [part.caption for part in parts] == [
        "What leads to what (1 of 2)",
        "What leads to what (2 of 2)",
    ]
    assert parts[1].alt == "A graph. Part 2 of 2: Gain-4; Gain-5; Gain-6; Gain-7"
    assert [part.table for part in parts] == [TABLE, TABLE]


def test_parts_are_numbered_in_the_language_of_the_document():
    with speaking("de"):
        first, *_ = in_parts(several(8, 5), TALLEST)
    assert first.caption == "What leads to what (1 von 2)"
    assert first.alt.startswith("A graph. Teil 1 von 2: Gain-0;")


def test_what_leads_to_one_thing_stays_together_however_tall_it_is():
    parts = in_parts(several(2, 30), TALLEST)
    assert [ends(part) for part in parts] == [["gain-0"], ["gain-1"]]
    assert min(map(height, parts)) > TALLEST


@pytest.mark.parametrize(
    "figure",
    [
        several(1, 40),
        graph([f"a-{n}" for n in range(40)], ["x", "y"], links=[("a-1", "x")]),
        graph([f"a-{n}" for n in range(40)], []),
        Figure("trace-graph", {"columns": 3}, "alt", TABLE),
        Figure("timeline", {"points": []}, "alt", TABLE),
    ],
    ids=["one end", "what leads nowhere", "no end", "no data", "another kind"],
)
def test_what_cannot_be_taken_apart_is_itself(figure):
    assert in_parts(figure, 0.1) == (figure,)


@given(st.data())
def test_nothing_is_lost_and_nothing_is_added(data):
    names = [[f"{c}{n}" for n in range(data.draw(st.integers(1, 8)))] for c in "abc"]
    behind = [
        (data.draw(st.sampled_from(names[column])), target)
        for column in (0, 1)
        for target in names[column + 1]
        for _ in range(data.draw(st.integers(0, 3)))
    ]
    figure = graph(*names, links=behind)
    tallest = data.draw(st.floats(0.1, 0.6))
    parts = in_parts(figure, tallest)

    assert {node for part in parts for node in nodes(part)} == set(nodes(figure))
    assert set().union(*map(links, parts)) == links(figure)
    assert [end for part in parts for end in ends(part)] == names[2]
    for part in parts:
        inside = set(nodes(part))
        assert links(part) == {link for link in links(figure) if link[1] in inside}
        assert len(parts) == 1 or len(ends(part)) == 1 or height(part) <= tallest


BARS = {
    "points": ["No", "Partly", "Yes"],
    "bars": [
        {"label": f"Bar {n}", "group": group, "counts": counts, "answered": 9, "asked": 9}
        for group, counts in (("One", [5, 2, 2]), ("Two", [0, 1, 8]), ("Three", [0, 0, 0]))
        for n in range(5)
    ],
}
DOTS = {
    "points": ["No", "Partly", "Yes"],
    "rows": ["Before", "After"],
    "items": [{"label": f"Question {n}", "counts": [[3, 2, 1], [1, 2, n]]} for n in range(1, 6)],
}


def test_bars_are_taken_apart_by_their_groups_and_keep_their_scale():
    whole = Figure("diverging-bars", BARS, "Bars.", TABLE, caption="Answers")
    parts = in_parts(whole, 0.5)
    middles = {line.x for part in parts for line in drawing_of(part).shapes if is_middle(line)}
    lengths = {
        tuple(box.width for box in drawing_of(each).shapes if is_answer(box))
        for each in (whole, parts[1])
    }

    assert [{bar["group"] for bar in part.data["bars"]} for part in parts] == [
        {"One"},
        {"Two"},
        {"Three"},
    ]
    assert [part.alt for part in parts] == [
        f"Bars. Part {n} of 3: {name}" for n, name in ((1, "One"), (2, "Two"), (3, "Three"))
    ]
    assert len(middles) == 1
    short, long = sorted(lengths, key=len)
    assert set(short) <= set(long)


def is_middle(shape):
    return isinstance(shape, Line) and shape.use == "axis"


def is_answer(shape):
    return isinstance(shape, Box) and shape.height > 20


def test_answers_before_and_after_are_taken_apart_by_question():
    parts = in_parts(Figure("before-after-dots", DOTS, "Dots.", TABLE, caption="Change"), 0.6)

    assert [item["label"] for part in parts for item in part.data["items"]] == [
        f"Question {n}" for n in range(1, 6)
    ]
    assert [part.caption for part in parts] == [f"Change ({n} of 3)" for n in (1, 2, 3)]
    assert parts[0].alt == "Dots. Part 1 of 3: Question 1; Question 2"


@pytest.mark.parametrize("reach", [(0,), (-1, 3), ("a", "b"), 7, (1, 2, 3)])
def test_reach_that_is_none_is_not_drawn(reach):
    assert drawing_of(Figure("diverging-bars", {**BARS, "reach": reach}, "Bars.", TABLE)) is None


def test_pages_have_the_parts_one_after_another_and_the_table_with_the_last():
    report = Report("x", "X", "public", [Section("Trace", [several(8, 5)])])
    [section] = with_turns(report.blocks, Paper())

    assert [block.kind for block in section.blocks] == ["trace-graph", "trace-graph"]
    assert [len(block.table.columns) for block in section.blocks] == [0, 1]
    assert section.blocks[1].table == TABLE
