from datetime import date, timedelta

import pytest

AGREED = (
    "--workshop",
    "where-now",
    "--owner",
    "amina-yusuf",
    "--what",
    "Publish the referral form",
)
FOR = ("--objective", "vision")
PEOPLE = (
    "'Amina Yusuf', 'Tomasz Zielak', 'Mei Tanaka', 'Rosa Lindqvist', 'Inês Duarte', 'Rosa Duarte'"
)
NOBODY = "Error: expected the name of a person, found '{}'. There are: " + PEOPLE


def test_add_writes_an_action_and_touches_nothing_else(act, added):
    result = act("add", *AGREED, *FOR)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "Added publish-the-referral-form: Amina Yusuf, due 2027-03-02"
        " (5 working days before the next workshop);"
        " agreed 2027-01-19, from where-now/action-planning\n"
    )
    assert added() == [
        "[[actions]]",
        'statement = "Publish the referral form"',
        'owner = "amina-yusuf"',
        "due = 2027-03-02",
        'id = "publish-the-referral-form"',
        'objective = "vision"',
        'origin = "where-now/action-planning"',
        "agreed = 2027-01-19",
        "",
    ]


def test_add_takes_all_that_is_known(act, loaded):
    result = act(
        "add",
        *AGREED,
        *FOR,
        "--due",
        "2027-02-25",
        "--with",
        "Tomasz Zielak",
        "--with",
        "mei-tanaka:consulted",
        "--effort",
        "1.5",
        "--evidence",
        "The form, on the intranet",
        "--id",
        "form",
        "--session",
        "strengths-and-gaps",
    )

    action = loaded().action("form")
    assert result.stdout == (
        "Added form: Amina Yusuf with Tomasz Zielak and Mei Tanaka, due 2027-02-25;"
        " agreed 2027-01-19, from where-now/strengths-and-gaps\n"
    )
    assert [(one.person, one.part) for one in action.supporters] == [
        ("tomasz-zielak", "responsible"),
        ("mei-tanaka", "consulted"),
    ]
    assert str(action.effort) == "1.5"
    assert action.evidence_required == "The form, on the intranet"


def test_add_gives_the_same_words_another_identifier(act, loaded):
    act("add", *AGREED, *FOR)
    result = act("add", *AGREED, *FOR)

    assert result.stdout.startswith("Added publish-the-referral-form-2: ")
    assert len(loaded().actions) == 7


def test_add_tells_what_is_unwise_and_how_to_cure_it(act):
    result = act(
        "add",
        "--workshop",
        "1",
        "--owner",
        "rosa-duarte",
        "--what",
        "Look into the rota",
        "--due",
        "2027-03-14",
    )

    told = [line for line in result.stdout.splitlines() if line.startswith("programme.toml:")]
    assert result.exit_code == 0
    assert [line.partition(": ")[2].split()[:2] for line in told] == [
        ["warning", "WC306"],
        ["warning", "WC305"],
        ["warning", "WC310"],
        ["warning", "WC302"],
        ["warning", "WC303"],
    ]
    assert result.stdout.count("\n    ") == 5


def test_add_tells_when_somebody_has_more_than_two(act):
    act("add", *AGREED, *FOR)
    result = act("add", *AGREED, *FOR)

    assert "WC314" in result.stdout


def test_add_tells_of_no_other_action_what_is_unwise(act):
    result = act("add", *AGREED, *FOR)

    assert "book-hall" not in result.stdout


def test_add_takes_the_last_workshop_held_where_none_is_named(act, log, loaded):
    held = date.today() - timedelta(days=20)
    text = log.read_text(encoding="utf-8")
    for day in ("2027-01-19", "2027-01-19"):
        text = text.replace(f"start = {day}T", f"start = {held}T").replace(
            f"end = {day}T", f"end = {held}T"
        )
    text = text[: text.index("[[actions]]")]
    log.write_text(text, encoding="utf-8")

    result = act("add", *AGREED[2:], *FOR, "--due", held + timedelta(days=10))

    assert result.exit_code == 0, result.stderr
    assert f"agreed {held}, from where-now/action-planning" in result.stdout


