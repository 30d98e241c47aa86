"""Entries one by one: what they change, that they can be said twice, and what is refused."""

import hashlib
from datetime import date

import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.files.notes import Place
from workshopcore.files.notes.attaching import attach
from workshopcore.files.notes.attendance import attend, welcome
from workshopcore.files.notes.course import move, ran
from workshopcore.files.notes.outcomes import decide, park, put_down, triage

HERE = Place("here")
EVENTS = [wc.Event("2026-12-01", "confirmed")]


def entry(scribe, person="amina-yusuf"):
    return scribe.workshop.attendance_of(person)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("present", wc.Attendance("amina-yusuf")),
        ("Attended", wc.Attendance("amina-yusuf")),
        ("apology", wc.Attendance("amina-yusuf", "apology")),
        ("apologies", wc.Attendance("amina-yusuf", "apology")),
        ("no-show", wc.Attendance("amina-yusuf", "no-show")),
        ("absent", wc.Attendance("amina-yusuf", "no-show")),
        ("part", wc.Attendance("amina-yusuf", "part")),
        ("10:05-", wc.Attendance("amina-yusuf", "part", arrived="2027-01-19T10:05")),
        ("substitute: Rosa", wc.Attendance("amina-yusuf", "apology", substitute="rosa-lindqvist")),
    ],
)
def test_attendance_is_taken_down_as_it_is_said(scribe, said, expected):
    found = scribe()
    attend(found, HERE, "Amina", said)
    assert (entry(found), found.problems) == (expected, [])


def test_attendance_said_twice_changes_nothing(scribe):
    found = scribe()
    for _ in range(2):
        attend(found, HERE, "Amina", "10:05-12:00", note="late train")
    assert found.told == ["Amina Yusuf: there for part from 10:05 until 12:00"]


def test_attendance_keeps_what_is_not_said_again(scribe, harbour):
    there = wc.Attendance(
        "amina-yusuf",
        "part",
        arrived="2027-01-19T10:00",
        substitute="mei-chen",
        note="called away",
    )
    found = scribe(harbour(attendance=[there]))
    attend(found, HERE, "Amina", "part")
    assert entry(found) == there
    attend(found, HERE, "Amina", "present")
    assert entry(found) == wc.Attendance("amina-yusuf", note="called away")


def test_attendance_takes_the_last_word(scribe):
    found = scribe()
    attend(found, HERE, "Amina", "no-show")
    attend(found, HERE, "Amina", hours="-12:00", substitute="Rosa")
    assert entry(found) == wc.Attendance(
        "amina-yusuf", "part", left="2027-01-19T12:00", substitute="rosa-lindqvist"
    )
    assert found.told[-1] == "Amina Yusuf: there for part until 12:00, Rosa Lindqvist came"


@pytest.mark.parametrize(
    ("who", "said", "fault"),
    [
        ("Bob", "present", "the name of a person"),
        ("Mei", "present", "Several are called that"),
        ("Amina", "presnt", "Did you mean 'present'?"),
        ("Amina", "", "present, part, apology"),
        ("Amina", "25:00-", "a clock time"),
        ("Amina", "substitute: Amina", "somebody else in their place"),
        ("Amina", "substitute: Bob", "the name of a person"),
    ],
)
def test_attendance_that_cannot_be_is_refused(scribe, who, said, fault, faults):
    found = scribe()
    before = found.programme
    attend(found, HERE, who, said)
    (told,) = faults(found)
    assert fault in told
    assert found.programme is before


def test_attendance_at_a_time_that_the_clocks_skip_is_refused(scribe, faults):
    found = scribe(name="away")
    attend(found, HERE, "Amina", "2027-03-28T01:30-")
    (told,) = faults(found)
    assert told.startswith("here: WC010 a time that exists in Europe/London")
    assert found.workshop.attendance == ()


def test_guest_is_put_on_the_programme_once(scribe):
    found = scribe()
    for _ in range(2):
        welcome(found, HERE, " Ana Duarte ", "Deputy")
    guest = found.programme.people[-1]
    assert (guest.name, guest.role, guest.position) == ("Ana Duarte", "observer", "Deputy")
    assert len(found.programme.people) == 6


def test_guest_without_a_name_is_refused(scribe, faults):
    found = scribe()
    welcome(found, HERE, " ")
    assert faults(found) == ["here: WC003 text that is not empty | ' ' | "]


def test_outputs_are_kept_word_for_word_each_once(scribe, harbour):
    there = harbour(captures=[wc.Capture("gaps", "Two doors"), wc.Capture("gaps", "Two doors")])
    found = scribe(there)
    for text in ("Two doors", "two doors", "Two doors", "Two doors"):
        put_down(found, HERE, "Strengths", text)
    assert [capture.text for capture in found.workshop.captures] == [
        *("Two doors", "Two doors", "two doors", "Two doors"),
    ]


