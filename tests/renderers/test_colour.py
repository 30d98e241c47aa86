import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import RenderError
from workshopcore.renderers.html.colour import checked, contrast, mixed, readable

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


# Published ratios: W3C's understanding documents and WebAIM's contrast checker.
@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#ffffff", 4.0),
        ("#ffff00", "#ffffff", 1.07),
        ("#00f", "#fff", 8.59),
    ],
)
def test_contrast_agrees_with_published_ratios(one, other, ratio):
    assert round(contrast(one, other), 2) == ratio
    assert round(contrast(other, one), 2) == ratio


@given(COLOURS, COLOURS)
def test_a_colour_can_always_be_made_readable(colour, background):
    assert contrast(readable(colour, background), background) >= 4.5


@given(COLOURS, COLOURS)
def test_a_readable_colour_is_left_alone(colour, background):
    if contrast(colour, background) >= 4.5:
        assert readable(colour, background) == colour


def test_more_contrast_than_there_is_gives_what_there_is():
    assert readable("#888888", "#888888", 21.0) == "#000000"


def test_mixing_goes_from_one_to_the_other():
    assert [mixed("#000", "#ff8000", share) for share in (0, 0.5, 1)] == [
        "#000000",
        "#804000",
        "#ff8000",
    ]


@pytest.mark.parametrize("wrong", ["red", "#12345", "#1234567", "#12345g", "", "#fff;}", None])
def test_what_is_no_colour_is_refused(wrong):
    with pytest.raises(RenderError, match="expected a colour such as #1d4f7c"):
        checked(wrong)
