"""Rules about the record and the expert: what they catch, and what they let pass."""

import pytest

PEOPLE = """
people = [
  { name = "Amina", required = true },
  { name = "Ben" },
  { name = "Solveig", role = "expert" },
]
"""


def workshop(title: str = "One", day: str = "2027-01-19", more: str = "") -> str:
    return f"""
[[workshops]]
title = "{title}"
start = {day}T09:30:00
end = {day}T11:00:00
agenda = [{{ title = "Work" }}, {{ title = "Questions" }}]
{more}
"""


HELD = 'attendance = [{ person = "amina" }]'


@pytest.mark.parametrize(
    ("issue", "found"),
    [
        ('origin = "one"', 1),
        ('origin = "one/work"', 1),
        ("raised = 2027-01-19", 1),
        ("raised = 2027-03-02", 0),
        ('origin = "two"', 0),
        ("", 0),
    ],
)
def test_issue_is_looked_at_by_the_next_workshop(places, issue, found):
    text = PEOPLE + workshop() + workshop("Two", "2027-03-02", HELD)
    parked = f'\n[[parked_issues]]\nstatement = "Who pays?"\n{issue}\n'
    assert len(places(text + parked, "WC330")) == found


def test_issue_waits_for_a_workshop_that_takes_place(places):
    parked = '\n[[parked_issues]]\nstatement = "Who pays?"\norigin = "one"\n'
    assert places(PEOPLE + workshop() + workshop("Two", "2027-03-02") + parked, "WC330") == []


LIFE = """
events = [
  { on = 2026-10-01, status = "proposed" },
  { on = 2026-11-02, status = "contracted" },
  { on = 2027-01-11, status = "active" },
  { on = 2027-11-30, status = "closing" },%s
]
"""
CLOSED = LIFE % '\n  { on = 2027-12-14, status = "closed" },'


def action(more: str) -> str:
    return f'\n[[actions]]\nstatement = "Book the hall"\nowner = "amina"\n{more}\n'


@pytest.mark.parametrize(
    ("events", "more", "found"),
    [
        (CLOSED, "", 1),
        (LIFE % "", "", 0),
        (CLOSED, 'updates = [{ on = 2027-11-29, note = "Soon" }]', 1),
        (CLOSED, 'updates = [{ on = 2027-11-30, note = "To the board" }]', 0),
        (CLOSED, "updates = [{ on = 2027-12-01, progress = 40 }]", 1),
        (CLOSED, 'agreed = 2027-01-19\nupdates = [{ on = 2027-05-01, status = "done" }]', 0),
    ],
)
def test_open_action_is_handed_over_before_the_close(places, events, more, found):
    assert len(places(events + PEOPLE + action(more), "WC332")) == found


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ('events = [{ on = 2026-12-01, status = "confirmed" }]', 0),
        ("", 0),
        (HELD, 0),
    ],
)
def test_workshop_that_was_not_delivered_needs_no_attendance(places, more, found):
    assert len(places(PEOPLE + workshop(more=more), "WC333")) == found


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ('decides = true\nattendance = [{ person = "amina", status = "no-show" }]', 1),
        ('decides = true\nattendance = [{ person = "amina", status = "declined" }]', 1),
        ('decides = true\nattendance = [{ person = "amina", status = "part" }]', 0),
        ('decides = true\nattendance = [{ person = "ben", status = "apology" }]', 0),
        ('attendance = [{ person = "amina", status = "apology" }]', 0),
        (
            (
                'decides = true\ninvited = ["ben"]\n'
                'attendance = [{ person = "amina", status = "apology" }]'
            ),
            0,
        ),
    ],
)
def test_decision_needs_those_it_needs(places, more, found):
    assert len(places(PEOPLE + workshop(more=more), "WC334")) == found


def engagement(more: str = "", session: str = "one/questions") -> str:
    slot = f'session = "{session}"' if session else ""
    return f'\n[[experts]]\nexpert = "solveig"\ntopic = "The law"\n{slot}\n{more}\n'


EXPERT_RULES = ["WC401", "WC402", "WC404", "WC405", "WC406", "WC407", "WC408", "WC409", "WC410"]


@pytest.mark.parametrize("status", ["declined", "withdrawn"])
def test_expert_who_does_not_come_is_left_in_peace(find, status):
    gone = f'talk_minutes = 90\nevents = [{{ on = 2027-01-05, status = "{status}" }}]'
    text = PEOPLE + workshop() + engagement(gone, session="one/work")
    assert find(text, *EXPERT_RULES) == ()


