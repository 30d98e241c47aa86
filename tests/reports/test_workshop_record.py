from datetime import date

import pytest
from attrs import evolve

from workshopcore.errors import ReportError
from workshopcore.model.action import Action
from workshopcore.model.agenda import Session
from workshopcore.model.lifecycle import Event
from workshopcore.model.workshop import Actual, Attachment, Attendance
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
        "6 of 9 of those invited were there, 1 of them for part of it; 1 sent apologies, 1 was"
        " absent and of 1 nothing is recorded. 1 sent somebody in their place."
    )
    assert reading.rows(there) == [
        ("Amina Yusuf (Head of service)", "Present", ""),
        ("Tomasz Nowak (Team manager)", "Present", ""),
        ("Mei Chen (Team manager)", "Present", ""),
        ("Owain Price (Team manager)", "Present", ""),
        ("Farida Haidari (Duty manager)", "Present for part of it, until 12:30", ""),
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
    said, *sessions = out.blocks
    assert "Nothing has been summed up" in said.text
    assert [block.title for block in sessions] == ["What is changing?", "What do people say?"]
    law, homes = sessions[0].blocks[0].items
    assert [(run.text, run.mark) for run in law] == [
        ("Law: ", "strong"),
        ("New duty of care", "plain"),
    ]
    assert homes == "Fewer beds, *more* homes"


def test_workshop_record_keeps_outputs_of_a_whole_parallel_part(year, build, reading):
    out = reading.section(record(build, year, "second"), "What came out of it")
    assert reading.words(out.blocks[1:]) == "In parallel\nTwo teams, one list"


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


def test_workshop_record_can_be_sent_the_day_after(year, build, reading):
    report = record(build, year, as_of="2027-01-20")
    assert [block.title for block in report.blocks if hasattr(block, "title")] == [
        "Purpose",
        "Who was there",
        "What came out of it",
        "Decisions",
        "Actions agreed",
        "Parked for later",
        "How we agreed to work together",
        "Next",
    ]
    next_one = dict(reading.section(report, "Next").blocks[0].pairs)
    assert next_one["Your open actions"] == "1 open, due on 12 February 2027"


def test_workshop_record_has_no_section_with_nothing_in_it(build, reading):
    day = reading.one_day(Session(title="Talk", minutes=60))
    report = record(build, day, "day", "2027-06-16")
    titles = [block.title for block in report.blocks if hasattr(block, "title")]
    assert titles == ["Who was there", "Next"]


def test_workshop_record_gives_the_day_of_an_arrival_at_a_residential(year, build, reading):
    late = [Attendance("mei-chen", "part", arrived="2027-03-28T09:00")]
    changed = reading.changed(year, "second", attendance=late)
    there = reading.section(record(build, changed, "second"), "Who was there")
    assert dict(row[:2] for row in reading.rows(there))["Mei Chen (Team manager)"] == (
        "Present for part of it, from 09:00 on 28 March 2027"
    )


def test_workshop_record_counts_attendance_by_the_last_word(year, build, reading):
    said = [Attendance("amina-yusuf", "no-show"), Attendance("amina-yusuf")]
    there = reading.section(
        record(build, reading.changed(year, "first", attendance=said)), "Who was there"
    )
    assert there.blocks[0].text == "1 of 9 of those invited were there; of 8 nothing is recorded."


def test_workshop_record_says_when_nobody_has_looked_at_an_issue(year, build, reading):
    parked = reading.section(record(build, year, as_of="2027-01-20"), "Parked for later")
    notice = parked.blocks[0]
    assert (notice.title, notice.kind) == ("Still to be settled", "warning")
    assert notice.blocks[0].text.startswith("2 of 2 are only parked")
    later = reading.section(record(build, year, as_of="2027-06-15"), "Parked for later")
    assert later.blocks[0].blocks[0].text.startswith("1 of 2 is only parked")


def test_workshop_record_has_no_notice_once_every_issue_was_looked_at(year, build, reading):
    settled = year
    for issue in year.parked_issues:
        if issue.state(date(2027, 6, 15)) == "parked":
            settled = settled.with_triage(issue.id, "2027-06-15", "dropped")
    parked = reading.section(record(build, settled), "Parked for later")
    assert [type(block).__name__ for block in parked.blocks] == ["Table"]


FILES = [
    Attachment("walls/b.jpg", sha256="ab" * 32, caption="The second wall", session="say"),
    Attachment("https://example.org/a.jpg", caption="The first", session="changing"),
    Attachment("javascript:alert(1)", sha256="cd" * 32),
]


def test_workshop_record_names_photographs_in_the_order_of_the_day(year, build, reading):
    changed = reading.changed(year, "first", attachments=FILES)
    files = reading.section(record(build, changed), "Photographs and files")
    assert reading.rows(files) == [
        ("No description", "", "javascript:alert(1)", "cdcdcdcdcdcd"),
        ("The first", "What is changing?", "https://example.org/a.jpg", ""),
        ("The second wall", "What do people say?", "walls/b.jpg", "abababababab"),
    ]


def test_workshop_record_links_photographs_on_the_web_and_no_others(year, build, reading):
    changed = reading.changed(year, "first", attachments=FILES)
    files = reading.section(record(build, changed), "Photographs and files")
    assert [row[2][0].href for row in files.blocks[0].rows] == [
        "",
        "https://example.org/a.jpg",
        "",
    ]


def test_workshop_record_tells_when_all_open_actions_are_due(year, build, reading):
    def due(*actions: Action) -> str:
        only = evolve(year, actions=actions, parked_issues=[], gains=[], quotes=[])
        report = record(build, only, as_of="2027-01-20")
        pairs = dict(reading.section(report, "Next").blocks[0].pairs)
        return pairs.get("Your open actions", "none")

    first = Action("One", "amina-yusuf", "2027-02-12", agreed="2027-01-19")
    second = Action("Two", "mei-chen", "2027-03-12", agreed="2027-01-19")
    undated = Action("Three", "mei-chen", agreed="2027-01-19")
    assert due(first, second) == "2 open, due from 12 February 2027 to 12 March 2027"
    assert due(first, undated) == "2 open, due on 12 February 2027; 1 has no date yet"
    assert due(undated, evolve(undated, id="four")) == "2 open, none with a date yet"
    assert due() == "none"


def test_workshop_record_of_the_last_still_tells_what_is_due(year, build, reading):
    open_one = Action("One", "amina-yusuf", "2027-07-12", agreed="2027-06-15")
    only = evolve(year, actions=[open_one], parked_issues=[], gains=[], quotes=[])
    last, facts = reading.section(record(build, only, "third"), "Next").blocks
    assert last.text == "This was the last workshop of the programme."
    assert dict(facts.pairs) == {"Your open actions": "1 open, due on 12 July 2027"}
