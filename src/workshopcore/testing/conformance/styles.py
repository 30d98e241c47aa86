"""What every style does."""

from __future__ import annotations

import re
from typing import get_args, get_type_hints

from workshopcore.contracts.reports import Style
from workshopcore.renderers import built_in_renderers
from workshopcore.renderers.html.colour import contrast
from workshopcore.testing.conformance.keys import refusal
from workshopcore.testing.documents import sample_report

__all__ = ["StyleConformance"]

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3}")
_LANGUAGE = re.compile(r"([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?")
# Small text on its ground, by the Web Content Accessibility Guidelines 2.2, level AA.
_ENOUGH = 4.5
_TEXT_ON_GROUND = (("text", "paper"), ("text", "soft"), ("accent", "paper"))


class StyleConformance:
    """Tests of a house style: give it a fixture ``style`` that returns yours."""

    def test_toolkit_accepts_it(self, style: Style) -> None:
        assert refusal("styles", style) == ""
        assert style.title.strip()

    def test_colours_are_hexadecimal(self, style: Style) -> None:
        strange = {use: it for use, it in style.colours.items() if not _COLOUR.fullmatch(it)}
        assert strange == {}

    def test_text_can_be_read_on_its_ground(self, style: Style) -> None:
        for text, ground in _TEXT_ON_GROUND:
            if text in style.colours and ground in style.colours:
                ratio = contrast(style.colours[text], style.colours[ground])
                assert ratio >= _ENOUGH, f"{text} on {ground} has a contrast of {ratio:.2f}"

    def test_logo_is_described_and_travels_with_the_file(self, style: Style) -> None:
        if style.logo:
            assert style.logo.startswith("data:image/"), "a logo is a data: URI"
            assert style.logo_alt.strip(), "somebody who cannot see the logo hears this"

    def test_paper_and_language_are_known(self, style: Style) -> None:
        assert style.paper in get_args(get_type_hints(Style)["paper"])
        assert _LANGUAGE.fullmatch(style.language), "a language is a tag such as en-GB, or empty"

    def test_every_built_in_renderer_takes_it(self, style: Style) -> None:
        for renderer in built_in_renderers():
            assert renderer.render(sample_report(), style)
