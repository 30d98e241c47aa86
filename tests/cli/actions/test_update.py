from datetime import date

import pytest

HALL = ("update", "book-hall", "--on", "2027-02-12")


def test_update_adds_one_entry_and_touches_nothing_else(act, added):
    result = act(
        "update",
        "invite-partners",
        "--status",
        "blocked",
        "--progress",
        "60",
        "--due",
        "2027-03-05",
        "--note",
        'The second one "thinks about it"',
        "--by",
        "amina",
        "--on",
        "2027-02-16",
    )

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "invite-partners: blocked, 60%; due 2027-03-05 (first 2027-03-02)\n"
    assert added() == [
        (
            '  { on = 2027-02-16, status = "blocked", progress = 60, due = 2027-03-05,'
            ' note = "The second one \\"thinks about it\\"", by = "amina-yusuf" },'
        )
    ]


def test_update_takes_today_where_no_day_is_given(act, log, loaded):
    text = log.read_text(encoding="utf-8").replace("2027-", "2020-")
    log.write_text(text, encoding="utf-8")

    before = date.today()
    act("update", "book-hall", "--note", "Asked again")

    assert before <= loaded().action("book-hall").updates[-1].on <= date.today()


def test_update_knows_an_action_by_how_its_identifier_begins(act, loaded):
    result = act("update", "book", "--note", "Asked again", "--on", "2027-02-12")

    assert result.stdout.startswith("book-hall: ")
    assert loaded().action("book-hall").updates[-1].note == "Asked again"


def test_update_keeps_the_first_owner_beside_the_new_one(act, loaded):
    result = act(*HALL, "--owner", "Mei Tanaka")

    action = loaded().action("book-hall")
    assert result.stdout.splitlines()[0] == (
        "book-hall: blocked; due 2027-02-16; owner Mei Tanaka (first Tomasz Zielak)"
    )
    assert (action.owner, action.updates[-1].owner) == ("tomasz-zielak", "mei-tanaka")


def test_update_says_nothing_of_a_first_owner_who_has_it_back(act):
    act(*HALL, "--owner", "Mei")
    result = act(*HALL, "--owner", "Tomasz")

    assert result.stdout.splitlines()[0].endswith("; owner Tomasz Zielak")


def test_update_verifies_by_evidence(act, loaded):
    act(*HALL, "--status", "done")
    result = act(*HALL, "--status", "verified", "--evidence", "page")

    assert result.stdout == "book-hall: verified, 100%; due 2027-02-16\n"
    assert loaded().action("book-hall").evidence(date(2027, 2, 12)) == ("page",)


def test_update_verifies_by_evidence_that_was_given_before(act):
    result = act("update", "draft-page", "--status", "verified", "--on", "2027-02-24")

    assert result.stdout == "draft-page: verified, 100%; due 2027-02-23\n"


def test_update_supersedes_when_told_by_what(act, loaded):
    result = act(*HALL, "--superseded-by", "invite")

    (_, last) = loaded().action("book-hall").updates
    assert result.stdout.startswith("book-hall: superseded; ")
    assert (last.status, last.superseded_by) == ("superseded", "invite-partners")


def test_update_may_give_a_date_to_what_had_none(act, log):
    text = log.read_text(encoding="utf-8").replace("due = 2027-02-16\n", "")
    log.write_text(text, encoding="utf-8")

    told = act(*HALL, "--note", "When?").stdout.splitlines()[0]
    assert told == "book-hall: blocked; no due date"
    assert act(*HALL, "--due", "2027-02-26").stdout == "book-hall: blocked; due 2027-02-26\n"


def test_update_tells_what_is_unwise_and_where(act, log):
    result = act(*HALL, "--due", "2027-02-28")

    place = next(
        number
        for number, line in enumerate(log.read_text(encoding="utf-8").splitlines(), 1)
        if "due = 2027-02-28" in line
    )
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "book-hall: blocked; due 2027-02-28 (first 2027-02-16)",
        (
            f"programme.toml:{place}: warning WC303 actions[1].updates[1].due:"
            " 'Book the hall for March' is due on Sunday 2027-02-28"
        ),
        "    Choose the working day before",
    ]


