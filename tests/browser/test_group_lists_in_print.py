"""A table card is one sheet of paper, and lists fit a phone."""

import re
from pathlib import Path

import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.contracts.report import PageBreak
from workshopcore.renderers import HtmlRenderer, built_in_styles

pytestmark = pytest.mark.browser

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "adult-social-care"
CARDS = 3 + 1 + 1 + 3


@pytest.fixture(scope="module")
def lists():
    """The groups of the third workshop: threes twice, and two tracks."""
    programme = wc.load(EXAMPLE / "programme.toml")
    toolkit = wc.Toolkit(discover=False)
    return toolkit.report(programme, "group-lists", workshop="how-to-get-there")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("style", built_in_styles(), ids=lambda style: style.key)
def test_every_card_is_one_page(chromium_page, lists, style, paper):
    cards = evolve(lists, blocks=[PageBreak(), lists.blocks[-1]])
    page = HtmlRenderer().render(cards, evolve(style, paper=paper)).decode()
    chromium_page.set_content(page)
    printed = chromium_page.pdf(prefer_css_page_size=True)
    # The head of the document has a page of its own before the first card.
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1 + CARDS


def test_lists_fit_a_narrow_phone(chromium_page, lists):
    chromium_page.set_viewport_size({"width": 320, "height": 640})
    chromium_page.set_content(HtmlRenderer().render(lists, built_in_styles()[0]).decode())
    assert chromium_page.evaluate("document.documentElement.scrollWidth") == 320


def test_axe_finds_nothing_on_lists_and_on_who_met_whom(axe_violations, lists):
    programme = wc.load(EXAMPLE / "programme.toml")
    met = wc.Toolkit(discover=False).report(programme, "who-met-whom", as_of="2027-12-17")
    for report in (lists, met):
        assert axe_violations(HtmlRenderer().render(report, built_in_styles()[0]).decode()) == []
