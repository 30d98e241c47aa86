import pytest
from attrs import evolve

from workshopcore.errors import ReportError
from workshopcore.model.agenda import Session
from workshopcore.model.lifecycle import Event
from workshopcore.model.workshop import Actual
from workshopcore.reports import WorkshopRecord

COPY = WorkshopRecord(key="facilitators-record", audience="facilitators")


def copy(build, year, workshop="first"):
    """Return the record that a house makes for its own facilitators."""
    return build(year, COPY, workshop=workshop, as_of="2027-06-20")


def record(build, year, workshop="first", as_of="2027-06-20", **request):
    return build(year, "workshop-record", workshop=workshop, as_of=as_of, **request)


def test_workshop_record_says_who_was_there(year, build, reading):
    there = reading.section(record(build, year), "Who was there")
    assert there.blocks[0].text == (
        "6 of 9 of those invited were there; 1 sent somebody in their place."
    )
    assert reading.rows(there) == [
        ("Amina Yusuf (Head of service)", "Present", ""),
        ("Tomasz Nowak (Team manager)", "Present", ""),
        ("Mei Chen (Team manager)", "Present", ""),
        ("Owain Price (Team manager)", "Present", ""),
        ("Farida Haidari (Duty manager)", "Present for part of the day, until 12:30", ""),
        ("Kwame Boateng (Reviews manager)", "Present", ""),
        ("Ingrid Solheim (Quality lead)", "Apologies", "Helen Grant (Director)"),
        ("Ravi Menon (Commissioning manager)", "Absent", ""),
        ("Jo Marsh (Business manager)", "Not recorded", ""),
        ("Sam Okafor", "Present", ""),
    ]


def test_workshop_record_invites_no_one_who_joined_later(year, build, reading):
    assert "Leila" not in reading.words(record(build, year))


def test_workshop_record_keeps_notes_on_attendance_for_facilitators(year, build, reading):
    assert "school pick-up" not in reading.words(record(build, year))
    own = copy(build, year)
    assert (own.audience, own.name) == ("facilitators", "facilitators-record-first")
    assert "school pick-up" in reading.words(reading.section(own, "Who was there"))


def test_workshop_record_compares_times_for_facilitators(year, build, reading):
    assert "Actual and planned times" not in reading.words(record(build, year))
    times = reading.section(copy(build, year), "Actual and planned times")
    assert reading.rows(times) == [
        ("Check-in", "09:30–09:45", "09:30–09:50", "+5", "Done", "late train"),
        ("What do people say?", "11:30–12:30", "", "", "Cut", ""),
        ("What is changing?", "09:45–11:15", "from 09:50", "", "Done", ""),
        ("Our vision", "14:00–15:15", "until 15:20", "", "Done", ""),
    ]


def test_workshop_record_compares_times_without_a_plan_too(build, reading):
    day = reading.one_day(
        Session("gone:away", id="lost"),
        actuals=[Actual("lost", "2027-06-15T10:00", "2027-06-15T10:30")],
    )
    times = reading.section(copy(build, day, "day"), "Actual and planned times")
    assert reading.rows(times) == [("Away", "10:00–10:30", "Done")]


def test_workshop_record_keeps_outputs_word_for_word(year, build, reading):
    out = reading.section(record(build, year), "What came out of it")
    assert [block.title for block in out.blocks] == ["What is changing?", "What do people say?"]
    law, homes = out.blocks[0].blocks[0].items
    assert [(run.text, run.mark) for run in law] == [
        ("Law: ", "strong"),
        ("New duty of care", "plain"),
    ]
    assert homes == "Fewer beds, *more* homes"


def test_workshop_record_keeps_outputs_of_a_whole_parallel_part(year, build, reading):
    out = reading.section(record(build, year, "second"), "What came out of it")
    assert reading.words(out.blocks) == "In parallel\nTwo teams, one list"


def test_workshop_record_tells_decisions_with_method_and_dissent(year, build, reading):
    decisions = reading.section(record(build, year, as_of="2027-01-19"), "Decisions")
    assert reading.rows(decisions) == [
        ("One duty desk", "By vote", "Calls go astray", "Two would wait"),
        ("Meet on Mondays", "By consensus", "", ""),
    ]


