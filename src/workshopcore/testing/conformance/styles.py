"""What every style does."""

from __future__ import annotations

from collections.abc import Mapping

from workshopcore.contracts.reports import Style
from workshopcore.renderers import built_in_renderers
from workshopcore.renderers.styles.checking import faults_of
from workshopcore.renderers.styles.contrast import faint_colours
from workshopcore.testing.conformance.keys import refusal
from workshopcore.testing.documents import sample_report

__all__ = ["StyleConformance"]


class StyleConformance:
    """Tests of a house style: give it a fixture ``style`` that returns yours."""

    def test_toolkit_accepts_it(self, style: Style) -> None:
        assert refusal("styles", style) == ""
        assert style.title.strip()

    def test_colours_are_hexadecimal(self, style: Style) -> None:
        assert _wrong(style, "colours") == []

    def test_text_can_be_read_on_its_ground(self, style: Style) -> None:
        """Colours that it leaves out are the default style's."""
        if not _wrong(style, "colours"):
            assert [str(faint) for faint in faint_colours(style.colours)] == []

    def test_logo_is_described_and_travels_with_the_file(self, style: Style) -> None:
        for picture in filter(None, (style.logo, style.logo_raster)):
            assert picture.startswith("data:image/"), "a logo is a data: URI"
            described = style.logo_alt.strip() or style.house.strip()
            assert described, "somebody who cannot see the logo hears this"

    def test_paper_and_language_are_known(self, style: Style) -> None:
        assert _wrong(style, "paper") + _wrong(style, "language") == []

    def test_fonts_margins_and_looks_are_known(self, style: Style) -> None:
        looks = ("fonts", "margins", "headings", "tables")
        assert [fault for field in looks for fault in _wrong(style, field)] == []

    def test_dates_and_wording_say_something(self, style: Style) -> None:
        assert _wrong(style, "dates") + _wrong(style, "wording") == []

    def test_every_built_in_renderer_takes_it(self, style: Style) -> None:
        for renderer in built_in_renderers():
            assert renderer.render(sample_report(), style)


def _wrong(style: Style, field: str) -> list[str]:
    """Return what is wrong with one field of a style, beside how its colours go together."""
    value = getattr(style, field)
    said = {field: dict(value) if isinstance(value, Mapping) else value}
    return [str(fault) for fault in faults_of(said) if fault.path.startswith(field)]
