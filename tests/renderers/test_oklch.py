"""Colours in OKLCH, against the values that CSS Color 4 and its tests publish."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.renderers.html.colour import channels, contrast
from workshopcore.renderers.styles.oklch import shade_of

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("colour", "lightness", "chroma", "degrees"),
    [
        ("#ff0000", 0.62796, 0.25768, 29.234),
        ("#00ff00", 0.86644, 0.29483, 142.495),
        ("#0000ff", 0.45201, 0.31321, 264.052),
        ("#663399", 0.44027, 0.1603, 303.373),  # rebeccapurple
    ],
)
def test_shade_agrees_with_published_values(colour, lightness, chroma, degrees):
    shade = shade_of(colour)
    assert shade.lightness == pytest.approx(lightness, abs=1e-3)
    assert shade.chroma == pytest.approx(chroma, abs=1e-3)
    assert math.degrees(shade.hue) % 360 == pytest.approx(degrees, abs=0.1)


@given(COLOURS)
def test_shade_at_its_own_lightness_is_the_colour(colour):
    shade = shade_of(colour)
    there, back = channels(colour), channels(shade.at(shade.lightness))
    assert all(abs(one - other) <= 1 for one, other in zip(there, back, strict=True))


@given(COLOURS)
def test_shades_go_from_black_to_white(colour):
    shade = shade_of(colour)
    assert max(channels(shade.at(0))) <= 1
    assert min(channels(shade.at(1))) >= 254


@given(COLOURS, st.floats(0, 0.9))
def test_lighter_shade_is_lighter(colour, lightness):
    shade = shade_of(colour)
    darker, lighter = shade.at(lightness), shade.at(lightness + 0.1)
    assert contrast(darker, "#000000") < contrast(lighter, "#000000")


@pytest.mark.parametrize("lightness", [0.3, 0.5, 0.7])
def test_hue_stays(lightness):
    shade = shade_of("#2c5545")
    other = shade_of(shade.at(lightness))
    assert other.hue == pytest.approx(shade.hue, abs=0.03)
