import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import Figure, Report, Table
from workshopcore.contracts.reports import Style
from workshopcore.renderers import HtmlRenderer
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.html.figures.shapes import Box, Label, Line

TABLE = Table(["Gain"], [["Trust"]])


def column(label, *nodes):
    return {"label": label, "nodes": [{"id": node, "label": node.title()} for node in nodes]}


def drawing(columns, links):
    return drawing_of(Figure("trace-graph", {"columns": columns, "links": links}, "alt", TABLE))


def drawn(columns, links):
    made = drawing(columns, links)
    assert made is not None
    return made


def of(made, shape, use):
    return [s for s in made.shapes if isinstance(s, shape) and use in s.use.split()]


TWO = [column("From", "a", "b", "c"), column("To", "x", "y", "z")]


def test_every_node_has_a_box_with_its_label_inside():
    made = drawn(TWO, [])
    boxes, names = of(made, Box, "node"), of(made, Label, "node-name")

    assert [name.text for name in names] == ["A", "B", "C", "X", "Y", "Z"]
    for box, name in zip(boxes, names, strict=True):
        assert box.x < name.x < box.x + box.width
        assert box.y < name.y < box.y + box.height


def test_columns_stand_side_by_side_under_their_headings():
    made = drawn(TWO, [])
    lefts = sorted({box.x for box in of(made, Box, "node")})

    assert [(label.text, label.x) for label in of(made, Label, "moment")] == [
        ("From", lefts[0]),
        ("To", lefts[1]),
    ]


def test_heading_that_is_wider_than_its_column_goes_on_below():
    wide = [column("Actions and decisions that were taken together", "a"), column("To", "x")] * 2
    for number, each in enumerate(wide):
        wide[number] = {**each, "nodes": [{"id": str(number), "label": "A"}]}
    made = drawn(wide, [])
    heads = of(made, Label, "moment")

    assert [label.text for label in heads if label.x == heads[0].x] == [
        "Actions and decisions",
        "that were taken together",
    ]
    assert max(label.y for label in heads) < min(box.y for box in of(made, Box, "node"))


def test_line_runs_from_the_side_of_one_box_to_the_side_of_the_other():
    made = drawn([column("From", "a"), column("To", "x")], [("a", "x")])
    first, last = of(made, Box, "node")
    (line,) = of(made, Line, "edge")

    assert (line.x, line.y) == (first.x + first.width, first.y + first.height / 2)
    assert (line.to_x, line.to_y) == (last.x, last.y + last.height / 2)


def crossings(made):
    lines = of(made, Line, "edge")
    return sum(
        (one.y - other.y) * (one.to_y - other.to_y) < 0
        for number, one in enumerate(lines)
        for other in lines[:number]
    )


def test_boxes_are_put_near_what_they_are_linked_to():
    assert crossings(drawn(TWO, [("a", "z"), ("b", "y"), ("c", "x")])) == 0


@given(st.data())
def test_boxes_of_a_column_never_overlap_and_nothing_leaves_the_drawing(data):
    words = st.lists(st.text(max_size=80), min_size=1, max_size=8)
    columns = [
        {
            "label": "Column",
            "nodes": [
                {"id": f"{number}-{place}", "label": text}
                for place, text in enumerate(data.draw(words))
            ],
        }
        for number in range(data.draw(st.integers(2, 5)))
    ]
    names = [[node["id"] for node in each["nodes"]] for each in columns]
    pairs = [
        (a, b) for n, left in enumerate(names) for right in names[n + 1 :]
        for a in left for b in right
    ]  # fmt: skip
    made = drawn(columns, data.draw(st.lists(st.sampled_from(pairs), max_size=20, unique=True)))

    boxes = of(made, Box, "node")
    assert len(boxes) == sum(map(len, names))
    for place, one in enumerate(boxes):
        assert one.x >= 0
        assert one.x + one.width <= made.width
        assert one.y >= 0
        assert one.y + one.height <= made.height
        for other in boxes[:place]:
            apart = one.y + one.height <= other.y or other.y + other.height <= one.y
            assert one.x != other.x or apart


def test_long_label_is_cut_and_says_so():
    made = drawn([column("From", "a long story " * 30), column("To", "x")], [])
    names = [label.text for label in of(made, Label, "node-name")]

    assert len(names) == 6
    assert [name.endswith(" …") for name in names] == [False, False, False, False, True, False]


@pytest.mark.parametrize(("tone", "use"), [("strong", "strong"), ("weak", "weak"), ("?", "plain")])
def test_tone_is_shown_by_the_frame(tone, use):
    node = {"id": "a", "label": "A", "tone": tone}
    made = drawn([{"label": "From", "nodes": [node]}, column("To", "x")], [])

    assert [box.use for box in of(made, Box, "node")] == [f"node node-{use}", "node node-plain"]


@pytest.mark.parametrize(
    ("columns", "links"),
    [
        ([column("One", "a")], []),
        ([column("From"), column("To")], []),
        (TWO, [("a", "nobody")]),
        (TWO, [("x", "a")]),
        (TWO, [("a", "b")]),
        ([column("From", "a"), column("To", "a")], []),
        ([column("From", *(f"n{n}" for n in range(61))), column("To", "x")], []),
        (TWO, [("a", "x")] * 601),
        ([{"label": "From"}, column("To", "x")], []),
        ("columns", []),
        (TWO, "ax"),
    ],
)
def test_what_is_no_graph_is_left_to_the_table(columns, links):
    assert drawing(columns, links) is None


def test_page_shows_the_graph_and_its_table():
    figure = Figure("trace-graph", {"columns": TWO, "links": [("a", "<x>")]}, "Two <b>", TABLE)
    shown = Figure("trace-graph", {"columns": TWO, "links": [("a", "x")]}, "Two <b>", TABLE)

    report = Report("r", "R", "public", [shown, figure])
    page = HtmlRenderer().render(report, Style("s", "S")).decode()

    assert page.count("<svg") == 1
    assert page.count("Two &lt;b&gt;") == 3
    assert "Two <b>" not in page
