import pytest
from attrs import evolve

from workshopcore.errors import ReportError, UnknownKeyError
from workshopcore.model.action import Action, Update
from workshopcore.model.expert import ExpertQuestion, FollowUp
from workshopcore.model.lifecycle import Event

AFTER = "2027-09-30"


def held(year, *more, **fields):
    """Return the year after the expert's session."""
    old = year.experts[0]
    known = {event.status for event in old.events}
    states = ["approached", "agreed", "confirmed", "delivered"]
    events = [*old.events, *(Event("2027-06-15", s) for s in states if s not in known), *more]
    return evolve(year, experts=[evolve(old, events=events, **fields)])


def letter(build, year, as_of=AFTER):
    return build(year, "expert-thanks", engagement="assessors", as_of=as_of)


def test_letter_thanks_for_the_day_and_the_topic(year, build):
    greeting, thanks = letter(build, held(year, questions=[])).blocks[:2]
    assert greeting.text == "Dear Beatriz Lima,"
    assert thanks.text == (
        "Thank you for coming to our workshop “Making it work” on Tuesday 15 June 2027"
        " to speak about “Trusted assessors”."
    )


def test_letter_repeats_the_answers_the_likeliest_first(year, build, reading):
    questions = [
        ExpertQuestion("How?", answer="Slowly."),
        ExpertQuestion("Why?", answer=" Because. ", points=3, asked_by="tomasz-nowak"),
        ExpertQuestion("When?", points=9),
    ]
    report = letter(build, held(year, questions=questions))
    (answers, ask) = reading.section(report, "What you answered").blocks
    assert [(item.text, item.items) for item in answers.items] == [
        ("Why?", ("Because.",)),
        ("How?", ("Slowly.",)),
    ]
    assert "please tell us" in ask.text
    assert "You answered 2 questions" in report.blocks[1].text
    assert "Tomasz" not in reading.words(report)


def test_letter_parts_the_promises_of_the_two_sides(year, build, reading):
    promises = [
        FollowUp("Send the checklist", owner="beatriz-lima", due="2027-06-30", done="2027-06-28"),
        FollowUp("Send the photographs", owner="beatriz-lima"),
        FollowUp("Report on the trial", owner="amina-yusuf", due="2027-10-15"),
        FollowUp("Stay in touch"),
    ]
    report = letter(build, held(year, follow_ups=promises))
    assert reading.section(report, "What you kindly promised").blocks[0].items == (
        "Send the checklist (done on 28 June 2027, thank you)",
        "Send the photographs",
    )
    assert reading.section(report, "What we promised").blocks[0].items == (
        "Report on the trial (Amina Yusuf, by 15 October 2027)",
        "Stay in touch",
    )


def test_letter_knows_nothing_of_what_is_done_later(year, build, reading):
    promise = FollowUp("Send it", owner="beatriz-lima", due="2027-06-30", done="2027-06-28")
    report = letter(build, held(year, follow_ups=[promise]), as_of="2027-06-20")
    kept = reading.section(report, "What you kindly promised").blocks[0].items
    assert kept == ("Send it (by 30 June 2027)",)


@pytest.mark.parametrize(
    ("updates", "told"),
    [
        ([], "Report on it (Amina Yusuf, by 30 August 2027)"),
        (
            [Update("2027-07-01", "done"), Update("2027-07-20", "verified")],
            "Report on it (Amina Yusuf, done on 1 July 2027)",
        ),
    ],
)
def test_letter_knows_what_became_of_the_action(year, build, reading, updates, told):
    action = Action(
        "Report on it",
        "amina-yusuf",
        "2027-08-30",
        id="report",
        agreed="2027-06-15",
        updates=updates,
    )
    promise = FollowUp("Report on it", owner="amina-yusuf", due="2027-08-30", action="report")
    known = evolve(year, actions=[*year.actions, action])
    after = held(known, follow_ups=[promise])
    assert reading.section(letter(build, after), "What we promised").blocks[0].items == (told,)


@pytest.mark.parametrize(
    ("fields", "more", "pairs"),
    [
        ({}, (), (("Your invoice", "please send it to us"),)),
        (
            {"invoiced": "2027-06-20", "invoice": "650.00 EUR"},
            (),
            (("Your invoice", "€650.00, received on 20 June 2027"), ("Paid", "not yet")),
        ),
        (
            {"invoiced": "2027-06-20"},
            (Event("2027-07-02", "paid"),),
            (("Your invoice", "received on 20 June 2027"), ("Paid", "on 2 July 2027")),
        ),
    ],
)
def test_letter_says_how_far_the_payment_is(year, build, reading, fields, more, pairs):
    report = letter(build, held(year, *more, **fields))
    assert reading.section(report, "Payment").blocks[0].pairs == pairs


def test_letter_of_somebody_who_gave_their_time_says_nothing_of_money(year, build, reading):
    free = held(year, fee=None, expenses=None, fee_basis="pro-bono")
    assert "Payment" not in reading.words(letter(build, free))


def test_letter_is_signed_by_the_host_and_the_facilitators(year, build):
    assert letter(build, held(year)).blocks[-1].text == "Jo Marsh and Sam Okafor"


def test_letter_without_a_session_or_a_host_is_not_signed(year, build):
    report = letter(build, held(year, session="", host=""))
    assert report.blocks[-1].text == "With our thanks, and kind regards"
    assert "for coming on Tuesday 15 June 2027 to speak" in report.blocks[1].text


def test_letter_waits_until_the_session_was_held(year, build):
    with pytest.raises(ReportError, match="thanks go out once it is 'delivered'"):
        letter(build, held(year), as_of="2027-06-14")


def test_letter_asks_for_an_engagement(year, build):
    with pytest.raises(UnknownKeyError, match="Did you mean 'assessors'"):
        build(held(year), "expert-thanks", engagement="asessors", as_of=AFTER)
