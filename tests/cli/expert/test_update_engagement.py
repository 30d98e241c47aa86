from datetime import date

import pytest

import workshopcore as wc


def test_update_adds_a_state_and_keeps_comments(act, file, engagement):
    result = act(
        "update", "duties", "--state", "approached", "--note", "By letter", "--on", "2027-01-20"
    )

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "duties: approached\n"
    assert engagement().events == (wc.Event("2027-01-20", "approached", "By letter"),)
    text = file.read_text(encoding="utf-8")
    assert "# The two whom the sponsor named." in text
    assert 'reason = "Has done it elsewhere" # and says what went wrong' in text


def test_update_takes_everything_of_a_day_at_once(act, engagement):
    result = act(
        "update", "duties",
        "--reply-by", "2027-02-05",
        "--host", "Mei",
        "--interests", "None declared",
        "--approved-by", "amina",
        "--recording", "refused",
        "--thanked",
        "--invoice", "730.00 GBP",
        "--on", "2027-01-21",
    )  # fmt: skip

    assert result.stdout == (
        "duties: identified; answer expected by 2027-02-05; host Mei Tanaka;"
        " interests: None declared; terms approved 2027-01-21; recording refused;"
        " thanked 2027-01-21; invoice of 730.00 GBP received 2027-01-21\n"
    )
    found, day = engagement(), date(2027, 1, 21)
    assert (found.reply_by, found.host) == (date(2027, 2, 5), "mei-tanaka")
    assert (found.conflict_of_interest, found.recording_consent) == ("None declared", "refused")
    assert (found.approved_by, found.approved, found.thanked) == ("amina-yusuf", day, day)
    assert (str(found.invoice), found.invoiced) == ("730.00 GBP", day)


def test_update_takes_today_where_no_day_is_given(act, engagement):
    before = date.today()
    act("update", "duties", "--thanked")

    assert before <= engagement().thanked <= date.today()


def test_update_to_briefed_says_when_the_brief_was_sent(act, engagement):
    for day, state in ((20, "approached"), (27, "agreed"), (28, "briefed")):
        act("update", "duties", "--state", state, "--on", f"2027-01-{day}")

    assert engagement().brief_sent == date(2027, 1, 28)


def test_update_refuses_a_state_that_cannot_follow_and_changes_nothing(act, file):
    before = file.read_bytes()
    result = act("update", "duties", "--state", "paid", "--thanked", "--on", "2027-01-20")

    assert result.exit_code == 2
    assert "cannot become 'paid'; it can become approached, declined, withdrawn" in result.stderr
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Say what is new"),
        (("--note", "Nothing else"), "Say what is new"),
        (("--invoice", "much"), "such as '650.00 GBP'"),
        (("--host", "Nobody"), "Nobody"),
        (("--state", "gone"), "'gone' is not one of"),
    ],
)
def test_update_says_what_it_cannot_take(act, arguments, said):
    result = act("update", "duties", *arguments)

    assert result.exit_code == 2
    assert said in result.stderr


def test_update_tells_what_is_unwise_about_the_engagement(act):
    act("update", "duties", "--state", "approached", "--on", "2027-01-20")
    act("update", "duties", "--state", "agreed", "--on", "2027-01-21")
    result = act("update", "duties", "--state", "contracted", "--on", "2027-01-22")

    assert result.stdout.startswith("duties: contracted\n")
    assert "WC411" in result.stdout
    assert "Nothing is recorded of Solveig Brandt's interests" in result.stdout
