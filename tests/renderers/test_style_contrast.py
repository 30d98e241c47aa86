"""Which colours of a style cannot be read, and what would do instead."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshopcore.renderers import built_in_styles
from workshopcore.renderers.html.colour import contrast
from workshopcore.renderers.html.look import palette
from workshopcore.renderers.styles.contrast import PAIRS, faint_colours, rounded
from workshopcore.renderers.styles.oklch import shade_of

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
USES = ("text", "paper", "accent", "soft", "line")
PALETTES = st.fixed_dictionaries({}, optional=dict.fromkeys(USES, COLOURS))


def told(colours):
    return [(one.use, one.ground, rounded(one.ratio)) for one in faint_colours(colours)]


@pytest.mark.parametrize("style", built_in_styles(), ids=lambda style: style.key)
def test_built_in_styles_can_be_read(style):
    assert told(style.colours) == []


@pytest.mark.parametrize(
    ("grey", "ratio"),
    # WebAIM's contrast checker; the last is the palest grey that passes on white.
    [("#777777", "4.47"), ("#787878", "4.41"), ("#999999", "2.84"), ("#767676", None)],
)
def test_text_on_white_is_measured_as_published(grey, ratio):
    found = told({"text": grey, "paper": "#ffffff", "soft": "#ffffff"})
    expected = [] if ratio is None else [("text", "paper", ratio), ("text", "soft", ratio)]
    assert [one for one in found if one[0] == "text"] == expected


def test_every_pair_that_fails_is_told():
    same = dict.fromkeys(USES, "#808080")
    assert [(use, ground) for use, ground, _ in told(same)] == list(PAIRS)


def test_rule_has_only_to_be_seen():
    assert told({"line": "#e0e0e0"}) == [("line", "soft", "1.18")]
    assert told({"line": "#d0d0d0"}) == []


def test_cure_is_darker_on_a_pale_ground_and_paler_on_a_dark_one():
    (dark,) = [one for one in faint_colours({"accent": "#6f9fc0"}) if one.ground == "paper"]
    assert contrast(dark.cure["accent"], "#000") < contrast("#6f9fc0", "#000")
    night = {"paper": "#101418", "soft": "#1b2228", "text": "#f0f3f5", "accent": "#1f567d"}
    pale = next(faint_colours(night))
    assert contrast(pale.cure["accent"], "#000") > contrast("#1f567d", "#000")


@pytest.mark.parametrize("accent", ["#6f9fc0", "#e07b39", "#5fb38a", "#d66ba0"])
def test_cure_has_the_hue_of_what_it_cures_and_is_the_nearest(accent):
    (first, *_) = faint_colours({"accent": accent})
    own, cured = shade_of(accent), shade_of(first.cure["accent"])
    assert cured.hue == pytest.approx(own.hue, abs=0.03)
    a_little_back = cured.at(cured.lightness + 0.02)
    assert any(use == "accent" for use, _, _ in told({"accent": a_little_back}))


@settings(max_examples=60)
@given(PALETTES)
def test_whoever_follows_every_advice_is_done(colours):
    found = list(faint_colours(colours))
    cured = dict(colours)
    for one in found:
        cured.update(one.cure)
    assert told(cured) == []
    assert "paper" not in {use for one in found for use in one.cure}


@settings(max_examples=60)
@given(PALETTES)
def test_each_advice_alone_cures_its_pair(colours):
    defaults = palette(built_in_styles()[1])
    for one in faint_colours(colours):
        cured = {**defaults, **colours, **one.cure}
        assert contrast(cured[one.use], cured[one.ground]) >= one.wanted


def test_tint_that_no_text_can_be_read_on_gives_way():
    found = next(faint_colours({"text": "#f0f0f0", "paper": "#202020", "soft": "#e8e8e8"}))
    assert (found.use, found.ground) == ("text", "soft")
    assert "text" not in found.cure
    assert contrast(found.cure["soft"], "#f0f0f0") >= 4.5


def test_colours_that_pass_are_left_as_they_are_by_every_renderer():
    colours = {"accent": "#6d2b57", "soft": "#f7eff4", "text": "#2a1f28", "paper": "#ffffff"}
    assert told(colours) == []
    shown = palette(built_in_styles()[1].__class__("a:b", "B", colours=colours))
    assert {shown[use] for use in ("accent", "accent-text", "soft-accent")} == {"#6d2b57"}
    assert {shown[use] for use in ("text", "soft-text")} == {"#2a1f28"}
