"""Rules about an expert's shortlist, visit and payment: what they catch, what they let pass."""

import pytest

PEOPLE = """
people = [
  { name = "Amina" },
  { name = "Solveig", role = "expert" },
  { name = "Ali", role = "expert" },
]
objectives = [{ statement = "Choice", id = "choice" }, { statement = "Pride", id = "pride" }]
"""
APPROACHED = """events = [
  { on = 2027-01-04, status = "approached" },
  { on = 2027-01-05, status = "agreed" },
  { on = 2027-01-06, status = "%s" },%s
]"""
DELIVERED = '\n  { on = 2027-03-09, status = "delivered" },'


def workshop(guest: str = 'format = "expert-interview"', *, before: str = "") -> str:
    """Return an earlier workshop and one with the expert's session at its beginning."""
    return f"""
[[workshops]]
title = "Zero"
start = 2027-01-19T09:30:00
end = 2027-01-19T12:30:00
agenda = [{{ format = "check-in", aims = ["choice"] }}{before}]

[[workshops]]
title = "One"
start = 2027-03-09T09:30:00
end = 2027-03-09T12:30:00
agenda = [
  {{ format = "check-in" }},
  {{ {guest}, id = "guest", aims = ["choice"] }},
  {{ title = "So what", id = "rest" }},
]
"""


def engagement(more: str = "", expert: str = "solveig", session: str = "one/guest") -> str:
    place = f'session = "{session}"' if session else ""
    return f'\n[[experts]]\nexpert = "{expert}"\ntopic = "The law"\n{place}\n{more}\n'


AGREED = APPROACHED % ("contracted", "")


@pytest.mark.parametrize(
    ("guest", "found"),
    [
        ('title = "Guest"', 1),
        ('title = "Guest", start = 10:20:00', 0),
        ('title = "Guest", start = 11:20:00', 1),
        ('title = "Guest", window = ["10:20", "10:50"]', 0),
        ('title = "Guest", window = ["10:00", "10:50"]', 1),
    ],
)
def test_arrival_is_held_by_a_lock(places, guest, found):
    text = PEOPLE + workshop(guest) + engagement('arrives = ["10:15", "10:50"]')
    assert len(places(text, "WC412")) == found


def test_arrival_asks_nothing_of_a_candidate_who_was_passed_over_or_has_no_session(places):
    passed = engagement('arrives = ["10:15", "10:50"]', "ali") + engagement(AGREED)
    assert places(PEOPLE + workshop() + passed, "WC412") == []
    nowhere = engagement('arrives = ["10:15", "10:50"]', session="")
    assert places(PEOPLE + workshop() + nowhere, "WC412") == []


def test_message_says_when_they_can_start(find):
    text = PEOPLE + workshop() + engagement('arrives = ["10:15", "10:50"]')
    (finding,) = find(text, "WC412")
    assert finding.message == (
        "Solveig can start between 10:15 and 10:50, and nothing keeps 'Expert interview' to that"
    )


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (AGREED, AGREED, ["experts[1].session"]),
        (AGREED, "", []),
        (AGREED, APPROACHED % ("withdrawn", ""), []),
        (APPROACHED % ("declined", ""), AGREED, []),
    ],
)
def test_two_do_not_agree_to_one_session(places, first, second, found):
    text = PEOPLE + workshop() + engagement(first) + engagement(second, "ali")
    assert places(text, "WC413") == found


def test_two_may_come_to_two_sessions(places):
    text = PEOPLE + workshop() + engagement(AGREED) + engagement(AGREED, "ali", "one/rest")
    assert places(text, "WC413") == []


def test_several_may_come_to_a_panel(places):
    text = PEOPLE + workshop('format = "expert-panel"')
    assert places(text + engagement(AGREED) + engagement(AGREED, "ali"), "WC413") == []


def test_candidate_who_is_passed_over_needs_no_papers(places):
    text = PEOPLE + workshop() + engagement(AGREED) + engagement("", "ali")
    assert [places(text, code) for code in ("WC404", "WC405", "WC406")] == [["experts[0]"]] * 3


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("", 1),
        (', { title = "What is choice?", aims = ["choice"] }', 0),
        (', { title = "What is pride?", aims = ["pride"] }', 1),
        (', { title = "What else?" }', 1),
        (', { format = "action-review", aims = ["choice"] }', 1),
    ],
)
def test_work_for_the_same_objective_at_an_earlier_workshop_frames_the_question(
    places, before, found
):
    text = PEOPLE + workshop(before=before) + engagement()
    assert len(places(text, "WC407")) == found


