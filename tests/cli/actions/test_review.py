import json
from datetime import date
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "commands.md"


def test_review_has_every_open_action_under_who_answers_for_it(act):
    result = act("review", "where-to")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "Where do we want to be?, Tuesday 9 March 2027",
        "3 open actions; 2 overdue, 1 blocked; 2 closed since 19 January 2027",
        "",
        "Amina Yusuf",
        "  invite-partners: Invite the two partner teams to the March workshop",
        "    in progress, 40%; 49 days old; due 2027-03-02, 7 days late",
        "    latest news: One has answered",
        "",
        "Tomasz Zielak",
        "  book-hall: Book the hall for March",
        "    blocked; 49 days old; due 2027-02-16, 21 days late",
        "    blocked by: The caretaker is away",
        "",
        "Mei Tanaka",
        "  write-guide: Write a guide for new people",
        "    it was with Inês Duarte, who has left",
        "    agreed; 49 days old; due 2027-03-16",
        "",
        "closed      as         id            action",
        "2027-02-01  cancelled  draft-letter  Draft a letter to the council",
        "2027-02-20  done       draft-page    Draft the vision on one page",
    ]


def test_review_takes_a_number_for_a_name(act):
    assert act("review", "2").stdout == act("review", "where-to").stdout


def test_review_of_the_first_workshop_has_nothing_to_ask_after(act):
    assert act("review", "1").stdout.splitlines() == [
        "Where are we now?, Tuesday 19 January 2027",
        "Nothing is open; none closed",
    ]


HISTORY = """\
due = 2027-02-16
evidence_required = "The booking"
reviews = [
  { workshop = "half-way", on = 2027-02-12, carried = true, due = 2027-02-26, note = "Asked" },
]
"""
HALF_WAY = """
[[workshops]]
id = "half-way"
title = "Half-way"
start = 2027-02-12T09:30:00
end = 2027-02-12T12:30:00
"""


@pytest.fixture
def half_way(log):
    """Between the two workshops there was another, which carried one action over."""
    text = log.read_text(encoding="utf-8").replace("due = 2027-02-16\n", HISTORY)
    log.write_text(f"{text}{HALF_WAY}", encoding="utf-8")


def test_review_tells_what_became_of_an_action_so_far(act, half_way):
    lines = act("review", "where-to").stdout.splitlines()

    found = lines.index("  book-hall: Book the hall for March")
    assert lines[found + 1 : found + 6] == [
        "    blocked; 49 days old; due 2027-02-26, 11 days late (first 2027-02-16)",
        "    carried over once",
        "    put later once, by 10 days in all",
        "    blocked by: Asked",
        "    to show it is done: The booking",
    ]


def test_review_names_the_workshops_that_passed_it_over(act, half_way):
    assert act("review", "where-to").stdout.count("    not asked after at: Half-way\n") == 2


def test_review_tells_what_the_workshop_itself_has_said(act):
    act("review", "2", "--carry", "book-hall", "--note", "No hall yet", "--due", "2027-03-16")

    lines = act("review", "2").stdout.splitlines()
    assert "    said here: carried over, now due 2027-03-16: No hall yet" in lines


def test_review_has_those_that_nobody_answers_for_last(act, log):
    text = log.read_text(encoding="utf-8").replace('successor = "mei-tanaka"\n', "")
    log.write_text(text, encoding="utf-8")

    lines = act("review", "2").stdout.splitlines()
    found = lines.index("Needs a new owner")
    assert lines[found + 1] == "  write-guide: Write a guide for new people"
    assert lines[found + 5].startswith("closed ")


def test_review_tells_machines_the_same(act):
    found = json.loads(act("review", "2", "--json").stdout)

    assert {name: found[name] for name in ("workshop", "on", "since")} == {
        "workshop": "where-to",
        "on": "2027-03-09",
        "since": "2027-01-19",
    }
    assert [(g["owner"], [a["id"] for a in g["actions"]]) for g in found["owners"]] == [
        ("amina-yusuf", ["invite-partners"]),
        ("tomasz-zielak", ["book-hall"]),
        ("mei-tanaka", ["write-guide"]),
    ]
    assert [action["id"] for action in found["closed"]] == ["draft-letter", "draft-page"]


