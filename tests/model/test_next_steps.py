from datetime import date

import attrs
import pytest

import workshopcore as wc
from workshopcore.model.expert import ExpertQuestion
from workshopcore.model.next_steps import NextStep, next_steps

DAY = date(2027, 6, 15)
HISTORY = [
    wc.Event("2027-02-15", "approached"),
    wc.Event("2027-03-15", "agreed"),
    wc.Event("2027-04-15", "contracted"),
    wc.Event("2027-05-15", "briefed"),
    wc.Event("2027-06-01", "confirmed"),
    wc.Event("2027-06-15", "delivered"),
    wc.Event("2027-08-15", "paid"),
]


def events(until):
    """Return a history as far as a state."""
    states = [event.status for event in HISTORY]
    return HISTORY[: states.index(until) + 1]


COMPLETE = {
    "conflict_of_interest": "None",
    "fee": "650 GBP",
    "approved": "2027-03-01",
    "host": "amina",
    "arrives": ("09:30", "11:00"),
    "brief": "What was hard?",
    "brief_sent": "2027-05-15",
    "questions": [ExpertQuestion("Why?")],
}


def year(*others, **fields):
    return wc.Programme(
        title="A year",
        people=[
            wc.Person("Amina"),
            wc.Person("Eve", role="expert"),
            wc.Person("Ali", role="expert"),
        ],
        workshops=[
            wc.Workshop(
                "One",
                start="2027-06-15T09:30",
                end="2027-06-15T12:30",
                agenda=[wc.Session("expert-interview", id="guest", window=("09:30", "11:00"))],
            )
        ],
        experts=[
            *others,
            wc.ExpertEngagement("eve", "Choice", **{"id": "eve", "session": "one/guest", **fields}),
        ],
    )


def steps(as_of="2027-05-20", *others, **fields):
    programme = year(*others, **fields)
    return list(next_steps(programme, programme.engagement("eve"), date.fromisoformat(as_of)))


def words(*arguments, **fields):
    return [step.what for step in steps(*arguments, **fields)]


def test_first_somebody_is_asked_then_there_is_an_answer_to_get():
    assert steps() == [NextStep("approach them")]
    assert steps(reply_by="2027-02-26", events=events("approached")) == [
        NextStep("get their answer", date(2027, 2, 26))
    ]


@pytest.mark.parametrize("state", ["declined", "withdrawn"])
def test_nothing_is_to_be_done_about_somebody_who_does_not_come(state):
    assert steps(events=[wc.Event("2027-02-01", state)]) == []


def test_who_stands_behind_somebody_on_the_shortlist_waits():
    ahead = wc.ExpertEngagement("ali", "Choice", id="ali", session="one/guest")
    assert words("2027-05-20", ahead) == ["wait: Ali comes first on the shortlist"]


def test_nothing_but_to_confirm_is_left_when_all_is_ready():
    ready = steps(events=events("briefed"), **COMPLETE)
    assert ready == [NextStep("have them confirm", DAY)]
    assert steps("2027-06-15", events=events("confirmed"), **COMPLETE) == []


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"conflict_of_interest": ""}, "ask about conflicts of interest"),
        ({"fee": None}, "agree the fee"),
        ({"approved": None}, "have the terms approved"),
        ({"recording": "Sound"}, "ask for consent to recording"),
        ({"host": ""}, "name a host"),
        ({"arrives": None}, "agree when they can be there"),
        ({"arrives": ("10:00", "11:00")}, "lock their times into the agenda"),
        ({"questions": ()}, "collect questions from the group"),
        (
            {"questions": [ExpertQuestion("Why?"), ExpertQuestion("How?")]},
            "have the questions put in order",
        ),
        ({"brief": ""}, "write the brief"),
    ],
)
def test_what_is_missing_before_the_session_is_to_be_done_by_then(change, what):
    fields = {"events": events("confirmed"), **COMPLETE, **change}
    assert steps("2027-06-14", **fields) == [NextStep(what, DAY)]


def test_brief_is_to_be_sent_until_it_was():
    fields = {"events": events("contracted"), **COMPLETE}
    assert words("2027-05-14", **fields) == ["send the brief", "have them confirm"]
    assert words("2027-05-15", **fields) == ["have them confirm"]


def test_somebody_who_gives_their_time_needs_no_fee_and_no_approval():
    free = {**COMPLETE, "fee": None, "approved": None, "fee_basis": "pro-bono"}
    assert words("2027-06-14", events=events("confirmed"), **free) == []


def test_terms_become_a_contract_and_a_session_is_found():
    fields = {"events": events("agreed"), **COMPLETE, "session": ""}
    assert steps("2027-05-20", **fields) == [
        NextStep("put the terms into a contract"),
        NextStep("give it a session"),
        NextStep("have them confirm"),
    ]


def test_session_that_is_over_is_to_be_recorded():
    assert steps("2027-06-16", events=events("confirmed"), **COMPLETE) == [
        NextStep("record that it was delivered, or withdrawn", DAY)
    ]


def test_afterwards_thanks_promises_and_money_are_owed():
    promises = [
        wc.FollowUp("Send it", due="2027-07-20"),
        wc.FollowUp("Report", done="2027-06-18"),
    ]
    fields = {"events": events("delivered"), **COMPLETE, "follow_ups": promises}
    assert steps("2027-06-17", **fields) == [
        NextStep("send the letter of thanks"),
        NextStep("see to what was promised: Send it", date(2027, 7, 20)),
        NextStep("see to what was promised: Report"),
        NextStep("ask for the invoice"),
    ]
    later = {"thanked": "2027-06-18", "invoiced": "2027-06-20", "invoice": "640 GBP"}
    assert words("2027-06-20", **fields, **later) == [
        "see to what was promised: Send it",
        "have 640 GBP paid",
    ]


def test_nothing_is_owed_when_all_is_paid_or_nothing_was_asked():
    paid = {"events": events("paid"), **COMPLETE, "thanked": "2027-06-16"}
    assert words("2027-09-01", **paid) == []
    free = {**paid, "events": events("delivered"), "fee": None, "fee_basis": "pro-bono"}
    assert words("2027-09-01", **free) == []


def test_promise_in_the_action_log_is_seen_to_there():
    promise = wc.FollowUp("Send it", action="send-it")
    before = year(events=events("paid"), thanked="2027-06-16")
    action = wc.Action("Send it", "amina", "2027-07-20", id="send-it", agreed="2027-06-15")
    linked = attrs.evolve(before.experts[0], follow_ups=[promise])
    after = attrs.evolve(before, actions=[action], experts=[linked])
    assert next_steps(after, linked, date(2027, 9, 1)) == ()
