from attrs import evolve

from workshopcore.contracts.report import Callout
from workshopcore.model.action import Action, Review, Update
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop

COUNTS = {
    "2027-01-19": {"Done": "0 of 1", "Open": "1 of 1"},
    "2027-06-20": {
        "Done": "1 of 3",
        "Completion": "1 of 2 due by now",
        "On time": "0 of 2 whose first date has come",
        "Open": "2 of 3",
        "Overdue": "1 of 2 open",
        "Blocked": "1 of 2 open",
        "Carried over": "1 of 2 open",
        "Cancelled or replaced": "2, not counted above",
    },
    "2027-12-15": {
        "Done": "1 of 3",
        "Completion": "1 of 3 due by now",
        "On time": "0 of 3 whose first date has come",
        "Open": "2 of 3",
        "Overdue": "2 of 2 open",
        "Blocked": "1 of 2 open",
        "Carried over": "1 of 2 open",
        "Cancelled or replaced": "2, not counted above",
    },
}


def test_action_plan_counts_with_denominators_at_three_moments(year, build):
    found = {on: dict(build(year, "action-plan", as_of=on).blocks[0].pairs) for on in COUNTS}
    assert found == COUNTS


def test_action_plan_before_any_action_says_when_to_expect_them(year, build, reading):
    report = build(year, "action-plan", as_of="2027-01-05")
    assert [block.text for block in report.blocks] == [
        "No action has been put forward by 5 January 2027.",
        "Next workshop: Where are we now?, 19 January 2027.",
    ]


def test_action_plan_knows_nothing_of_what_came_later(year, build, reading):
    report = build(year, "action-plan", as_of="2027-02-21")
    assert reading.rows(reading.section(report, "Amina Yusuf (Head of service)")) == [
        (
            "draft",
            "Draft the vision – with Mei Chen and Jo Marsh (consulted)",
            "1",
            "12 February 2027",
            "In progress, 50%; overdue by 9 days",
            "wanted: A page on the intranet",
            "Waiting for comments",
        )
    ]


def test_action_plan_explains_the_numbers_of_objectives(year, build, reading):
    legend = reading.section(build(year, "action-plan", as_of="2027-06-20"), "Objectives by number")
    assert (legend.blocks[0].ordered, legend.blocks[0].items) == (
        True,
        ("A vision that staff know",),
    )


def test_action_plan_gives_the_day_on_which_something_was_done(year, build, reading):
    done = reading.section(build(year, "action-plan", as_of="2027-04-10"), "Done")
    assert reading.rows(done)[0][5] == "10 April 2027"


def test_action_plan_keeps_the_first_due_date_beside_the_new_one(year, build, reading):
    report = build(year, "action-plan", as_of="2027-03-27")
    row = reading.rows(reading.section(report, "Amina Yusuf (Head of service)"))[0]
    assert row[3:] == (
        "15 April 2027 (first 12 February 2027; carried over once)",
        "In progress, 50%",
        "wanted: A page on the intranet",
        "Comments came late",
    )


def test_action_plan_lists_what_is_done_with_its_evidence(year, build, reading):
    done = reading.section(build(year, "action-plan", as_of="2027-06-20"), "Done")
    assert reading.rows(done) == [
        (
            "draft",
            "Draft the vision – with Mei Chen and Jo Marsh (consulted)",
            "1",
            "Amina Yusuf",
            "15 April 2027 (first 12 February 2027; carried over once)",
            "verified 1 May 2027",
            "Intranet page",
        )
    ]


def test_action_plan_gives_the_reason_of_what_was_given_up(year, build, reading):
    gone = reading.section(build(year, "action-plan", as_of="2027-06-20"), "Cancelled or replaced")
    assert reading.rows(gone) == [
        (
            "two-lists",
            "Keep two lists",
            "Mei Chen",
            "Replaced 15 June 2027 by: Keep one list",
            "no reason recorded",
        ),
        (
            "visit",
            "Visit another council",
            "Mei Chen",
            "Cancelled 15 June 2027",
            "They came to us",
        ),
    ]


