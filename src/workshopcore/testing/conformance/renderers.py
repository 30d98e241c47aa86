"""What every renderer does."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from pathlib import PurePath

import attrs
import pytest
from hypothesis import given

from workshopcore.contracts.report import Figure, Paragraph, Report, Table
from workshopcore.contracts.reports import Renderer, Style
from workshopcore.renderers import built_in_styles
from workshopcore.testing.conformance.inherited import inherited
from workshopcore.testing.conformance.keys import refusal
from workshopcore.testing.conformance.places import (
    PLACES,
    UNDRAWABLE,
    deep,
    everywhere,
    report_with,
)
from workshopcore.testing.documents import HOSTILE, reports, sample_report

__all__ = ["RendererConformance"]

_ONE, _OTHER = "Tuesday", "Wednesday"


class RendererConformance:
    """Tests of a renderer: give it a fixture ``renderer`` that returns yours.

    They know nothing of the file's kind. Whether hostile text is harmless in it, and whether
    people can read it, are questions for tests of your own; ``HOSTILE`` in
    ``workshopcore.testing.documents`` has texts to ask them with.
    """

    style: Style = next(style for style in built_in_styles() if style.key == "plain")
    """The style used in these tests."""

    def render(self, renderer: Renderer, report: Report) -> bytes:
        """Return the bytes of a report."""
        data = renderer.render(report, self.style)
        assert isinstance(data, bytes)
        return data

    def tells_apart(self, renderer: Renderer, one: Report, other: Report) -> bool:
        """Return whether two reports that differ in a word give files that differ."""
        return self.render(renderer, one) != self.render(renderer, other)

    def test_toolkit_accepts_it(self, renderer: Renderer) -> None:
        assert refusal("renderers", renderer) == ""
        assert renderer.title.strip()
        assert PurePath("x" + renderer.suffix).suffix
        assert renderer.media_type.count("/") == 1

    def test_every_kind_of_block_is_written(self, renderer: Renderer) -> None:
        whole = sample_report()
        assert self.render(renderer, whole)
        for block in whole.blocks:
            assert self.render(renderer, attrs.evolve(whole, blocks=[block]))

    @pytest.mark.parametrize("place", PLACES)
    def test_words_in_every_place_are_written(self, renderer: Renderer, place: str) -> None:
        made = PLACES[place]
        one, other = report_with(made(_ONE)), report_with(made(_OTHER))
        assert self.tells_apart(renderer, one, other), f"what the {place} says is lost"

    def test_title_subtitle_and_day_are_written(self, renderer: Renderer) -> None:
        plain = report_with(Paragraph("words"))
        for change in ({"title": _ONE}, {"subtitle": _ONE}, {"as_of": date(2027, 6, 30)}):
            changed = attrs.evolve(plain, **change)
            assert self.tells_apart(renderer, plain, changed), f"the {next(iter(change))} is lost"

    def test_words_deeper_than_headings_go_are_written(self, renderer: Renderer) -> None:
        assert self.tells_apart(renderer, deep(_ONE), deep(_OTHER))

    def test_block_for_the_readers_is_written(self, renderer: Renderer) -> None:
        # A toolkit has already taken out what is not for them.
        one, other = (
            report_with(Paragraph(text, audience=["participants"])) for text in (_ONE, _OTHER)
        )
        assert self.tells_apart(renderer, one, other)

    def test_report_without_blocks_is_written(self, renderer: Renderer) -> None:
        assert self.render(renderer, attrs.evolve(sample_report(), blocks=[]))

    def test_same_report_gives_the_same_bytes(self, renderer: Renderer) -> None:
        assert self.render(renderer, sample_report()) == self.render(renderer, sample_report())

    def test_one_report_leaves_no_trace_in_the_next(self, renderer: Renderer) -> None:
        alone = self.render(renderer, report_with(Paragraph(_ONE)))
        self.render(renderer, sample_report())
        assert self.render(renderer, report_with(Paragraph(_ONE))) == alone

    def test_report_and_style_stay_as_they_were(self, renderer: Renderer) -> None:
        report, style = sample_report(), deepcopy(self.style)
        self.render(renderer, report)
        assert report == sample_report()
        assert self.style == style

    def test_style_that_leaves_everything_open_is_taken(self, renderer: Renderer) -> None:
        assert isinstance(renderer.render(sample_report(), Style("acme:bare", "Bare")), bytes)

    @pytest.mark.parametrize("kind", UNDRAWABLE)
    def test_figure_that_cannot_be_drawn_says_what_its_table_says(
        self, renderer: Renderer, kind: str
    ) -> None:
        # The cell only stands in the table: a file that changes with it has printed it.
        one, other = (
            report_with(Figure(kind, {}, "A day", Table(["Day"], [[cell]])))
            for cell in (_ONE, _OTHER)
        )
        assert self.tells_apart(renderer, one, other)

    @pytest.mark.parametrize("text", HOSTILE)
    def test_hostile_text_everywhere_is_written(self, renderer: Renderer, text: str) -> None:
        assert self.render(renderer, everywhere(text))

    @inherited
    @given(report=reports())
    def test_any_report_is_written(self, renderer: Renderer, report: Report) -> None:
        assert self.render(renderer, report) == self.render(renderer, report)