def test_output_gets_its_label_later(scribe, harbour):
    found = scribe(harbour(captures=[wc.Capture("gaps", "Two doors")]))
    put_down(found, HERE, "gaps", "Two doors", "8 dots")
    assert found.workshop.captures == (wc.Capture("gaps", "Two doors", label="8 dots"),)


@pytest.mark.parametrize(("word", "item"), [("North", "north"), ("Two rooms", "two-rooms")])
def test_output_may_be_of_a_track_or_of_all_of_them(scribe, word, item):
    found = scribe()
    put_down(found, HERE, word, "Said")
    assert found.workshop.captures == (wc.Capture(item, "Said"),)


def test_output_of_no_session_or_without_words_is_refused(scribe, faults):
    found = scribe()
    put_down(found, HERE, "strenghts", "Said")
    put_down(found, HERE, "gaps", " ")
    assert faults(found) == [
        "here: WC006 the name of a session | 'strenghts' | Did you mean 'Strengths and gaps'?",
        "here: WC003 text that is not empty | ' ' | ",
    ]


def test_decision_is_of_the_workshop_and_of_its_day(scribe):
    found = scribe()
    decide(found, HERE, "One door", method="vote", dissent="Two would wait")
    assert found.programme.decisions == (
        wc.Decision(
            "One door",
            id="one-door",
            origin="first",
            made="2027-01-19",
            method="vote",
            dissent="Two would wait",
        ),
    )


def test_decision_said_again_takes_what_is_new(scribe):
    found = scribe()
    decide(found, HERE, "One door", session="gaps", rationale="Calls go astray")
    decide(found, HERE, "One door")
    decide(found, HERE, "One door", authority="The team", made=date(2027, 1, 20))
    (decision,) = found.programme.decisions
    assert (decision.origin, decision.rationale, decision.authority, decision.made) == (
        "first/gaps",
        "Calls go astray",
        "The team",
        date(2027, 1, 20),
    )
    assert len(found.told) == 2
    decide(found, HERE, "One door", session="most")
    assert found.programme.decisions[0].origin == "first/most"


def test_decision_of_another_workshop_is_another(scribe, harbour):
    before = evolve(harbour(), decisions=[wc.Decision("One door", origin="away")])
    found = scribe(before)
    decide(found, HERE, "One door")
    assert [decision.origin for decision in found.programme.decisions] == ["away", "first"]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"method": "voting"}, "Did you mean 'vote'?"),
        ({"session": "none"}, "the name of a session"),
        ({"made": "soon"}, "a date such as"),
    ],
)
def test_decision_that_cannot_be_is_refused(scribe, said, fault, faults):
    found = scribe()
    decide(found, HERE, "One door", **said)
    (told,) = faults(found)
    assert fault in told


def test_issue_is_parked_once(scribe):
    found = scribe()
    for _ in range(2):
        park(found, HERE, "Pay", by="Siobhan", session="most")
    issue = found.programme.parked_issues[-1]
    assert (issue.origin, issue.raised, issue.raised_by) == (
        "first/most",
        date(2027, 1, 19),
        "siobhan-mulcrone",
    )
    assert len(found.programme.parked_issues) == 2


@pytest.mark.parametrize(
    ("fate", "state", "note", "became"),
    [
        ("escalated: to the director", "escalated", "to the director", ""),
        ("dropped", "dropped", "", ""),
        ("agenda: in March", "agenda", "in March", ""),
        ("action: call", "action", "", "call"),
        ("action: somebody should", "action", "somebody should", ""),
    ],
)
def test_triage_settles_an_issue_once(scribe, fate, state, note, became):
    found = scribe()
    for _ in range(2):
        triage(found, HERE, "Saturday", fate)
    (issue,) = found.programme.parked_issues
    assert [event.status for event in issue.events] == ["triaged", state]
    assert (issue.events[-1].note, issue.became) == (note, became)
    assert (issue.events[-1].on, found.problems) == (date(2027, 1, 20), [])


def test_triage_names_the_action_by_its_words(scribe):
    found = scribe()
    triage(found, HERE, "saturday", "action", became="union call", note="by March")
    (issue,) = found.programme.parked_issues
    assert (issue.became, issue.events[-1].note) == ("call", "by March")


