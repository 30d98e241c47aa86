"""Figures as the shapes of Office: where they are, and how they look."""

import math
import re

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.reports import Style
from workshopcore.renderers import built_in_styles
from workshopcore.renderers.html.figures.shapes import Box, Drawing, Label, Line, Mark
from workshopcore_office.drawings import Look, looks_of, pieces_of
from workshopcore_office.drawings.paths import steps_of

PLAIN = next(style for style in built_in_styles() if style.key == "plain")


def piece(shape, style=PLAIN, scale=1.0):
    (only,) = pieces_of(Drawing(100, 100, (shape,)), looks_of(style), scale)
    return only


@pytest.mark.parametrize(
    ("kind", "use", "look"),
    [
        ("box", "nothing-known", Look()),
        ("box", "band", Look(fill="#eef3f7")),
        ("line", "tick", Look(stroke="#c9d2da")),
        ("label", "moment", Look(fill="#1b2127", bold=True)),
        ("label", "tick-name", Look(fill="#1b2127", size=11.5)),
        ("mark", "covered-sign", Look(fill="", stroke="#ffffff", width=2.5)),
    ],
)
def test_looks_are_those_of_the_stylesheet(kind, use, look):
    found = looks_of(PLAIN).of(kind, use)

    assert (found.fill, found.stroke, found.width, found.size, found.bold) == (
        *(look.fill, look.stroke, look.width, look.size, look.bold),
    )


def test_rule_for_two_uses_counts_over_a_later_one_for_one():
    looks = looks_of(PLAIN)

    assert looks.of("box", "part tone-done") == looks.of("box", "part tone-done")
    assert looks.of("box", "part tone-done").fill == "#1f567d"
    assert looks.of("box", "part").fill == "#ffffff"


def test_dashes_and_faint_lines_are_seen():
    looks = looks_of(PLAIN)

    assert looks.of("box", "node node-weak").dashed is True
    assert looks.of("line", "step").stroke not in ("", looks.of("line", "axis").stroke)


def test_line_is_a_path_in_its_box():
    drawn = piece(Line(10, 20, 30, 5, "tick"))

    assert (drawn.x, drawn.y, drawn.width, drawn.height) == (95250, 47625, 190500, 142875)
    assert re.findall(r'<a:pt x="(\d+)" y="(\d+)"/>', drawn.drawn) == [
        ("0", "142875"),
        ("190500", "0"),
    ]
    assert '<a:path w="190500" h="142875" fill="none">' in drawn.drawn


def test_box_has_its_corners_and_colours():
    drawn = piece(Box(0, 0, 60, 20, "part tone-done", round=5))

    assert '<a:prstGeom prst="roundRect">' in drawn.drawn
    assert 'fmla="val 25000"' in drawn.drawn  # half the shorter side is 50,000
    assert drawn.drawn.count('<a:srgbClr val="1F567D"/>') == 2


def test_box_of_no_height_is_drawn_without_corners():
    assert 'fmla="val 0"' in piece(Box(0, 0, 60, 0, "part")).drawn


def test_short_colours_are_written_in_full():
    style = Style("acme:s", "S", colours={"soft": "#abc"})

    assert '<a:srgbClr val="AABBCC"/>' in piece(Box(0, 0, 9, 9, "band"), style).drawn


def test_scale_reaches_places_lines_and_letters():
    one, two = (piece(Label(10, 20, "Now", "clock"), scale=scale) for scale in (1, 2))

    assert (two.width, two.height) == pytest.approx((2 * one.width, 2 * one.height), abs=2)
    assert two.text.points == 2 * one.text.points


@pytest.mark.parametrize(("anchor", "side"), [("start", 0.0), ("middle", 0.5), ("end", 1.0)])
def test_label_stands_where_its_anchor_says(anchor, side):
    drawn = piece(Label(50, 20, "Ünow\n", "clock", anchor))

    assert drawn.x + side * drawn.width == pytest.approx(50 * 9525, abs=2)
    assert drawn.y < 20 * 9525 < drawn.y + drawn.height
    assert (drawn.text.words, drawn.text.anchor, drawn.text.bold) == ("Ünow ", anchor, True)


@frozen
class Cloud:
    """A shape that nobody has drawn yet."""

    kind: str = "cloud"
    use: str = "band"


def test_shape_that_nobody_knows_is_an_error():
    with pytest.raises(TypeError, match="expected a shape of a drawing, found Cloud"):
        list(pieces_of(Drawing(1, 1, (Cloud(),)), looks_of(PLAIN), 1.0))


def test_path_of_nothing_is_a_point():
    assert (piece(Mark("", "sign")).width, piece(Mark("", "sign")).height) == (0, 0)


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("M1 2L3 4", (("move", ((1, 2),)), ("line", ((3, 4),)))),
        ("M1 2m3 4", (("move", ((1, 2),)), ("move", ((4, 6),)))),
        (
            "M1 2l1 1H9V8h-1v-2",
            (
                ("move", ((1, 2),)),
                ("line", ((2, 3),)),
                ("line", ((9, 3),)),
                ("line", ((9, 8),)),
                ("line", ((8, 8),)),
                ("line", ((8, 6),)),
            ),
        ),
        ("M1 1 2 2", (("move", ((1, 1),)), ("line", ((2, 2),)))),
        (
            "m1 1l2 0zl0 5",
            (
                ("move", ((1, 1),)),
                ("line", ((3, 1),)),
                ("close", ()),
                ("line", ((1, 6),)),
            ),
        ),
        ("M1 1a2 2 0 0 1 0 0", (("move", ((1, 1),)),)),
        ("M.5-1e1l-.5.5", (("move", ((0.5, -10),)), ("line", ((0, -9.5),)))),
    ],
)
def test_path_becomes_steps_from_the_origin(path, steps):
    assert steps_of(path) == steps


@given(
    radius=st.floats(1, 50),
    start=st.floats(0, 6.28),
    turn=st.floats(0.1, 6.1),
    clockwise=st.booleans(),
)
def test_arc_stays_on_its_circle(radius, start, turn, clockwise):
    """Points of the curves, worked out here with Bernstein's polynomials, lie on the circle."""
    centre = (10.0, -5.0)
    end = start + (turn if clockwise else -turn)
    (x, y), (to_x, to_y) = (
        (centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle))
        for angle in (start, end)
    )
    large = int(turn > math.pi)
    path = f"M{x!r} {y!r}A{radius!r} {radius!r} 0 {large} {int(clockwise)} {to_x!r} {to_y!r}"

    at = (x, y)
    for kind, points in steps_of(path)[1:]:
        assert kind == "curve"
        for t in (0.25, 0.5, 0.75, 1.0):
            corners = (at, *points)
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
            px, py = (
                sum(weight * corner[axis] for weight, corner in zip(weights, corners, strict=True))
                for axis in (0, 1)
            )
            assert math.dist((px, py), centre) == pytest.approx(radius, rel=2e-3, abs=1e-3)
        at = points[-1]
    assert at == pytest.approx((to_x, to_y), abs=1e-6)
