"""LibreOffice opens workbooks and prints them: dates and numbers read as they were said."""

import pytest

import workshopcore as wc
import workshopcore_office
from workshopcore.contracts.report import Report, Section, Table
from workshopcore.contracts.reports import Style
from workshopcore.errors import ReportError
from workshopcore.renderers import built_in_styles
from workshopcore.testing import sample_programme
from workshopcore.testing.conformance.places import everywhere
from workshopcore.testing.documents import HOSTILE, sample_report
from workshopcore_office import WorkbookRenderer

pytestmark = pytest.mark.office

SAID = {
    "Whole": ["3", "1250"],
    "Signed": ["+5", "−3"],
    "Share": ["58%", "7%"],
    "Decimal": ["0.85", "12.00"],
    "Clock": ["09:05", "23:59"],
    "Day": ["9 September 2027", "29 February 2028"],
    "Weekday": ["Tuesday 19 January 2027", "Wednesday 29 September 2027"],
}


@pytest.fixture(scope="module")
def printed(pages_of):
    """What the pages of workbooks say: of every report of a small programme, and of oddities."""
    toolkit = wc.Toolkit(discover=False, plugins=[workshopcore_office])
    programme = sample_programme()
    workshop = programme.workshops[0].id
    numbers = Table(list(SAID), list(zip(*SAID.values(), strict=True)))
    found = {
        "sample": sample_report(),
        "numbers": Report("n", "Numbers", "participants", [Section("Numbers", [numbers])]),
        **{f"hostile-{at}": everywhere(text) for at, text in enumerate(HOSTILE) if text.strip()},
    }
    for key, kind in toolkit.reports.items():
        if kind.needs <= {"as_of", "workshop"}:
            about = {"workshop": workshop} if "workshop" in kind.needs else {}
            try:
                found[key] = toolkit.report(programme, key, as_of="2027-06-30", **about)
            except ReportError:  # there is nothing to tell of that yet
                continue
    renderer, styles = WorkbookRenderer(), {style.key: style for style in built_in_styles()}
    looks = {key: styles["civic" if at % 2 else "plain"] for at, key in enumerate(found)}
    return pages_of(
        {f"{key}.xlsx": renderer.render(report, looks[key]) for key, report in found.items()}
    )


def test_no_page_is_empty(printed):
    assert len(printed) > 20
    bare = [
        f"{name}, page {number}"
        for name, pages in printed.items()
        for number, page in enumerate(pages, 1)
        if len([line for line in page.splitlines() if line.strip()]) <= 2  # its head and its foot
    ]
    assert bare == []


@pytest.mark.parametrize("title", SAID)
def test_numbers_and_dates_are_printed_as_they_were_said(printed, title):
    text = " ".join(" ".join(printed["numbers.xlsx"]).split())
    assert [said for said in SAID[title] if said not in text] == []


def test_no_cell_is_too_narrow_for_its_number(printed):
    assert [name for name, pages in printed.items() if "###" in "".join(pages)] == []


def test_every_page_says_which_of_how_many_it_is(printed):
    pages = printed["sample.xlsx"]
    assert all(
        f"Page {number} of {len(pages)}" in " ".join(page.split())
        for number, page in enumerate(pages, 1)
    )


def test_a_house_reads_its_footer(pages_of):
    style = Style("acme:house", "Acme", footer="R&D, Ely")
    data = WorkbookRenderer().render(sample_report(), style)
    assert all("R&D, Ely" in page for page in pages_of({"a.xlsx": data})["a.xlsx"])