def test_action_plan_takes_no_earlier_note_for_the_reason(year, build, reading):
    dropped = Action(
        "Try it",
        owner="mei-chen",
        created="2027-01-19",
        updates=[Update("2027-02-01", note="All is well"), Update("2027-02-02", "cancelled")],
    )
    report = build(
        evolve(year, actions=[dropped], gains=[], parked_issues=[]),
        "action-plan",
        as_of="2027-06-20",
    )
    assert reading.rows(reading.section(report, "Cancelled or replaced"))[0][-1] == (
        "no reason recorded"
    )


def test_action_plan_calls_out_what_is_overdue_latest_first(year, build, reading):
    report = build(year, "action-plan", as_of="2027-12-15")
    (callout,) = [block for block in report.blocks if isinstance(block, Callout)]
    assert callout.blocks[0].items == (
        "Map every handover – Leila Karimi, 228 days late",
        "Keep one list – Mei Chen, 105 days late",
    )


def test_action_plan_is_not_overdue_on_the_day_itself(year, build, reading):
    assert "overdue" not in reading.words(build(year, "action-plan", as_of="2027-02-12"))
    assert "1 day late" in reading.words(build(year, "action-plan", as_of="2027-02-13"))


def test_action_plan_has_open_actions_by_owner_in_the_order_of_the_team(year, build, reading):
    report = build(year, "action-plan", as_of="2027-04-01")
    owners = [block.title for block in reading.section(report, "Open actions").blocks]
    assert owners == [
        "Amina Yusuf (Head of service)",
        "Mei Chen (Team manager)",
        "Ravi Menon (Commissioning manager)",
    ]


def test_action_plan_puts_the_soonest_due_first_and_the_undated_last(year, build, reading):
    report = build(year, "action-plan", as_of="2027-06-14")
    rows = reading.rows(reading.section(report, "Mei Chen (Team manager)"))
    assert [row[0] for row in rows] == ["visit", "two-lists"]
    assert rows[1][2] == "no date yet"


def test_action_plan_has_what_a_leaver_had_under_whoever_took_over(year, build, reading):
    on_the_last_day = build(year, "action-plan", as_of="2027-06-30")
    afterwards = build(year, "action-plan", as_of="2027-07-01")
    (before,) = reading.rows(reading.section(on_the_last_day, "Ravi Menon (Commissioning manager)"))
    (after,) = reading.rows(reading.section(afterwards, "Leila Karimi (Commissioning manager)"))
    assert before[:2] == ("map", "Map every handover")
    assert after[:2] == ("map", "Map every handover – taken over from Ravi Menon")


def test_action_plan_has_what_nobody_answers_for_at_the_end(year, build, reading):
    people = [evolve(p, successor="") if p.id == "ravi-menon" else p for p in year.people]
    report = build(evolve(year, people=people), "action-plan", as_of="2027-07-01")
    owners = reading.section(report, "Open actions").blocks
    assert [block.title for block in owners] == ["Mei Chen (Team manager)", "Needs a new owner"]
    assert reading.rows(owners[-1])[0][1] == (
        "Map every handover – was with Ravi Menon, who left on 30 June 2027"
    )
    assert "Map every handover – needs a new owner, 61 days late" in reading.words(report)


def test_action_plan_says_from_whom_an_action_was_taken_over(build, reading):
    programme = small(
        Action(
            "Draft it",
            "amina",
            agreed="2027-01-19",
            updates=[
                Update("2027-02-01", owner="mei"),
                Update("2027-02-02", note="In good hands"),
                Update("2027-03-01", owner="tomasz"),
            ],
        )
    )
    told = {
        owner: reading.rows(reading.section(build(programme, "action-plan", as_of=on), owner))[0][1]
        for on, owner in [
            ("2027-01-31", "Amina Yusuf"),
            ("2027-02-28", "Mei Chen"),
            ("2027-03-01", "Tomasz Nowak"),
        ]
    }
    assert told == {
        "Amina Yusuf": "Draft it",
        "Mei Chen": "Draft it – taken over from Amina Yusuf",
        "Tomasz Nowak": "Draft it – taken over from Mei Chen",
    }