def test_update_does_not_tell_what_was_unwise_before(act):
    act(*HALL, "--due", "2027-02-28")

    result = act(*HALL, "--note", "Asked again")

    assert result.stdout == "book-hall: blocked; due 2027-02-28 (first 2027-02-16)\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["book-hall", "--status", "verified"],
            (
                "'book-hall' is blocked and cannot become verified;"
                " it can become in-progress, done, cancelled, superseded"
            ),
        ),
        (
            ["draft-letter", "--status", "in-progress"],
            "'draft-letter' is cancelled and cannot become in-progress; that is final",
        ),
        (
            ["book-hall", "--status", "cancelled"],
            "'book-hall' can be cancelled with a reason only: add --note",
        ),
        (
            ["book-hall", "--status", "cancelled", "--note", " "],
            "'book-hall' can be cancelled with a reason only: add --note",
        ),
        (
            ["book-hall", "--status", "superseded"],
            "what takes the place of 'book-hall'? Add --superseded-by ID",
        ),
        (
            ["book-hall", "--status", "done", "--superseded-by", "invite-partners"],
            "--superseded-by makes it 'superseded', not 'done'",
        ),
        (["book-hall", "--superseded-by", "book-hall"], "'book-hall' cannot take its own place"),
        (["book-hall", "--evidence", "pag"], "no evidence 'pag'. Did you mean 'page'?"),
        (["book-hall", "--owner", "tomas zielak"], "Did you mean 'Tomasz Zielak'?"),
        (["book-hal-l", "--note", "x"], "no action 'book-hal-l'. Did you mean 'book-hall'?"),
        (
            ["draft", "--note", "x"],
            "2 actions begin with 'draft'. Name one of: draft-page, draft-letter",
        ),
        (["", "--note", "x"], "no action ''. Known: book-hall, "),
        (["book-hall", "--progress", "101"], "101 is not in the range 0<=x<=100"),
        (["book-hall", "--by", "amina"], "Say what is new: --status, --progress, --due, --note"),
    ],
)
def test_update_that_is_refused_leaves_every_byte(act, log, arguments, message):
    before = log.read_bytes()

    result = act("update", *arguments, "--on", "2027-03-01")

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert log.read_bytes() == before


def test_update_cannot_verify_by_nothing(act, log):
    act(*HALL, "--status", "done")
    before = log.read_bytes()

    result = act(*HALL, "--status", "verified")

    assert result.exit_code == 2
    assert result.stderr == (
        "Error: 'book-hall' can be verified by evidence only, and none is on record:"
        " add --evidence ID, or leave it at 'done'\n"
    )
    assert log.read_bytes() == before


@pytest.mark.parametrize(
    ("action", "message"),
    [
        (
            "book-hall",
            (
                "'book-hall': there is news of it on 2027-02-10, later than 2027-01-20, and a"
                " history is only added to. Say when with --on, 2027-02-10 or later"
            ),
        ),
        ("write-guide", ""),
    ],
)
def test_update_comes_after_all_that_is_on_record(act, action, message):
    result = act("update", action, "--note", "x", "--on", "2027-01-20")

    assert message in result.stderr
    assert result.exit_code == (2 if message else 0)


def test_update_comes_after_the_action_began(act):
    result = act("update", "write-guide", "--note", "x", "--on", "2027-01-18")

    assert result.exit_code == 2
    assert "'write-guide': it begins on 2027-01-19, later than 2027-01-18" in result.stderr


def test_update_of_what_is_hostile_is_shown_as_it_is(act, loaded):
    result = act(*HALL, "--note", "\x1b[2J\u202e\n[bold]", "--due", "2027-02-28")

    assert loaded().action("book-hall").updates[-1].note == "\x1b[2J\u202e\n[bold]"
    assert not {"\x1b", "\u202e"} & set(result.stdout)