@pytest.mark.parametrize(
    ("issue", "fate", "fault"),
    [
        ("Sunday", "dropped", "Did you mean 'Saturday opening'?"),
        ("saturday", "droped", "Did you mean 'dropped'?"),
        ("saturday", "", "one of action, agenda, escalated, dropped"),
    ],
)
def test_triage_that_cannot_be_is_refused(scribe, issue, fate, fault, faults):
    found = scribe()
    triage(found, HERE, issue, fate)
    (told,) = faults(found)
    assert fault in told


def test_triage_of_what_is_settled_is_refused(scribe, faults):
    found = scribe()
    triage(found, HERE, "saturday", "dropped")
    triage(found, HERE, "saturday", "escalated")
    assert faults(found) == [
        "here: WC011 an issue that is not settled yet | 'escalated after dropped' | "
    ]


def test_triage_before_later_news_is_refused(scribe, harbour, faults):
    waiting = harbour().parked_issues[0]
    looked_at = evolve(waiting, events=[wc.Event("2027-02-01", "triaged")])
    found = scribe(evolve(harbour(), parked_issues=[looked_at]))
    triage(found, HERE, "saturday", "dropped")
    (told,) = faults(found)
    assert told.startswith("here: WC011 a legal move | another | There is later news of 2027-02-01")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("10:05-11:10", wc.Actual("gaps", "2027-01-19T10:05", "2027-01-19T11:10")),
        ("10:05-", wc.Actual("gaps", "2027-01-19T10:05")),
        ("cut", wc.Actual("gaps", fate="cut")),
        ("Moved", wc.Actual("gaps", fate="moved")),
    ],
)
def test_actual_times_are_taken_down_once(scribe, said, expected):
    found = scribe()
    for _ in range(2):
        ran(found, HERE, "Strengths and gaps", said)
    assert (found.workshop.actuals, len(found.told)) == ((expected,), 1)


def test_actual_times_keep_a_note_that_is_not_said_again(scribe, harbour):
    found = scribe(harbour(actuals=[wc.Actual("gaps", fate="cut", note="no time")]))
    ran(found, HERE, "gaps", "10:05-11:10")
    (actual,) = found.workshop.actuals
    assert (actual.fate, actual.note) == ("done", "no time")


def test_actual_times_at_a_residential_are_on_the_day_of_the_plan(scribe, harbour):
    found = scribe(name="away")
    ran(found, HERE, "Morning", "11:00-12:30")
    ran(found, HERE, "Evening", "14:10-15:00")
    assert [f"{actual.start:%d %H:%M}" for actual in found.workshop.actuals] == [
        "28 11:00",
        "27 14:10",
    ]


@pytest.mark.parametrize(
    ("session", "said", "fault"),
    [
        ("gaps", "half past", "times such as 10:05-11:10, cut or moved"),
        ("gaps", "cutt", "Did you mean 'cut'?"),
        ("gaps", "25:00-", "a clock time"),
        ("gap", "cut", "Did you mean 'Strengths and gaps'?"),
    ],
)
def test_actual_times_that_cannot_be_are_refused(scribe, session, said, fault, faults):
    found = scribe()
    ran(found, HERE, session, said)
    (told,) = faults(found)
    assert fault in told


def test_actual_times_without_a_plan_need_their_day(scribe, harbour, faults):
    away = harbour().workshop("away")
    untimed = evolve(away, agenda=[wc.Session("gone:away", id="lost")])
    found = scribe(evolve(harbour(), workshops=[untimed], parked_issues=[]), name="away")
    ran(found, HERE, "lost", "14:30-15:00")
    ran(found, HERE, "lost", "2027-03-27T14:30-15:00")
    (told,) = faults(found)
    assert "a time with its day" in told
    assert f"{found.workshop.actuals[0].start:%d %H:%M}" == "27 14:30"


def test_workshop_is_delivered_on_its_day_and_written_up_when_it_is(scribe, harbour):
    found = scribe(harbour(events=EVENTS), today=date(2027, 1, 25))
    for state in ("delivered", "delivered", "written-up"):
        move(found, HERE, state)
    assert [(str(e.on), e.status) for e in found.workshop.events[1:]] == [
        ("2027-01-19", "delivered"),
        ("2027-01-25", "written-up"),
    ]


def test_workshop_moves_on_the_day_that_is_given(scribe, harbour):
    found = scribe(harbour(events=EVENTS), on=date(2027, 1, 21))
    move(found, HERE, "in-progress")
    assert found.workshop.events[-1].on == date(2027, 1, 21)


def test_workshop_moves_never_before_its_last_move(scribe, harbour):
    late = [wc.Event("2027-01-22", "confirmed")]
    found = scribe(harbour(events=late))
    move(found, HERE, "in-progress")
    assert found.workshop.events[-1].on == date(2027, 1, 22)