def test_review_has_the_names_of_its_json_documented(act):
    section = PAGE.read_text(encoding="utf-8").partition("\n## actions review\n")[2]
    section = section.partition("\n## ")[0]

    found = json.loads(act("review", "2", "--json").stdout)
    assert [name for name in [*found, *found["owners"][0]] if f"`{name}`" not in section] == []


def test_review_is_wrapped_under_itself_on_a_terminal(seen):
    code, shown = seen("review", "programme.toml", "2", columns=44)

    lines = [line.rstrip() for line in shown.splitlines()]
    assert code == 0
    assert lines[4:8] == [
        "  invite-partners: Invite the two partner",
        "  teams to the March workshop",
        "    in progress, 40%; 49 days old; due",
        "    2027-03-02, 7 days late",
    ]


def test_review_cannot_be_made_to_act_on_a_terminal(seen, log):
    text = log.read_text(encoding="utf-8")
    hostile = '"Book\\u001b[2J\\u202e the hall"'
    log.write_text(text.replace('"Book the hall for March"', hostile), encoding="utf-8")

    _, shown = seen("review", "programme.toml", "2")

    assert not {"\x1b", "\u202e"} & set(shown)
    assert "Book\\x1b[2J\\u202e the hall" in shown


def test_carry_records_one_review_and_touches_nothing_else(act, added):
    result = act(
        "review", "2", "--carry", "invite", "--note", "One is thinking", "--due", "2027-03-23"
    )

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "invite-partners: carried over; due 2027-03-23 (first 2027-03-02)\n"
    assert added() == [
        "[[actions.reviews]]",
        'workshop = "where-to"',
        "on = 2027-03-09",
        "carried = true",
        "due = 2027-03-23",
        'note = "One is thinking"',
        "",
    ]