@pytest.mark.parametrize(
    ("guest", "more", "found"),
    [
        ('format = "swot"', APPROACHED % ("confirmed", ""), 1),
        ('title = "Guest"', APPROACHED % ("confirmed", DELIVERED), 1),
        ('title = "Guest"', "question_minutes = 20\n" + APPROACHED % ("confirmed", ""), 0),
        ('format = "expert-interview"', APPROACHED % ("confirmed", ""), 0),
        ('format = "fishbowl"', APPROACHED % ("confirmed", ""), 0),
        ('title = "Guest"', AGREED, 0),
    ],
)
def test_confirmed_expert_has_time_for_questions(places, guest, more, found):
    assert len(places(PEOPLE + workshop(guest) + engagement(more), "WC409")) == found


HELD = APPROACHED % ("confirmed", DELIVERED)
LAST = """
[[parked_issues]]
statement = "Pay"
origin = "one"
events = [{{ on = {}, status = "triaged" }}]
"""


@pytest.mark.parametrize(
    ("more", "last", "found"),
    [
        ("", "2027-03-16", 0),
        ("", "2027-03-17", 1),
        ("thanked = 2027-03-20\n", "2027-03-17", 0),
    ],
)
def test_thanks_go_out_within_a_week(places, more, last, found):
    text = PEOPLE + workshop() + engagement(more + HELD) + LAST.format(last)
    assert len(places(text, "WC414")) == found


def test_following_up_thanks_too(places):
    followed = APPROACHED % (
        "confirmed",
        DELIVERED + '\n  { on = 2027-03-20, status = "followed-up" },',
    )
    text = PEOPLE + workshop() + engagement(followed) + LAST.format("2027-05-01")
    assert places(text, "WC414") == []


@pytest.mark.parametrize(
    ("more", "last", "said"),
    [
        ('fee = "650 GBP"', "2027-04-08", []),
        ('fee = "650 GBP"', "2027-04-09", ["Solveig came 31 days ago and has sent no invoice yet"]),
        (
            'fee = "650 GBP"\ninvoiced = 2027-03-20',
            "2027-04-10",
            ["Solveig came 32 days ago and is not paid"],
        ),
        ('fee_basis = "pro-bono"', "2027-05-01", []),
        ('fee = "0 GBP"', "2027-05-01", []),
        ("", "2027-05-01", []),
        (
            'fee_basis = "pro-bono"\nexpenses_cap = "80 GBP"',
            "2027-04-09",
            ["Solveig came 31 days ago and has sent no invoice yet"],
        ),
    ],
)
def test_expert_is_paid_within_thirty_days(find, more, last, said):
    text = PEOPLE + workshop() + engagement(f"{more}\n{HELD}") + LAST.format(last)
    assert [finding.message for finding in find(text, "WC415")] == said


def test_days_are_yours_to_set(places):
    text = PEOPLE + workshop() + engagement(f'fee = "650 GBP"\n{HELD}') + LAST.format("2027-04-20")
    policy = {"WC414": {"days": 60}, "WC415": {"days": 60}}
    assert places(text, "WC414", policy=policy) == []
    assert places(text, "WC415", policy=policy) == []


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ('fee = "650 GBP"\ninvoice = "650 GBP"', 0),
        ('fee = "650 GBP"\ninvoice = "650.01 GBP"', 1),
        ('fee = "650 GBP"\ninvoice = "650 EUR"', 1),
        ('fee = "650 GBP"\nexpenses_cap = "80 GBP"\ninvoice = "730 GBP"', 0),
        ('fee = "400 GBP"\nfee_basis = "day-rate"\ndays = 2\ninvoice = "800 GBP"', 0),
        ('invoice = "650 GBP"', 0),
    ],
)
def test_invoice_keeps_to_the_terms(places, terms, found):
    assert len(places(PEOPLE + workshop() + engagement(terms), "WC416")) == found
