from datetime import date

import pytest
from attrs import evolve

from workshopcore.contracts.reports import ReportRequest
from workshopcore.errors import ReportError, UnknownKeyError
from workshopcore.model.expert import ExpertQuestion, FollowUp
from workshopcore.model.lifecycle import Event
from workshopcore.reports import ExpertBrief


def with_engagement(year, **fields):
    return evolve(year, experts=[evolve(year.experts[0], **fields)])


def test_expert_brief_gives_topic_workshop_and_slot(year, build):
    report = build(year, "expert-brief", engagement="assessors")
    assert report.blocks[0].pairs == (
        ("For", "Beatriz Lima (Researcher)"),
        ("Topic", "Trusted assessors"),
        ("Client", "A county council"),
        ("Workshop", "Making it work"),
        ("When", "Tuesday 15 June 2027, 10:00–15:00; Europe/Paris time"),
        ("Your slot", "11:00–12:00 (60 minutes)"),
    )


def test_expert_brief_says_what_is_asked_in_paragraphs(year, build, reading):
    asked = reading.section(
        build(year, "expert-brief", engagement="assessors"), "What we ask of you"
    )
    assert [p.text for p in asked.blocks] == ["Tell us what failed first.", "Then what worked."]


def test_expert_brief_says_what_comes_before_and_after(year, build, reading):
    slot = reading.section(build(year, "expert-brief", engagement="assessors"), "Your slot")
    assert slot.blocks[0].pairs == (
        ("Starts", "11:00"),
        ("Ends", "12:00"),
        ("Before it", "Where the actions stand"),
        ("After it", "Break"),
    )
    assert slot.blocks[1].pairs == (
        ("Talk", "25 minutes"),
        ("Questions and discussion", "35 minutes"),
    )


def test_expert_brief_knows_the_neighbours_in_the_same_track(year, build, reading):
    inside = with_engagement(year, session="second/duty")
    slot = reading.section(build(inside, "expert-brief", engagement="assessors"), "Your slot")
    assert dict(slot.blocks[0].pairs)["Before it"] == "Casework"
    assert dict(slot.blocks[0].pairs)["After it"] == "Break"


def test_expert_brief_says_who_will_be_there_in_numbers(year, build, reading):
    room = reading.section(
        build(year, "expert-brief", engagement="assessors"), "Who will be in the room"
    )
    assert room.blocks[0].pairs == (
        ("How many", "9 people"),
        ("Who they are", "Managers of one service"),
        ("What they know already", "They have read one report"),
    )


def test_expert_brief_gives_questions_without_names_or_posts(year, build, reading):
    report = build(year, "expert-brief", engagement="assessors")
    assert reading.section(report, "Likely questions").blocks[0].items == (
        "What would you not do again? (from a participant)",
        "How long did it take?",
    )
    assert "Tomasz" not in reading.words(report)


def test_expert_brief_gives_the_terms_and_who_to_ask(year, build, reading):
    report = build(year, "expert-brief", engagement="assessors")
    assert reading.section(report, "Terms").blocks[0].pairs == (
        ("Fee", "€650.00"),
        ("Interests declared", "None declared"),
    )
    day = dict(reading.section(report, "On the day").blocks[0].pairs)
    assert (day["Your host"], day["Facilitation"]) == ("Jo Marsh", "Sam Okafor (sam@example.org)")


def test_expert_brief_says_what_happens_afterwards(year, build, reading):
    after = reading.section(build(year, "expert-brief", engagement="assessors"), "Afterwards")
    assert after.blocks[0].items == (
        "Send the checklist (you, by 30 June 2027)",
        "Write to thank (Amina Yusuf)",
    )


def test_expert_brief_leaves_open_who_follows_up(year, build, reading):
    later = with_engagement(year, follow_ups=[FollowUp("Stay in touch")])
    after = reading.section(build(later, "expert-brief", engagement="assessors"), "Afterwards")
    assert after.blocks[0].items == ("Stay in touch",)


def test_expert_brief_names_what_the_workshop_works_towards(year, build, reading):
    first = with_engagement(year, session="first/must-change")
    report = build(first, "expert-brief", engagement="assessors")
    assert "A vision that staff know" in reading.words(reading.section(report, "The workshop"))
    # The format of that session has one step.
    assert reading.rows(reading.section(report, "Your slot")) == [("Listen", "10", "threes")]