def test_expert_without_a_slot_needs_no_papers_yet(find):
    text = PEOPLE + workshop() + engagement(session="")
    assert [f.code for f in find(text, *EXPERT_RULES)] == ["WC402"]


def test_expert_for_a_cancelled_workshop_is_found(find):
    off = 'events = [{ on = 2027-01-11, status = "cancelled" }]'
    (finding,) = find(PEOPLE + workshop(more=off) + engagement(), "WC402")
    assert finding.path == "experts[0].session"
    assert finding.message == "Solveig is engaged for one/questions, which does not take place"


APPROACHED = """events = [
  { on = 2027-01-04, status = "approached" },
  { on = 2027-01-05, status = "agreed" },
  { on = 2027-01-06, status = "%s" },%s
]"""


@pytest.mark.parametrize(
    ("more", "found"),
    [
        (APPROACHED % ("contracted", ""), 0),
        (APPROACHED % ("confirmed", ""), 1),
        (APPROACHED % ("briefed", '{ on = 2027-01-07, status = "confirmed" }'), 0),
        (APPROACHED % ("confirmed", '{ on = 2027-01-19, status = "delivered" }'), 1),
    ],
)
def test_brief_comes_before_the_confirmation(places, more, found):
    assert len(places(PEOPLE + workshop() + engagement(more), "WC403")) == found


@pytest.mark.parametrize(
    ("state", "found"), [("contracted", 1), ("briefed", 1), ("confirmed", 1), ("declined", 0)]
)
def test_interests_are_declared_before_the_contract(places, state, found):
    text = PEOPLE + workshop() + engagement(APPROACHED % (state, ""))
    assert len(places(text, "WC411")) == found


def test_session_of_the_day_before_counts_as_work(places):
    assert places(PEOPLE + workshop() + engagement(), "WC407") == []
    assert places(PEOPLE + workshop() + engagement(session="one/work"), "WC407") == [
        "experts[0].session"
    ]


def test_collected_questions_let_the_expert_open(places):
    asked = 'questions = [{ text = "Where do we start?" }]'
    assert places(PEOPLE + workshop() + engagement(asked, "one/work"), "WC407") == []


def test_number_of_questions_is_in_the_message(find):
    asked = 'questions = [{ text = "Where do we start?" }]'
    policy = {"WC405": {"questions": 3}}
    (finding,) = find(PEOPLE + workshop() + engagement(asked), "WC405", policy=policy)
    assert finding.message == "Solveig has 1 question from the group on 'The law'"


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("talk_minutes = 20", 1),
        ("talk_minutes = 20\nquestion_minutes = 9", 1),
        ("talk_minutes = 20\nquestion_minutes = 10", 0),
        ("question_minutes = 0", 0),
        ("talk_minutes = 0\nquestion_minutes = 30", 0),
    ],
)
def test_questions_get_half_as_long_as_the_talk(places, more, found):
    assert len(places(PEOPLE + workshop() + engagement(more), "WC409")) == found


@pytest.mark.parametrize(
    ("promise", "found"),
    [
        ('owner = "amina", due = 2027-02-02', ""),
        ('owner = "amina"', "'Slides' has not got a date"),
        ("due = 2027-02-02", "'Slides' has not got an owner"),
        ("done = 2027-01-20", ""),
    ],
)
def test_promise_has_an_owner_and_a_date_until_it_is_kept(find, promise, found):
    follow_up = f'follow_ups = [{{ text = "Slides", {promise} }}]'
    messages = [f.message for f in find(PEOPLE + workshop() + engagement(follow_up), "WC410")]
    assert messages == ([found] if found else [])


HASH = "9f" * 32


@pytest.mark.parametrize(
    ("more", "code", "found"),
    [
        (f'caption = "The wall", sha256 = "{HASH}"', "WC335", 0),
        ('caption = "The wall"', "WC335", 1),
        (f'caption = "The wall", sha256 = "{HASH}"', "WC336", 0),
        (f'caption = " ", sha256 = "{HASH}"', "WC336", 1),
    ],
)
def test_file_of_the_record_has_a_hash_and_a_caption(places, more, code, found):
    text = workshop(more=f'attachments = [{{ path = "wall.jpg", {more} }}]')
    assert places(PEOPLE + text, code) == ["workshops[0].attachments[0]"] * found
