"""How tightly documents are set: one page where that is asked for, no last page for three lines."""

from collections import Counter

import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.contracts.report import Bullets, Facts, Paragraph, Report, Section, Table
from workshopcore_pdf.fitting import LOOSE, Extent, fit_of

PURPOSE = (
    "See the service as it is: what it does well, what changes around it, and what fits least."
)
STYLES = ("plain", "civic")


def report(pages=0):
    return Report("note", "A note", "participants", [], pages=pages)


def year(count):
    """Return a programme with so many workshops, and as much to say of each as people do."""
    return wc.Programme(
        title="Adult social care managers: a year of change",
        client="A county council",
        time_zone="Europe/London",
        purpose=f"To help fourteen managers lead a better-performing service. {PURPOSE}",
        people=[
            *(wc.Person(f"Firstname{n} Surname-Lastname") for n in range(14)),
            wc.Person("Jo Park", role="sponsor"),
            wc.Person("Li Wei", role="facilitator"),
        ],
        objectives=[
            wc.Objective(f"Objective {n}: one way of working, with nothing done twice")
            for n in range(5)
        ],
        ground_rules=[
            wc.GroundRule(f"Rule {n}: whoever disagrees says what they would do") for n in range(6)
        ],
        workshops=[
            wc.Workshop(
                title=f"Workshop {n}: what is changing around us?",
                phase="strategic" if n < count / 2 else "operational",
                start=f"2027-{n:02}-11T09:30",
                end=f"2027-{n:02}-11T16:30",
                purpose=PURPOSE,
                venue=wc.Venue("Marlcombe Civic Rooms"),
                agenda=[wc.Session("check-in"), wc.Session("action-planning")],
            )
            for n in range(1, count + 1)
        ],
    )


@pytest.fixture(scope="module")
def overview(toolkit, opened, styles):
    """Return the overview of a year of so many workshops, in a style."""

    def overview(count, style):
        made = toolkit.report(year(count), "overview", as_of="2027-12-17")
        return opened(made, style=styles[style])

    return overview


def sizes(page):
    """Return how many letters of a page have which size, in points."""
    found = Counter()

    def look(text, matrix, place, _font, size):
        found[round(abs(size * place[3] * matrix[3]), 2)] += len(text.strip())

    page.extract_text(visitor_text=look)
    return found


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("count", [6, 12])
def test_overview_is_one_page_that_can_be_read(overview, count, style):
    pages = overview(count, style).pages

    assert len(pages) == 1
    found = +sizes(pages[0])
    assert min(found) > 7.7  # the foot, and the months of the drawing, as in every document
    assert sum(count for size, count in found.items() if size < 8) < 150


def test_overview_that_fits_anyway_is_set_as_usual(overview, styles, toolkit, render):
    made = toolkit.report(year(2), "overview", as_of="2027-12-17")

    assert render(made) == render(evolve(made, pages=0))


def test_short_sections_stand_side_by_side_in_their_order(overview, tree, toolkit):
    made = toolkit.report(year(12), "overview", as_of="2027-12-17")

    assert tree(made).headings == ["H1", *["H2"] * 4]


def test_loosest_fit_that_does_is_taken():
    tried = []

    def extent(fit):
        tried.append(fit)
        return Extent(2 if len(tried) < 4 else 1, 0.5)

    assert fit_of(report(1), 9.6, extent) == tried[3]


def test_report_that_nothing_makes_fit_is_set_as_usual():
    assert fit_of(report(1), 9.6, lambda _: Extent(3, 0.5)) == LOOSE


def test_no_letters_are_smaller_than_eight_points():
    tried = []

    def extent(fit):
        tried.append(fit)
        return Extent(3, 0.5)

    fit_of(report(1), 9.6, extent)
    assert min(fit.size * 9.6 for fit in tried) >= 8


def test_last_page_with_next_to_nothing_is_spared():
    def extent(fit):
        return Extent(2, 0.1) if fit == LOOSE else Extent(1, 0.99)

    assert fit_of(report(), 9.6, extent).air < 1
    assert fit_of(report(), 9.6, lambda _: Extent(2, 0.1)) == LOOSE
    assert fit_of(report(), 9.6, lambda _: Extent(2, 0.6)) == LOOSE


def test_page_before_pages_turn_counts_as_a_last_page(render, opened):
    word = "responsibilities"
    wide = Table([f"{word}{n}" for n in range(8)], [[word] * 8] * 20)
    lines = [Paragraph("A line of text.") for _ in range(47)]

    assert [len(opened(*lines[:count], wide).pages) for count in (40, 47)] == [2, 2]
    assert len(opened(*lines, *lines, wide).pages) == 3


def test_document_of_a_page_and_three_lines_is_one_page(opened):
    facts = Facts([("Where", "Mill House")] * 8)
    blocks = [Section(f"Part {n}", [Bullets(["one", "two"]), facts]) for n in range(4)]
    lines = [Paragraph("A line.")]

    counts = [len(opened(*blocks, *lines * extra).pages) for extra in range(14)]

    assert counts == sorted(counts)
    assert counts[0] == 1