def test_carry_may_leave_the_date(act, loaded):
    result = act("review", "2", "--carry", "write-guide", "--note", "Half of it is there")

    (review,) = loaded().action("write-guide").reviews
    assert result.stdout == "write-guide: carried over; due 2027-03-16\n"
    assert (review.carried, review.due) == (True, None)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--carry", "book-hall"], "--carry needs a reason: add --note"),
        (["--carry", "book-hall", "--note", " "], "--carry needs a reason: add --note"),
        (["--note", "x"], "--note goes with --carry"),
        (["--due", "2027-03-16"], "--due goes with --carry"),
        (["--record", "--json"], "--record, --carry and --json do not go together"),
        (["--carry", "book-hall", "--note", "x", "--json"], "do not go together"),
        (
            ["--carry", "draft-page", "--note", "x"],
            (
                "'draft-page' is not open at 'Where do we want to be?'."
                " Open when it begins: invite-partners, book-hall, write-guide"
            ),
        ),
        (["--carry", "bok-hall", "--note", "x"], "Did you mean 'book-hall'?"),
        (
            ["--carry", "book-hall", "--note", "x", "--due", "2027-03-08"],
            "expected a day not before the workshop on 2027-03-09, found 2027-03-08",
        ),
        (
            ["--record"],
            (
                "--record asks after each action, and needs a terminal for it:"
                " in a script use --carry ID --note WHY"
            ),
        ),
    ],
)
def test_review_that_is_refused_leaves_every_byte(act, log, arguments, message):
    before = log.read_bytes()

    result = act("review", "2", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert log.read_bytes() == before


def test_carry_of_what_has_its_review_is_refused(act):
    act("review", "2", "--carry", "book-hall", "--note", "No hall yet")

    result = act("review", "2", "--carry", "book-hall", "--note", "Again")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: 'book-hall' was already reviewed at 'where-to'\n"


def test_carry_of_what_was_closed_that_day_is_refused(act):
    act("update", "book-hall", "--status", "done", "--on", "2027-03-09")

    result = act("review", "2", "--carry", "book-hall", "--note", "x")

    assert "'book-hall' is not open at 'Where do we want to be?'" in result.stderr


def test_review_suggests_a_workshop(act):
    assert "Did you mean 'where-to'?" in act("review", "where-too").stderr


class TestRecord:
    """Somebody goes through the open actions at a terminal."""

    def test_it_asks_after_each_and_saves_each_answer(self, talk, loaded):
        code, said = talk(
            "review",
            "programme.toml",
            "2",
            "--record",
            answers=["d", "x", "The council lends us one", "c", "Half is there", ""],
        )

        after = loaded()
        told = [_told(after.action(id)) for id in ("invite-partners", "book-hall", "write-guide")]
        assert code == 0
        assert told == [
            "done",
            "cancelled: The council lends us one",
            "carried: Half is there",
        ]
        assert said == [
            "",
            "1 of 3  Amina Yusuf",
            "  invite-partners: Invite the two partner teams to the March workshop",
            "    in progress, 40%; 49 days old; due 2027-03-02, 7 days late",
            "    latest news: One has answered",
            "d done, c carried over, b blocked, x cancelled, s skip, q stop: d",
            "invite-partners: done",
            "",
            "2 of 3  Tomasz Zielak",
            "  book-hall: Book the hall for March",
            "    blocked; 49 days old; due 2027-02-16, 21 days late",
            "    blocked by: The caretaker is away",
            "d done, c carried over, b blocked, x cancelled, s skip, q stop: x",
            "Why is it cancelled: The council lends us one",
            "book-hall: cancelled",
            "",
            "3 of 3  Mei Tanaka (for Inês Duarte)",
            "  write-guide: Write a guide for new people",
            "    it was with Inês Duarte, who has left",
            "    agreed; 49 days old; due 2027-03-16",
            "d done, c carried over, b blocked, x cancelled, s skip, q stop: c",
            "Why is it carried over: Half is there",
            "New due date (as before) [2027-03-16]:",
            "write-guide: carried over; due 2027-03-16",
            "",
            "Where do we want to be?: no open action is left to ask after.",
        ]

    def test_it_asks_again_until_an_answer_will_do(self, talk, loaded):
        _, said = talk(
            "review",
            "programme.toml",
            "2",
            "--record",
            answers=["", "z", "C", " ", "Later", "soon", "2027-03-08", "2027-03-30", "q"],
        )

        (review,) = loaded().action("invite-partners").reviews
        assert (review.note, review.due) == ("Later", date(2027, 3, 30))
        assert [line for line in said if line.startswith("Error")] == [
            "Error: expected one of d, c, b, x, s, q, found ''",
            "Error: expected one of d, c, b, x, s, q, found 'z'",
            "Error: a reason is needed",
            "Error: expected a date such as 2027-01-19, from 1900 to 2500, found 'soon'",
            "Error: expected a day not before the workshop on 2027-03-09, found 2027-03-08",
        ]

    @pytest.mark.parametrize(("key", "expected"), [("^C", 130), ("^D", 130), ("q", 0)])
    def test_it_loses_nothing_when_stopped_and_goes_on_from_there(
        self, talk, loaded, key, expected
    ):
        first, _ = talk("review", "programme.toml", "2", "--record", answers=["d", key])
        second, said = talk("review", "programme.toml", "2", "--record", answers=["s", "d"])

        assert (first, second) == (expected, 0)
        assert said[1] == "1 of 2  Tomasz Zielak"
        assert said[-1] == ("Where do we want to be?: 1 open action left. Run it again to go on.")
        told = [len(loaded().action(id).reviews) for id in ("book-hall", "write-guide")]
        assert told == [0, 1]

    def test_it_records_nothing_of_an_answer_that_is_not_finished(self, talk, loaded):
        talk("review", "programme.toml", "2", "--record", answers=["d", "c", "^C"])

        assert [len(action.reviews) for action in loaded().actions[:2]] == [1, 0]

    def test_it_records_what_blocks_and_carries_it_over(self, talk, loaded):
        talk(
            "review",
            "programme.toml",
            "2",
            "--record",
            answers=["b", "The second team", "2027-03-30", "q"],
        )

        (review,) = loaded().action("invite-partners").reviews
        assert (review.status, review.carried, review.due, review.note) == (
            "blocked",
            True,
            date(2027, 3, 30),
            "The second team",
        )

    def test_it_needs_no_date_where_there_is_none_to_be_had(self, talk, loaded):
        _, said = talk(
            "review", "programme.toml", "2", "--record", answers=["c", "Not yet", "", "q"]
        )

        (review,) = loaded().action("invite-partners").reviews
        assert review.due is None
        assert (
            "New due date (there is no workshop after this one: agree a date, and who asks"
            " after it; Enter for none):"
        ) in said

    def test_it_offers_the_usual_date_for_what_is_late(self, talk, log):
        third = HALF_WAY.replace("half-way", "third").replace("2027-02-12", "2027-05-11")
        with log.open("a", encoding="utf-8") as file:
            file.write(third)

        _, said = talk(
            "review", "programme.toml", "2", "--record", answers=["c", "Not yet", "", "q"]
        )

        assert "New due date (5 working days before the next workshop) [2027-05-04]:" in said

    def test_it_offers_only_what_the_status_allows(self, talk, log):
        text = log.read_text(encoding="utf-8")
        guide = text.index('id = "write-guide"')
        text = text[:guide] + text[guide:].replace("agreed = ", "created = ")
        log.write_text(text, encoding="utf-8")

        _, said = talk("review", "programme.toml", "2", "--record", answers=["s", "s", "q"])

        assert said[-3] == "c carried over, x cancelled, s skip, q stop: q"

    def test_it_does_not_ask_after_what_has_later_news_and_says_so(self, talk, log, run):
        run("actions", "update", log, "book-hall", "--note", "x", "--on", "2027-03-10")

        _, said = talk("review", "programme.toml", "2", "--record", answers=["d", "d"])

        assert said[-2:] == [
            "Where do we want to be?: no open action is left to ask after.",
            "Of book-hall there is later news on record: nothing can be added before it.",
        ]

    @pytest.fixture
    def somebody_carries(self, act):
        """Somebody else records what is said of an action, while another answer is typed."""

        def somebody_carries(action, answer):
            def meanwhile():
                act("review", "2", "--carry", action, "--note", "Agreed in the corridor")
                return answer

            return meanwhile

        return somebody_carries

    def test_it_passes_over_what_somebody_else_has_recorded(self, talk, loaded, somebody_carries):
        _, said = talk(
            "review",
            "programme.toml",
            "2",
            "--record",
            answers=[somebody_carries("book-hall", "d"), "d"],
        )

        after = loaded()
        told = [_told(after.action(id)) for id in ("invite-partners", "book-hall", "write-guide")]
        assert told == ["done", "carried: Agreed in the corridor", "done"]
        assert [line for line in said if " of 3  " in line] == [
            "1 of 3  Amina Yusuf",
            "3 of 3  Mei Tanaka (for Inês Duarte)",
        ]

    def test_it_says_when_somebody_else_was_faster_and_goes_on(
        self, talk, loaded, somebody_carries
    ):
        _, said = talk(
            "review",
            "programme.toml",
            "2",
            "--record",
            answers=[somebody_carries("invite-partners", "d"), "q"],
        )

        assert _told(loaded().action("invite-partners")) == "carried: Agreed in the corridor"
        assert "Not recorded: 'invite-partners' was already reviewed at 'where-to'" in said
        assert "2 of 3  Tomasz Zielak" in said

    def test_it_asks_after_nothing_where_nothing_is_open(self, talk):
        code, said = talk("review", "programme.toml", "1", "--record")

        assert (code, said) == (0, ["", "Where are we now?: no open action is left to ask after."])


def _told(action):
    (review,) = action.reviews
    what = review.status or ("carried" if review.carried else "")
    return f"{what}: {review.note}" if review.note else what
