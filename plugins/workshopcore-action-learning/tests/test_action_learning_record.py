"""What the record of earlier workshops changes."""

import attrs
import pytest

import workshopcore as wc


def presented(programme, workshop, *people):
    for person in people:
        programme = programme.with_capture(workshop, wc.Capture("sets", person, label="presented"))
    return programme


def test_record_goes_before_the_plan(year, plan, note):
    programme = presented(year(), "w1", "Sam Osei", "Li Wei")

    assert note(plan(programme, "w2"), "Presenting today:") == [
        "Amina Yusuf",
        "Jo Park",
        "Ines Duarte",
    ]


def test_record_takes_identifiers_as_well_as_names(year, plan, note):
    programme = presented(year(minutes=66), "w1", "amina-yusuf", "Jo Park")

    assert note(plan(programme, "w2"), "Presenting today:") == ["Li Wei"]


def test_those_who_presented_last_wait_longest(year, plan, note):
    programme = presented(year(minutes=66, people=("A B", "C D", "E F", "G H")), "w1", "G H", "C D")
    programme = presented(programme, "w2", "A B", "E F")

    assert note(plan(programme, "w3"), "Presenting today:") == ["G H"]


def test_nobody_is_a_record_too(year, plan, note):
    programme = presented(year(), "w1", "nobody")

    found = plan(programme, "w2")

    assert note(found, "Presenting today:") == ["Amina Yusuf", "Jo Park", "Li Wei"]
    assert not any("taken as planned" in each for each in found.notes)


def test_name_that_nobody_has_is_told(year, plan):
    notes = plan(presented(year(), "w1", "Amina Yusof", "Zed"), "w2").notes

    assert (
        "Nobody is called 'Amina Yusof', who is said to have presented: did you mean 'Amina Yusuf'?"
    ) in notes
    assert (
        "Nobody is called 'Zed', who is said to have presented: write a person's name."
    ) in notes


def test_other_captures_say_nothing_about_presenters(year, plan, note):
    programme = year().with_capture("w1", wc.Capture("sets", "Sam Osei", label="quote"))

    assert note(plan(programme, "w2"), "Presenting today:")[0] == "Sam Osei"
    assert any("taken as planned" in each for each in plan(programme, "w2").notes)


def test_what_is_not_recorded_is_named(year, plan):
    programme = presented(year(workshops=4), "w2", "Sam Osei")

    assert (
        "Not recorded, and so taken as planned: who presented at “Workshop 1”, “Workshop 3”."
        " Write each presenter, or 'nobody', into a capture with the label 'presented'."
    ) in plan(programme, "w4").notes


def test_own_record_changes_who_is_next_and_not_the_plan(year, plan, note):
    programme = presented(year(), "w1", "Amina Yusuf", "Jo Park")

    found = plan(programme, "w1")

    assert note(found, "Presenting today:") == ["Amina Yusuf", "Jo Park", "Li Wei"]
    assert note(found, "First next time:") == ["Li Wei", "Sam Osei", "Ines Duarte"]


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_workshop_that_was_not_held_heard_nobody(year, plan, note, status):
    programme = year().with_event(wc.Event("2027-01-05", status), "workshop", "w1")

    assert note(plan(programme, "w2"), "Presenting today:") == ["Amina Yusuf", "Jo Park", "Li Wei"]


@pytest.mark.parametrize("fate", ["cut", "moved"])
def test_session_that_was_not_held_heard_nobody(year, plan, note, fate):
    programme = year().with_actual("w1", wc.Actual("sets", fate=fate))

    assert note(plan(programme, "w2"), "Presenting today:") == ["Amina Yusuf", "Jo Park", "Li Wei"]


def test_actual_times_say_how_many_were_heard(year, plan, note):
    actual = wc.Actual("sets", "2027-01-11T09:00", "2027-01-11T10:20")
    programme = year().with_actual("w1", actual)

    # 80 minutes: one presenter of 36.
    assert note(plan(programme, "w2"), "Presenting today:") == ["Jo Park", "Li Wei", "Sam Osei"]


def test_run_sheet_of_the_day_says_how_many_were_planned(year, plan, note):
    # 140 minutes are wanted; the lunch that cannot move leaves 90, which is one presenter.
    programme = year()
    squeezed = attrs.evolve(
        programme.workshops[0],
        agenda=[
            wc.Session("action-learning:set", id="sets", minutes=(66, 140, 150)),
            wc.Lunch(45, start="10:30"),
        ],
    )
    programme = attrs.evolve(programme, workshops=[squeezed, *programme.workshops[1:]])

    assert note(plan(programme, "w2"), "Presenting today:") == ["Jo Park", "Li Wei", "Sam Osei"]


def test_meeting_that_could_not_be_planned_heard_nobody(year, plan, note):
    programme = year()
    hasty = attrs.evolve(
        programme.workshops[0],
        agenda=[wc.Session("action-learning:set", id="sets", options={"airtime": 5})],
    )
    programme = attrs.evolve(programme, workshops=[hasty, *programme.workshops[1:]])

    assert note(plan(programme, "w2"), "Presenting today:") == ["Amina Yusuf", "Jo Park", "Li Wei"]


def test_day_without_a_run_sheet_heard_nobody_that_is_known(year, plan, note):
    programme = year()
    unknown = attrs.evolve(
        programme.workshops[0],
        agenda=[*programme.workshops[0].agenda, wc.Session("acme:unknown")],
    )
    programme = attrs.evolve(programme, workshops=[unknown, *programme.workshops[1:]])

    assert note(plan(programme, "w2"), "Presenting today:") == ["Amina Yusuf", "Jo Park", "Li Wei"]


def test_second_meeting_of_a_day_knows_the_first(year, plan, note):
    programme = year()
    [morning] = programme.workshops[0].agenda
    twice = attrs.evolve(
        programme.workshops[0],
        agenda=[
            attrs.evolve(morning, id="morning"),
            wc.Session("check-out"),
            attrs.evolve(morning, id="sets"),
        ],
    )
    programme = attrs.evolve(programme, workshops=[twice, *programme.workshops[1:]])

    assert note(plan(programme, "w2"), "Presenting today:") == ["Amina Yusuf", "Jo Park", "Li Wei"]


def test_template_for_another_team_starts_afresh(year, plan, note):
    recorded = presented(year(), "w1", "Amina Yusuf")
    names = ("Bo Lund", "Ada Eze", "Max Roth", "Tia Moana")

    template = recorded.as_template(
        title="Another year", start="2028-01-10", people=[wc.Person(name) for name in names]
    )

    assert note(plan(template, "w1"), "Presenting today:") == ["Bo Lund", "Ada Eze", "Max Roth"]
