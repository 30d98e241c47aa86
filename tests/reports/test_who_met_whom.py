"""Who met whom, as a document."""

import pytest

from workshopcore.errors import ReportError
from workshopcore.model.agenda import Session
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Group, GroupAllocation, Workshop

PEOPLE = [Person(name) for name in ("Ana", "Ben", "Caz", "Dev")]


def programme(*days, people=PEOPLE):
    workshops = [
        Workshop(
            f"Day {month}",
            start=f"2027-0{month}-12T09:00",
            end=f"2027-0{month}-12T17:00",
            agenda=[Session(title="Talk", minutes=30)],
            allocations=[GroupAllocation("talk", [Group(group.split()) for group in groups])],
        )
        for month, groups in enumerate(days, 1)
    ]
    return Programme(title="A year", people=people, workshops=workshops)


def figure(report):
    return next(block for block in report.blocks if type(block).__name__ == "Figure")


def lead(report):
    return report.blocks[0].text


def test_figure_counts_who_met_whom(build):
    found = figure(build(programme(["ana ben", "caz dev"], ["ana ben caz"]), "who-met-whom"))
    assert found.kind == "who-met-whom"
    assert found.data["people"] == ("Ana", "Ben", "Caz", "Dev")
    assert found.data["times"] == ((), (2,), (1, 1), (0, 0, 1))
    assert found.alt == (
        "4 people, 6 pairs: 4 have worked together, 1 of them more than once; 2 have not."
    )


def test_table_says_for_each_person_whom_they_met(build):
    found = figure(build(programme(["ana ben", "caz dev"], ["ana ben caz"]), "who-met-whom"))
    assert found.table.rows == (
        ("Ana", "2 of 3", "Ben (2)", "Dev"),
        ("Ben", "2 of 3", "Ana (2)", "Dev"),
        ("Caz", "3 of 3", "", ""),
        ("Dev", "1 of 3", "", "Ana and Ben"),
    )


def test_lead_says_who_is_furthest_behind(build, reading):
    report = build(programme(["ana ben", "caz dev"], ["ana ben caz"]), "who-met-whom")
    assert lead(report) == (
        "2 of 6 pairs have not worked together yet. Dev has met the fewest: 1 of 3 colleagues."
    )
    (pairs,) = reading.section(report, "Not yet in one group").blocks
    assert pairs.items == ("Ana: Dev", "Ben: Dev")


def test_lead_names_nobody_where_many_are_behind(build):
    report = build(programme(["ana ben", "caz dev"]), "who-met-whom")
    assert lead(report) == "4 of 6 pairs have not worked together yet."


def test_lead_says_that_everybody_has_met(build):
    report = build(programme(["ana ben caz dev"]), "who-met-whom")
    assert lead(report) == "Everybody has worked with everybody: all 6 pairs."
    assert len(report.blocks) == 2
    assert figure(report).alt == "4 people, 6 pairs: 6 have worked together, none more than once."


def test_only_what_had_begun_by_the_day_counts(build):
    year = programme(["ana ben", "caz dev"], ["ana ben caz"])
    assert figure(build(year, "who-met-whom", as_of="2027-01-12")).data["times"] == (
        *((), (1,), (0, 0), (0, 0, 1)),
    )
    with pytest.raises(ReportError, match="planned by 2027-01-11"):
        build(year, "who-met-whom", as_of="2027-01-11")


def test_people_who_left_are_there_if_they_met_somebody(build):
    left = [*PEOPLE[:3], Person("Dev", left="2027-01-31"), Person("Eva", left="2027-01-31")]
    year = programme(["ana dev"], ["ana ben"], people=left)
    found = figure(build(year, "who-met-whom", as_of="2027-02-20"))
    assert found.data["people"] == ("Ana", "Ben", "Caz", "Dev")


def test_without_groups_there_is_nothing_to_say(build):
    with pytest.raises(ReportError, match="no groups are on record or planned"):
        build(programme(), "who-met-whom")
    with pytest.raises(ReportError, match="no groups are on record or planned"):
        build(programme(people=PEOPLE[:1]), "who-met-whom")


def test_nobody_has_met_is_said_in_words():
    from workshopcore.groups.meetings import meetings
    from workshopcore.reports.met_figure import met_figure, met_in_words

    assert met_in_words(meetings(["ana", "ben"], [])) == (
        "2 people, 1 pair: none has worked together yet."
    )
    assert met_figure(meetings(["ana"], []), {"ana": "Ana"}) == ()
