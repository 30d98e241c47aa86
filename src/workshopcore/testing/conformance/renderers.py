"""What every renderer does."""

from __future__ import annotations

from copy import deepcopy
from pathlib import PurePath

import attrs
import pytest
from hypothesis import given

from workshopcore.contracts.report import Block, Figure, Report, Table
from workshopcore.contracts.reports import Renderer, Style
from workshopcore.renderers import built_in_styles
from workshopcore.testing.conformance.inherited import inherited
from workshopcore.testing.conformance.keys import refusal
from workshopcore.testing.documents import HOSTILE, reports, sample_report

__all__ = ["RendererConformance"]


class RendererConformance:
    """Tests of a renderer: give it a fixture ``renderer`` that returns yours.

    They know nothing of the file's kind. Whether hostile text is harmless in it, and whether
    people can read it, are questions for tests of your own.
    """

    style: Style = next(style for style in built_in_styles() if style.key == "plain")
    """The style used in these tests."""

    def render(self, renderer: Renderer, report: Report) -> bytes:
        """Return the bytes of a report."""
        data = renderer.render(report, self.style)
        assert isinstance(data, bytes)
        return data

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

    def test_report_without_blocks_is_written(self, renderer: Renderer) -> None:
        assert self.render(renderer, attrs.evolve(sample_report(), blocks=[]))

    def test_same_report_gives_the_same_bytes(self, renderer: Renderer) -> None:
        assert self.render(renderer, sample_report()) == self.render(renderer, sample_report())

    def test_report_and_style_stay_as_they_were(self, renderer: Renderer) -> None:
        report, style = sample_report(), deepcopy(self.style)
        self.render(renderer, report)
        assert report == sample_report()
        assert self.style == style

    def test_text_that_changes_changes_the_file(self, renderer: Renderer) -> None:
        one = self.render(renderer, attrs.evolve(sample_report(), title="One"))
        assert one != self.render(renderer, attrs.evolve(sample_report(), title="Another"))

    @pytest.mark.parametrize("kind", ["figure", "table"])
    def test_figure_of_an_unknown_kind_says_what_its_table_says(
        self, renderer: Renderer, kind: str
    ) -> None:
        # The cell only stands in the table: a file that changes with it has printed it.
        first, second = (
            self.render(renderer, attrs.evolve(sample_report(), blocks=[_shown(kind, cell)]))
            for cell in ("Tuesday", "Wednesday")
        )
        assert first != second

    @pytest.mark.parametrize("text", HOSTILE)
    def test_hostile_text_anywhere_is_written(self, renderer: Renderer, text: str) -> None:
        table = Table([text, "Second"], [[text, text]], caption=text)
        blocks: list[Block] = [table, Figure(text, {"label": text}, text, table, caption=text)]
        report = Report("sample", text, "participants", blocks, subtitle=text)
        assert self.render(renderer, report)

    @inherited
    @given(report=reports())
    def test_any_report_is_written(self, renderer: Renderer, report: Report) -> None:
        assert self.render(renderer, report) == self.render(renderer, report)


def _shown(kind: str, cell: str) -> Block:
    table = Table(["Day"], [[cell]])
    return table if kind == "table" else Figure("kind-that-nobody-knows", {}, "A day", table)