def test_add_takes_the_only_workshop(act, log):
    text = log.read_text(encoding="utf-8")
    start, end = text.index('[[workshops]]\nid = "where-to"'), text.index("[[actions]]")
    log.write_text(text[:start] + text[end:], encoding="utf-8")

    result = act("add", *AGREED[2:], *FOR, "--due", "2027-02-25")

    assert "from where-now/action-planning" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--workshop", "1"],
            (
                "an action needs an owner and something to do: add --owner and --what"
                " (on a terminal you would be asked)"
            ),
        ),
        (["--workshop", "1", "--owner", "amina"], "something to do: add --what (on a terminal"),
        (["--workshop", "1", *AGREED[4:]], "something to do: add --owner (on a terminal"),
        (["--workshop", "3", *AGREED[2:]], "there is no workshop 3: expected 1 to 2"),
        (
            ["--workshop", "2", *AGREED[2:]],
            "by when? Add --due DAY. There is no workshop after this one: agree a date",
        ),
        ([*AGREED, "--objective", "prid"], "no objective 'prid'. Did you mean 'pride'?"),
        ([*AGREED, "--with", "Tomas"], "the name of a person, found 'Tomas'"),
        ([*AGREED, "--with", "Mei:helper"], "expected one of consulted, informed, responsible"),
        ([*AGREED, "--effort", "some"], "expected hours such as 2 or 1.5, found 'some'"),
        ([*AGREED, "--effort", "-1"], "expected hours such as 2 or 1.5, found '-1'"),
        ([*AGREED, "--id", "book-hall"], "there is an action 'book-hall' already"),
        ([*AGREED, "--id", "Book Hall"], "expected"),
        ([*AGREED, "--session", "closing"], "no session of 'where-now' 'closing'"),
        ([*AGREED, "--due", "2027-01-18"], "a due date not before 2027-01-19"),
        (["--workshop", "1", "--owner", "amina", "--what", "  "], "text that is not empty"),
    ],
)
def test_add_that_is_refused_leaves_every_byte(act, log, arguments, message):
    before = log.read_bytes()

    result = act("add", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert log.read_bytes() == before


def test_add_needs_to_know_the_workshop_while_none_was_held(act, log):
    day = date.today() + timedelta(days=30)
    text = log.read_text(encoding="utf-8")
    text = text[: text.index("[[actions]]")].replace("2027-01-19T", f"{day}T")
    log.write_text(text.replace("2027-03-09T", f"{day + timedelta(days=30)}T"), encoding="utf-8")

    result = act("add", *AGREED[2:])

    assert result.exit_code == 2
    assert result.stderr == (
        "Error: no workshop has been held yet: add --workshop, one of where-now, where-to\n"
    )


def test_add_asks_who_then_what_then_by_when(talk, loaded):
    code, said = talk(
        "add",
        "programme.toml",
        "--workshop",
        "1",
        answers=["", "zoltan", "mei", " ", "Publish the form", "soon", "", "vison", "vision"],
    )

    action = loaded().actions[-1]
    assert code == 0
    assert (action.owner, action.statement) == ("mei-tanaka", "Publish the form")
    assert (action.due, action.objective) == (date(2027, 3, 2), "vision")
    by_when = "By when (5 working days before the next workshop) [2027-03-02]: "
    what_for = "For which objective (vision, pride; Enter for none): "
    assert said == [
        "Agreed at Where are we now?, 2027-01-19",
        "Who answers for it:",
        NOBODY.format(""),
        "Who answers for it: zoltan",
        NOBODY.format("zoltan"),
        "Who answers for it: mei",
        "What will they do:",
        "Error: say what will be there when it is done",
        "What will they do: Publish the form",
        f"{by_when}soon",
        "Error: expected a date such as 2027-01-19, from 1900 to 2500, found 'soon'",
        by_when.rstrip(),
        f"{what_for}vison",
        "Error: no objective 'vison'. Did you mean 'vision'?",
        f"{what_for}vision",
        (
            "Added publish-the-form: Mei Tanaka, due 2027-03-02;"
            " agreed 2027-01-19, from where-now/action-planning"
        ),
    ]


def test_add_asks_only_for_what_is_not_given(talk, loaded):
    code, said = talk("add", "programme.toml", *AGREED, "--due", "2027-02-25", answers=[""])

    assert code == 0
    assert said[1] == "For which objective (vision, pride; Enter for none):"
    assert said[2].startswith("Added ")
    assert loaded().actions[-1].objective == ""


def test_add_asks_for_a_date_where_there_is_no_usual_one(talk, loaded):
    code, said = talk(
        "add", "programme.toml", "--workshop", "2", *AGREED[2:], *FOR, answers=["", "2027-04-06"]
    )

    asked = "By when (there is no workshop after this one: agree a date, and who asks after it):"
    assert code == 0
    assert said[1:4] == [
        asked,
        "Error: expected a date such as 2027-01-19, from 1900 to 2500, found ''",
        f"{asked} 2027-04-06",
    ]
    assert loaded().actions[-1].due == date(2027, 4, 6)


@pytest.mark.parametrize("key", ["^C", "^D"])
def test_add_that_is_stopped_at_a_question_writes_nothing(talk, log, key):
    before = log.read_bytes()

    code, said = talk("add", "programme.toml", "--workshop", "1", answers=["mei", key])

    assert code == 130
    assert said[-1].endswith("Stopped.")
    assert log.read_bytes() == before


def test_add_does_not_ask_for_what_can_never_be(talk):
    code, said = talk("add", "programme.toml", "--workshop", "1", "--with", "nobody")

    assert (code, said) == (2, [NOBODY.format("nobody")])
