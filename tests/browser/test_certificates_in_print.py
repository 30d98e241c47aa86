"""A certificate is one sheet of paper, whatever the house's style, and fits a phone too."""

import re
from pathlib import Path

import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.renderers import HtmlRenderer, built_in_styles

pytestmark = pytest.mark.browser

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "adult-social-care"
LOGO = (
    "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20width='90'%20height='60'/%3E"
)
PEOPLE = 11


@pytest.fixture(scope="module")
def certificates():
    """Everybody's certificate at the close of the example's year."""
    programme = wc.load(EXAMPLE / "programme.toml")
    return wc.Toolkit(discover=False).report(programme, "certificates", as_of="2027-12-17")


def pages(chromium_page, report, style):
    chromium_page.set_content(HtmlRenderer().render(report, style).decode())
    printed = chromium_page.pdf(prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", printed))


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("style", built_in_styles(), ids=lambda style: style.key)
def test_every_certificate_is_one_page(chromium_page, certificates, style, paper):
    house = evolve(style, paper=paper, footer="A house of facilitators", logo=LOGO, logo_alt="Us")
    assert pages(chromium_page, certificates, house) == PEOPLE


def test_a_certificate_of_one_person_is_one_page(chromium_page, certificates):
    alone = evolve(certificates, blocks=certificates.blocks[:1])
    assert pages(chromium_page, alone, built_in_styles()[0]) == 1


def test_a_certificate_of_ten_workshops_is_one_page(chromium_page, certificates):
    page = certificates.blocks[0]
    table = next(block for block in page.blocks if type(block).__name__ == "Table")
    *rows, total = table.rows
    longer = evolve(table, rows=[*rows, *rows[:4], total])
    blocks = [longer if block is table else block for block in page.blocks]
    alone = evolve(certificates, blocks=[evolve(page, blocks=blocks)])
    assert pages(chromium_page, alone, evolve(built_in_styles()[0], paper="Letter")) == 1


def test_the_head_of_the_page_is_on_every_certificate(chromium_page, certificates):
    chromium_page.set_content(HtmlRenderer().render(certificates, built_in_styles()[0]).decode())
    chromium_page.emulate_media(media="print")
    head = "getComputedStyle(document.querySelector('header')).position"
    assert chromium_page.evaluate(head) == "fixed"
    name = "document.querySelector('h2').getBoundingClientRect().top"
    below = "document.querySelector('header').getBoundingClientRect().bottom"
    assert chromium_page.evaluate(f"{name} > {below}")


def test_certificates_fit_a_narrow_phone(chromium_page, certificates):
    chromium_page.set_viewport_size({"width": 320, "height": 640})
    chromium_page.set_content(HtmlRenderer().render(certificates, built_in_styles()[0]).decode())
    assert chromium_page.evaluate("document.documentElement.scrollWidth") == 320
