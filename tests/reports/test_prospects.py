from datetime import date

import workshopcore as wc
from workshopcore.contracts.report import Paragraph
from workshopcore.reports.prospects import prospects

TOOLKIT = wc.Toolkit(discover=False)


def blocks(*agenda, end="11:00"):
    year = wc.Programme(
        title="Y",
        people=[wc.Person(f"Person {number}") for number in range(9)],
        workshops=[
            wc.Workshop("W", start="2027-01-19T09:00", end=f"2027-01-19T{end}", agenda=agenda)
        ],
    )
    sheet = TOOLKIT.run_sheet(year, "w")
    return prospects(sheet)


PLANNING = wc.Session("action-planning", title="Actions", minutes=(30, 30, 30))


def test_prospects_tell_the_closing_planning_and_the_finish_with_what_they_assume():
    table, most, assumed = blocks(wc.Session(title="Talk", minutes=(60, 90, 120)), PLANNING)
    assert [row[0] for row in table.rows] == ["Actions starts", "The day ends"]
    assert most == Paragraph("What helps most is that “Talk” keeps to its minutes.")
    assert assumed.title == "What these figures take for granted"
    assert len(assumed.blocks[0].items) >= 4


def test_prospects_of_a_day_that_cannot_vary_are_not_told():
    assert blocks(wc.Session(title="Talk", minutes=30), PLANNING) == ()


def test_prospects_of_a_day_too_full_are_not_told():
    long = wc.Session(title="Talk", minutes=(100, 110, 120))
    assert blocks(long, PLANNING) == ()


def test_prospects_of_nothing_are_not_told():
    assert blocks() == ()


def test_run_sheet_tells_prospects_until_the_day_has_come():
    year = wc.load("docs/examples/adult-social-care/programme.toml")
    for on, told in ((date(2027, 1, 12), True), (date(2027, 1, 20), False)):
        report = TOOLKIT.report(year, "run-sheet", workshop="where-now", as_of=on)
        titles = [getattr(block, "title", "") for block in report.blocks]
        assert ("How likely it is to hold" in titles) is told
