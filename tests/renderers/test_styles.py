import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.renderers import built_in_styles
from workshopcore.renderers.html.colour import contrast
from workshopcore.renderers.html.look import language, logo, palette, stylesheet

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
# Each text colour with the ground it stands on, and each line that shows where a field is.
TEXTS = [
    ("text", "paper"),
    ("muted", "paper"),
    ("accent-text", "paper"),
    ("warning", "paper"),
    ("success", "paper"),
    ("soft-text", "soft"),
    ("soft-accent", "soft"),
]


@pytest.mark.parametrize("style", built_in_styles(), ids=lambda style: style.key)
@pytest.mark.parametrize(("colour", "ground"), TEXTS)
def test_built_in_styles_can_be_read(style, colour, ground):
    colours = palette(style)
    assert contrast(colours[colour], colours[ground]) >= 4.5


@pytest.mark.parametrize("style", built_in_styles(), ids=lambda style: style.key)
def test_built_in_colours_need_no_correction(style):
    colours = palette(style)
    assert colours["text"] == style.colours["text"]
    assert colours["accent-text"] == colours["soft-accent"] == style.colours["accent"]


@given(st.fixed_dictionaries(dict.fromkeys(("text", "paper", "accent", "soft", "line"), COLOURS)))
def test_any_house_colours_are_made_readable(chosen):
    colours = palette(Style("house", "House", colours=chosen))
    assert all(contrast(colours[one], colours[ground]) >= 4.5 for one, ground in TEXTS)
    assert contrast(colours["edge"], colours["paper"]) >= 3


def test_styles_differ():
    plain, civic = sorted(built_in_styles(), key=lambda style: style.key, reverse=True)
    assert (plain.key, civic.key) == ("plain", "civic")
    assert set(plain.colours.values()).isdisjoint(civic.colours.values())
    assert plain.fonts != civic.fonts


def test_an_empty_style_looks_like_the_default():
    plain = next(style for style in built_in_styles() if style.key == "plain")
    assert stylesheet(Style("bare", "Bare"), "T", False) == stylesheet(plain, "T", False)


@pytest.mark.parametrize("use", ["text", "paper", "accent", "soft", "line"])
def test_a_colour_that_would_end_the_style_element_is_refused(use):
    with pytest.raises(RenderError, match="expected a colour"):
        stylesheet(Style("bad", "Bad", colours={use: "#fff}</style>"}), "T", False)


@pytest.mark.parametrize("fonts", ["Georgia; color: red", "</style>", "", 12])
def test_fonts_that_are_none_are_refused(fonts):
    with pytest.raises(RenderError, match="expected font families"):
        stylesheet(Style("bad", "Bad", fonts={"body": fonts}), "T", False)


def test_paper_and_direction_reach_the_page():
    letter = evolve(built_in_styles()[0], paper="Letter")
    assert "@page{size:letter;" in stylesheet(letter, "T", False)
    assert "@page{size:A4 landscape;" in stylesheet(built_in_styles()[0], "T", True)


def test_a_title_in_css_is_letters_and_escapes():
    text = stylesheet(Style("s", "S"), '</style>"\\', False)
    assert 'content:"\\3c \\2f style\\3e \\22 \\5c "' in text


@pytest.mark.parametrize(
    "wrong", ["https://example.org/logo.png", "data:text/html,x", 'data:image/png;base64,"x']
)
def test_a_logo_from_elsewhere_is_refused(wrong):
    with pytest.raises(RenderError, match="expected the logo as a data: URI"):
        logo(Style("s", "S", logo=wrong))


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en-GB", "en-GB"), ("cy", "cy"), ("zh-Hant-TW", "zh-Hant-TW"), ("", "en"), ('x" y', "en")],
)
def test_a_language_is_a_tag(tag, expected):
    assert language(tag) == expected