def small(*actions):
    people = [
        Person("Amina Yusuf", id="amina"),
        Person("Mei Chen", id="mei"),
        Person("Tomasz Nowak", id="tomasz"),
    ]
    workshops = [one_day("one", "2027-01-19"), one_day("two", "2027-03-16")]
    return Programme(title="A year", people=people, workshops=workshops, actions=actions)


def one_day(name, on):
    return Workshop(name.title(), id=name, start=f"{on}T09:30", end=f"{on}T16:30")


def test_action_plan_gives_hours_only_where_somebody_has_said(build, reading):
    programme = small(
        Action("Draft it", "amina", agreed="2027-01-19", effort="7.50"),
        Action("Send it", "amina", agreed="2027-01-19"),
    )
    section = reading.section(build(programme, "action-plan", as_of="2027-02-01"), "Amina Yusuf")
    assert [column.title for column in section.blocks[0].columns] == [
        "Id",
        "Action",
        "Hours",
        "Due",
        "Status",
    ]
    assert [row[2] for row in reading.rows(section)] == ["7.5", ""]


def test_action_plan_never_has_more_than_eight_columns(year, build, reading):
    full = evolve(year.action("draft"), effort=12, updates=year.action("draft").updates[:1])
    report = build(
        evolve(year, actions=[full], gains=[], parked_issues=[]), "action-plan", as_of="2027-06-20"
    )
    (table,) = reading.section(report, "Amina Yusuf (Head of service)").blocks
    assert len(table.columns) == 8


def test_action_plan_says_how_often_a_date_was_put_later(build, reading):
    programme = small(
        Action(
            "Draft it",
            "amina",
            "2027-02-01",
            agreed="2027-01-19",
            updates=[
                Update("2027-01-25", due="2027-03-01"),
                Update("2027-02-20", due="2027-04-01"),
            ],
            reviews=[Review("two", "2027-03-16", carried=True, due="2027-02-01")],
        )
    )
    dues = [
        reading.rows(reading.section(build(programme, "action-plan", as_of=on), "Amina Yusuf"))[0][
            2
        ]
        for on in ("2027-01-24", "2027-01-25", "2027-02-20", "2027-03-16")
    ]
    assert dues == [
        "1 February 2027",
        "1 March 2027 (first 1 February 2027)",
        "1 April 2027 (first 1 February 2027; put later twice)",
        "1 February 2027 (put later twice; carried over once)",
    ]


def test_action_plan_has_an_undated_action_from_the_workshop_it_is_from(build, reading):
    programme = small(Action("Draft it", "amina", origin="two"), Action("Always there", "mei"))
    before = reading.words(build(programme, "action-plan", as_of="2027-03-15"))
    after = reading.words(build(programme, "action-plan", as_of="2027-03-16"))
    assert ("Draft it" in before, "Draft it" in after) == (False, True)
    assert "Always there" in before


def test_action_plan_takes_a_reopened_action_for_open(year, build, reading):
    reopened = evolve(
        year,
        actions=[
            evolve(
                year.action("draft"),
                updates=[
                    *year.action("draft").updates,
                    Update("2027-05-10", "reopened", note="Links broke"),
                ],
            ),
        ],
        gains=[],
        parked_issues=[],
    )
    report = build(reopened, "action-plan", as_of="2027-05-10")
    row = reading.rows(reading.section(report, "Amina Yusuf (Head of service)"))[0]
    assert row[4].startswith("Reopened, 50%")
    assert row[-1] == "Links broke"


def test_action_plan_after_the_last_workshop_announces_none(year, build, reading):
    assert "Next workshop" not in reading.words(build(year, "action-plan", as_of="2027-06-15"))
