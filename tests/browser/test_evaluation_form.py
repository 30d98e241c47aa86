"""Forms as participants see them: accessible, and answered with the keyboard or a thumb."""

import pytest

import workshopcore as wc
from workshopcore.evaluation.instruments import bank
from workshopcore.renderers import HtmlRenderer, built_in_styles

pytestmark = pytest.mark.browser

PHONE, DESK = {"width": 320, "height": 640}, {"width": 1280, "height": 900}


def page(instrument):
    wave = wc.Wave("At the close", id="close", instrument=instrument.id, closes="2027-12-14")
    year = wc.Programme(title="A year of change", instruments=[instrument], waves=[wave])
    report = wc.Toolkit(discover=False).report(year, "evaluation-form", wave="close")
    return HtmlRenderer().render(report, built_in_styles()[0]).decode()


FORMS = {instrument.id: page(instrument) for instrument in bank()}


@pytest.mark.parametrize("key", FORMS)
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_on_a_form(axe_violations, chromium_page, key, size):
    chromium_page.set_viewport_size(size)
    assert axe_violations(FORMS[key]) == []


@pytest.mark.parametrize("key", FORMS)
def test_form_fits_a_narrow_phone(chromium_page, key):
    chromium_page.set_viewport_size(PHONE)
    chromium_page.set_content(FORMS[key])
    assert chromium_page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_answers_of_a_row_are_named_and_exclude_each_other(chromium_page):
    chromium_page.set_content(FORMS["team-climate"])
    row = chromium_page.get_by_role("radiogroup", name="I know what this team wants to reach")
    row.get_by_role("radio", name="Agree", exact=True).check()
    row.get_by_role("radio", name="Neither").check()
    assert chromium_page.locator("input:checked").count() == 1


def test_likelihood_stands_in_one_line(chromium_page):
    chromium_page.set_viewport_size(DESK)
    chromium_page.set_content(FORMS["programme-close"])
    tops = chromium_page.evaluate(
        """[...document.querySelectorAll('.scale')].at(-1).querySelectorAll('input').values()
        .map(element => element.getBoundingClientRect().top).toArray()"""
    )
    assert len(tops) == 11
    assert len(set(tops)) == 1