def test_expert_brief_without_a_session_promises_the_time(year, build, reading):
    open_yet = with_engagement(year, session="")
    report = build(open_yet, "expert-brief", engagement="assessors")
    assert dict(report.blocks[0].pairs)["Workshop"] == "still to be agreed"
    assert "as soon as it is set" in reading.words(reading.section(report, "Your slot"))


def test_expert_brief_for_a_whole_track_promises_the_time(year, build, reading):
    track = with_engagement(year, session="second/north")
    slot = reading.section(build(track, "expert-brief", engagement="assessors"), "Your slot")
    assert "as soon as it is set" in reading.words(slot)


def test_expert_brief_warns_facilitators_of_a_talk_that_does_not_fit(year, build, reading):
    long = with_engagement(year, talk_minutes=50)
    whole = build(long, "expert-brief", engagement="assessors", whole=True)
    sent = build(long, "expert-brief", engagement="assessors")
    assert "take 85 minutes, the slot has 60" in reading.words(whole)
    assert "85" not in reading.words(sent)


def test_expert_brief_is_not_for_somebody_who_is_not_coming(year, build):
    gone = year.with_event(Event("2027-04-01", "withdrawn"), "expert", "assessors")
    with pytest.raises(ReportError, match="'assessors' is 'withdrawn'"):
        build(gone, "expert-brief", engagement="assessors", as_of="2027-04-01")
    assert build(gone, "expert-brief", engagement="assessors", as_of="2027-03-31")


def test_expert_brief_asks_for_an_engagement(year):
    with pytest.raises(ReportError, match="name one of assessors"):
        ExpertBrief().build(year, ReportRequest(as_of=date(2027, 3, 1)))
    with pytest.raises(UnknownKeyError, match="Did you mean 'assessors'"):
        ExpertBrief().build(year, ReportRequest(engagement="assesors"))


def test_expert_brief_has_the_five_likeliest_questions(year, build, reading):
    questions = [ExpertQuestion(f"Question {n}?", points=n) for n in range(7)]
    asked = with_engagement(year, questions=questions)
    likely = reading.section(
        build(asked, "expert-brief", engagement="assessors"), "Likely questions"
    )
    assert likely.blocks[0].items == tuple(f"Question {n}?" for n in (6, 5, 4, 3, 2))


@pytest.mark.parametrize(
    ("arrives", "told"),
    [
        (("10:45", "11:15"), "not before 10:45 and not after 11:15, also when the day runs late"),
        (("11:00", "11:00"), "at 11:00, also when the day runs late"),
    ],
)
def test_expert_brief_says_when_the_session_starts_for_certain(year, build, reading, arrives, told):
    locked = with_engagement(year, arrives=arrives)
    report = build(locked, "expert-brief", engagement="assessors")
    assert (
        dict(reading.section(report, "On the day").blocks[0].pairs)["Your session starts"] == told
    )


@pytest.mark.parametrize(
    ("consent", "told"),
    [
        ("not-asked", "Sound only. Please tell us whether you agree."),
        ("given", "Sound only. You have agreed to it."),
        ("refused", "Sound only. As you asked, nothing is recorded."),
    ],
)
def test_expert_brief_says_what_was_agreed_of_recording(year, build, reading, consent, told):
    asked = with_engagement(year, recording="Sound only.", recording_consent=consent)
    report = build(asked, "expert-brief", engagement="assessors")
    assert dict(reading.section(report, "On the day").blocks[0].pairs)["Recording"] == told


@pytest.mark.parametrize(
    ("terms", "pairs"),
    [
        ({"fee_basis": "pro-bono"}, (("Fee", "none: you give your time"),)),
        ({"fee_basis": "day-rate"}, (("Fee", "€650.00 a day, for 1 day"),)),
        (
            {"fee_basis": "day-rate", "days": "1.5", "expenses_cap": "90 EUR"},
            (
                ("Fee", "€650.00 a day, for 1.5 days"),
                ("Expenses", "up to €90.00, with receipts"),
            ),
        ),
        (
            {"fee": None, "expenses": "40 EUR", "cancellation": "Free until June"},
            (("Expenses", "€40.00"), ("If it is called off", "Free until June")),
        ),
    ],
)
def test_expert_brief_gives_the_terms_as_they_were_agreed(year, build, reading, terms, pairs):
    agreed = with_engagement(year, **terms)
    section = reading.section(build(agreed, "expert-brief", engagement="assessors"), "Terms")
    assert section.blocks[0].pairs == (*pairs, ("Interests declared", "None declared"))
