"""Group lists and table cards."""

import pytest

from workshopcore.contracts.report import PageBreak
from workshopcore.errors import ReportError, UnknownKeyError
from workshopcore.model.agenda import Parallel, Session, Track
from workshopcore.model.lifecycle import Event
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Group, GroupAllocation, Workshop

PEOPLE = [Person(name) for name in ("Amina Yusuf", "Ben Okoro", "Caz Lind", "Dev Rao")]
CAFE = Session(title="Ideas for the door", id="cafe", minutes=60)


def programme(*allocations, agenda=(CAFE,), **more):
    day = Workshop(
        "Where now?",
        id="now",
        start="2027-01-19T09:30",
        end="2027-01-19T16:30",
        agenda=agenda,
        allocations=allocations,
        **more,
    )
    return Programme(title="A year", people=PEOPLE, workshops=[day])


def two_rounds():
    return (
        GroupAllocation(
            "cafe",
            [
                Group(["amina-yusuf", "ben-okoro"], host="amina-yusuf"),
                Group(["caz-lind", "dev-rao"], host="dev-rao"),
            ],
        ),
        GroupAllocation(
            "cafe",
            [
                Group(["amina-yusuf", "caz-lind"], host="amina-yusuf"),
                Group(["ben-okoro", "dev-rao"], host="dev-rao"),
            ],
            round=2,
        ),
    )


def tables(section):
    return {block.caption: block for block in section.blocks}


def test_list_says_where_everybody_goes_in_every_round(build, reading):
    report = build(programme(*two_rounds()), "group-lists", workshop="now")
    where = tables(reading.section(report, "Ideas for the door"))["Where you go"]
    assert [column.title for column in where.columns] == ["Name", "Round 1", "Round 2"]
    assert where.rows == (
        ("Amina Yusuf", "Table 1 (host)", "Table 1 (host)"),
        ("Ben Okoro", "Table 1", "Table 2"),
        ("Caz Lind", "Table 2", "Table 1"),
        ("Dev Rao", "Table 2 (host)", "Table 2 (host)"),
    )


def test_list_says_who_sits_together(build, reading):
    report = build(programme(*two_rounds()), "group-lists", workshop="now")
    who = tables(reading.section(report, "Ideas for the door"))["Who sits together"]
    assert [column.title for column in who.columns] == ["Round", "Table", "Who"]
    assert who.rows[:3] == (
        ("Round 1", "Table 1", "Amina Yusuf (host) and Ben Okoro"),
        ("Round 1", "Table 2", "Dev Rao (host) and Caz Lind"),
        ("Round 2", "Table 1", "Amina Yusuf (host) and Caz Lind"),
    )


def test_every_table_has_a_card_for_every_round_on_a_page_of_its_own(build, reading):
    report = build(programme(*two_rounds()), "group-lists", workshop="now")
    *_, page_break, cards = report.blocks
    assert (type(page_break), cards.title) == (PageBreak, "Table cards")
    assert [type(block).__name__ for block in cards.blocks] == [
        *("Section", "PageBreak", "Section", "PageBreak", "Section", "PageBreak", "Section")
    ]
    last = cards.blocks[-1]
    assert last.title == "Table 2"
    assert reading.words(last.blocks) == "Ideas for the door, Round 2\nDev Rao (host)\nBen Okoro"


def test_one_round_is_not_numbered_and_groups_without_hosts_are_groups(build, reading):
    made = GroupAllocation("cafe", [Group(["amina-yusuf", "dev-rao"]), Group(["ben-okoro"])])
    report = build(programme(made), "group-lists", workshop="now")
    found = tables(reading.section(report, "Ideas for the door"))
    assert found["Where you go"].rows == (
        ("Amina Yusuf", "Group 1"),
        ("Ben Okoro", "Group 2"),
        ("Dev Rao", "Group 1"),
    )
    assert [column.title for column in found["Who sits together"].columns] == ["Group", "Who"]


def test_groups_have_their_own_names(build, reading):
    made = [Group(["amina-yusuf", "dev-rao"], name="North"), Group(["ben-okoro", "caz-lind"])]
    report = build(programme(GroupAllocation("cafe", made)), "group-lists", workshop="now")
    assert reading.rows(reading.section(report, "Ideas for the door"))[:2] == [
        ("Amina Yusuf", "North"),
        ("Ben Okoro", "Group 2"),
    ]


def test_whole_track_is_called_by_its_title(build, reading):
    block = Parallel(
        [
            Track("Choice", [Session(title="Law", minutes=30)]),
            Track("Money", [Session(title="Cost", minutes=30)]),
        ]
    )
    made = GroupAllocation("law", [Group(["amina-yusuf", "dev-rao"], host="dev-rao")])
    report = build(programme(made, agenda=[block]), "group-lists", workshop="now")
    assert reading.rows(reading.section(report, "Law")) == [
        ("Choice", "Dev Rao (host) and Amina Yusuf")
    ]


def test_one_group_of_everybody_is_called_so(build, reading):
    made = GroupAllocation("cafe", [Group(["amina-yusuf", "dev-rao"])])
    report = build(programme(made), "group-lists", workshop="now")
    assert reading.rows(reading.section(report, "Ideas for the door")) == [
        ("Everybody", "Amina Yusuf and Dev Rao")
    ]


def test_actual_groups_take_the_place_of_proposed_ones(build, reading):
    proposed = GroupAllocation("cafe", [Group(["amina-yusuf", "dev-rao"]), Group(["ben-okoro"])])
    actual = GroupAllocation(
        "cafe", [Group(["amina-yusuf"]), Group(["dev-rao", "ben-okoro"])], status="actual"
    )
    report = build(programme(proposed, actual), "group-lists", workshop="now")
    assert ("Dev Rao", "Group 2") in reading.rows(reading.section(report, "Ideas for the door"))


def test_empty_groups_have_no_card(build, reading):
    made = GroupAllocation("cafe", [Group([]), Group(["dev-rao"])])
    report = build(programme(made), "group-lists", workshop="now")
    assert [card.title for card in report.blocks[-1].blocks] == ["Group 2"]


def test_session_without_a_title_has_that_of_its_format(build, reading):
    agenda = [Session("trios", id="t"), Session("gone:away", id="g")]
    made = [GroupAllocation(name, [Group(["dev-rao"])]) for name in ("t", "g")]
    report = build(programme(*made, agenda=agenda), "group-lists", workshop="now")
    assert [block.title for block in report.blocks[:2]] == ["Work in trios", "Away"]


def test_a_workshop_that_is_off_says_so(build):
    off = programme(*two_rounds(), events=[Event("2027-01-04", "cancelled")])
    report = build(off, "group-lists", workshop="now")
    assert report.blocks[0].title == "Please note"


def test_without_groups_there_are_no_lists(build):
    empty = programme(GroupAllocation("cafe", [Group([])]))
    for planned in (programme(), empty):
        with pytest.raises(ReportError, match="no groups are formed for 'now' yet"):
            build(planned, "group-lists", workshop="now")


def test_lists_are_of_a_workshop(build):
    with pytest.raises(UnknownKeyError, match="then"):
        build(programme(), "group-lists", workshop="then")