@pytest.mark.parametrize(
    ("state", "fault"),
    [
        (
            "closed",
            "one of in-progress, delivered, postponed, cancelled | 'closed after confirmed'",
        ),
        ("deliverd", "'deliverd' | Did you mean 'delivered'?"),
        ("xyz", "'xyz' | States: proposed,"),
    ],
)
def test_workshop_makes_no_illegal_move(scribe, harbour, state, fault, faults):
    found = scribe(harbour(events=EVENTS))
    move(found, HERE, state)
    (told,) = faults(found)
    assert fault in told


def test_workshop_that_is_closed_moves_no_more(scribe, harbour, faults):
    over = [*EVENTS, *(wc.Event("2027-01-19", s) for s in ("delivered", "written-up", "closed"))]
    found = scribe(harbour(events=over))
    move(found, HERE, "delivered")
    assert faults(found) == [
        "here: WC011 nothing more, as it is closed | 'delivered after closed' | "
    ]


def test_workshop_is_not_closed_while_an_issue_is_only_parked(scribe, harbour, faults):
    written = [*EVENTS, *(wc.Event("2027-01-19", s) for s in ("delivered", "written-up"))]
    found = scribe(harbour(events=written))
    move(found, HERE, "closed")
    assert faults(found) == [
        (
            "here: WC011 every issue looked at before the workshop is closed |"
            " '1 only parked: saturday' | Settle each first, such as saturday = escalated"
        )
    ]
    again = scribe(harbour(events=written))
    triage(again, HERE, "saturday", "dropped")
    move(again, HERE, "closed")
    assert again.workshop.state(date(2027, 1, 20)) == "closed"


def test_attachment_is_named_from_the_programmes_folder_with_its_hash(scribe, tmp_path):
    photo = tmp_path / "photos" / "wall.jpg"
    photo.parent.mkdir()
    photo.write_bytes(b"\xff\xd8 a wall")
    found = scribe()
    for _ in range(2):
        attach(found, HERE, "wall.jpg", beside=photo.parent, caption="A wall", session="gaps")
    digest = hashlib.sha256(b"\xff\xd8 a wall").hexdigest()
    assert found.workshop.attachments == (
        wc.Attachment("photos/wall.jpg", sha256=digest, caption="A wall", session="gaps"),
    )
    assert found.told == ["Attached: photos/wall.jpg"]


def test_attachment_outside_the_folder_is_named_upwards(scribe, tmp_path):
    (tmp_path / "wall.jpg").write_bytes(b"wall")
    folder = tmp_path / "programme"
    folder.mkdir()
    found = scribe(folder=folder)
    attach(found, HERE, str(tmp_path / "wall.jpg"), beside=tmp_path)
    assert found.workshop.attachments[0].path == "../wall.jpg"


def test_attachment_that_changed_gets_its_new_hash_and_keeps_its_caption(scribe, tmp_path):
    photo = tmp_path / "wall.jpg"
    found = scribe()
    photo.write_bytes(b"one")
    attach(found, HERE, "wall.jpg", beside=tmp_path, caption="A wall", session="gaps")
    photo.write_bytes(b"two")
    attach(found, HERE, "wall.jpg", beside=tmp_path)
    (attachment,) = found.workshop.attachments
    assert attachment.sha256 == hashlib.sha256(b"two").hexdigest()
    assert (attachment.caption, attachment.session) == ("A wall", "gaps")


def test_attachment_on_the_web_is_not_fetched(scribe, tmp_path):
    found = scribe()
    attach(found, HERE, "https://example.org/wall.jpg", beside=tmp_path, caption="A wall")
    assert found.workshop.attachments == (
        wc.Attachment("https://example.org/wall.jpg", caption="A wall"),
    )


@pytest.mark.parametrize("name", ["none.jpg", ".", "a\0b"])
def test_attachment_that_cannot_be_read_is_refused(scribe, tmp_path, name, faults):
    found = scribe()
    attach(found, HERE, name, beside=tmp_path)
    (told,) = faults(found)
    assert told.startswith("here: WC003 a file that can be read")


def test_attachment_that_is_a_pipe_keeps_nobody_waiting(scribe, tmp_path, faults):
    import os

    os.mkfifo(tmp_path / "pipe")
    found = scribe()
    attach(found, HERE, "pipe", beside=tmp_path)
    (told,) = faults(found)
    assert "an ordinary file, neither a pipe nor a device" in told


def test_scribe_reports_a_field_under_its_entry_in_a_file(scribe, faults):
    found = scribe()
    decide(found, Place("decisions[0]", "notes.toml", 3), "One door", method="voting")
    (told,) = faults(found)
    assert told.startswith("notes.toml:3 decisions[0].method: WC003")
