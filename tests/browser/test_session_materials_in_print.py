"""A chart is one sheet of paper, and so is a sheet to fill in; on a phone they fit."""

import re
from pathlib import Path

import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.contracts.report import PageBreak, Section
from workshopcore.renderers import HtmlRenderer, built_in_styles

pytestmark = pytest.mark.browser

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "adult-social-care"


@pytest.fixture(scope="module")
def pack():
    """The fourth workshop: an expert, troikas, a RACI chart with nine columns, action planning."""
    programme = wc.load(EXAMPLE / "programme.toml")
    toolkit = wc.Toolkit(discover=False)
    return toolkit.report(programme, "session-materials", workshop="choice-in-practice")


def breaks(blocks):
    return sum(
        breaks(block.blocks) if isinstance(block, Section) else isinstance(block, PageBreak)
        for block in blocks
    )


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("style", built_in_styles(), ids=lambda style: style.key)
def test_every_chart_and_every_sheet_is_one_page(chromium_page, pack, style, paper):
    page = HtmlRenderer().render(pack, evolve(style, paper=paper)).decode()
    chromium_page.set_content(page)
    printed = chromium_page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1 + breaks(pack.blocks)


def test_charts_fit_a_narrow_phone(chromium_page, pack):
    chromium_page.set_viewport_size({"width": 320, "height": 640})
    chromium_page.set_content(HtmlRenderer().render(pack, built_in_styles()[0]).decode())
    assert chromium_page.evaluate("document.documentElement.scrollWidth") == 320


def test_axe_finds_nothing_on_charts_and_sheets(axe_violations, pack):
    for style in built_in_styles():
        assert axe_violations(HtmlRenderer().render(pack, style).decode()) == []
