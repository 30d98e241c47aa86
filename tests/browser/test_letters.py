"""Reminders as a mail program shows them: accessible, and in one column on any screen."""

import pytest

import workshopcore as wc
from workshopcore.actions import reminders

pytestmark = pytest.mark.browser

SENDER = "Miriam Oduya <miriam@example.com>"


@pytest.fixture(scope="module")
def page():
    """Return the HTML of a letter with something of everything, and a word of 300 letters."""
    blocked = [wc.Update("2027-02-20", "blocked", progress=40, note="<b>No</b> answer")]
    year = wc.Programme(
        title="A year of change",
        people=[
            wc.Person("Amina Yusuf", "facilitator", id="amina", email="amina@example.org"),
            wc.Person("Sam Osei", id="sam", left="2027-02-01"),
        ],
        workshops=[wc.Workshop("Where to?", start="2027-04-06T09:30", end="2027-04-06T16:30")],
        actions=[
            wc.Action(
                "Draft the vision",
                "amina",
                "2027-02-26",
                agreed="2027-01-19",
                evidence_required="a" * 300,
                updates=blocked,
            ),
            wc.Action("Book the hall", "amina", "2027-04-01", agreed="2027-01-19"),
            wc.Action("Ask the sponsor", "sam", agreed="2027-01-19"),
        ],
    )
    (letter,) = reminders(year, "2027-03-01")
    return letter.message(SENDER).get_body(("html",)).get_content()


def test_letter_has_no_fault_of_accessibility(page, axe_violations):
    # A mail program shows a letter inside a page of its own, which has the landmarks.
    landmarks = {"landmark-one-main", "region"}
    assert {fault["id"] for fault in axe_violations(page)} <= landmarks


@pytest.mark.parametrize("width", [320, 400, 800])
def test_letter_fits_the_width_of_the_screen(page, chromium_page, width):
    chromium_page.set_viewport_size({"width": width, "height": 900})
    chromium_page.set_content(page)
    assert chromium_page.evaluate("document.documentElement.scrollWidth") == width