def test_workshop_record_tells_what_became_of_decisions(year, build, reading):
    decisions = reading.section(record(build, year), "Decisions")
    assert [row[-1] for row in reading.rows(decisions)] == [
        "replaced by: Two duty desks",
        "reversed on 28 March 2027",
    ]


def test_workshop_record_tells_which_actions_were_agreed_there(year, build, reading):
    actions = reading.section(record(build, year), "Actions agreed")
    assert reading.rows(actions) == [
        (
            "draft",
            "Draft the vision",
            "Amina Yusuf",
            "Mei Chen and Jo Marsh",
            "12 February 2027",
            "A page on the intranet",
        )
    ]


def test_workshop_record_tells_which_actions_were_reviewed_there(year, build, reading):
    second = reading.section(record(build, year, "second"), "Actions reviewed")
    third = reading.section(record(build, year, "third"), "Actions reviewed")
    assert reading.rows(second) == [
        (
            "draft",
            "Draft the vision",
            "Amina Yusuf",
            "In progress, carried over; now due 15 April 2027",
            "Comments came late",
        )
    ]
    assert reading.rows(third)[0][3] == "Blocked, carried over"


def test_workshop_record_follows_parked_issues(year, build, reading):
    def parked(as_of: str) -> list[str]:
        section = reading.section(record(build, year, as_of=as_of), "Parked for later")
        return [row[1] for row in reading.rows(section)]

    assert parked("2027-01-19") == ["Still parked", "Still parked"]
    assert parked("2027-03-28") == ["Looked at, not yet settled", "Still parked"]
    assert parked("2027-06-15") == ["Became an action: Keep one list", "Still parked"]


def test_workshop_record_does_not_say_who_raised_an_issue(year, build, reading):
    parked = reading.section(record(build, year), "Parked for later")
    assert "Tomasz" not in reading.words(parked)


def test_workshop_record_keeps_what_the_expert_answered(year, build, reading):
    expert = reading.section(record(build, year, "third"), "External expert")
    assert expert.blocks[0].text == "Beatriz Lima (Researcher): Trusted assessors"
    assert reading.rows(expert) == [
        ("What would you not do again?", "Start with forms"),
        ("How long did it take?", ""),
        ("Send the checklist", "Beatriz Lima", "30 June 2027"),
        ("Write to thank", "Amina Yusuf", ""),
    ]


def test_workshop_record_forgets_an_expert_who_did_not_come(year, build, reading):
    gone = year.with_event(Event("2027-04-01", "withdrawn"), "expert", "assessors")
    assert "External expert" not in reading.words(record(build, gone, "third"))


def test_workshop_record_gives_the_next_date(year, build, reading):
    pairs = dict(reading.section(record(build, year), "Next").blocks[0].pairs)
    assert pairs["Workshop"] == "Away together"
    assert pairs["When"].startswith("Saturday 27 March 2027, 14:00 – Sunday 28 March 2027, 12:00")


def test_workshop_record_passes_over_a_workshop_that_is_off(year, build, reading):
    off = reading.changed(year, "second", events=[Event("2027-02-01", "postponed")])
    pairs = dict(reading.section(record(build, off), "Next").blocks[0].pairs)
    assert pairs["Workshop"] == "Making it work"


def test_workshop_record_of_the_last_says_so(year, build, reading):
    end = reading.section(record(build, year, "third"), "Next")
    assert end.blocks[0].text == "This was the last workshop of the programme."


@pytest.mark.parametrize("as_of", ["2027-01-18", "2026-01-01"])
def test_workshop_record_waits_for_the_workshop(year, build, as_of):
    with pytest.raises(ReportError, match="there is nothing to record yet"):
        record(build, year, as_of=as_of)


def test_workshop_record_of_a_cancelled_workshop_is_refused(year, build, reading):
    off = reading.changed(year, "third", events=[Event("2027-06-01", "cancelled")])
    with pytest.raises(ReportError, match="'third' is 'cancelled'"):
        record(build, off, "third")


def test_workshop_record_of_a_day_without_any_people(build, reading):
    nobody = evolve(reading.one_day(), people=[])
    assert "Who was there" not in reading.words(record(build, nobody, "day"))
