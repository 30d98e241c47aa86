from datetime import date
from email import message_from_bytes
from email.policy import default

import pytest

DAY = ("--as-of", "2027-03-01")
ROSA = "Rosa Lindqvist <rosa@harbour.example>"
FACILITATOR = 'name = "Rosa Lindqvist"\n'


@pytest.fixture
def addresses(log):
    """Two of the three who have something open can be reached."""
    text = log.read_text(encoding="utf-8")
    for name in ("Amina Yusuf", "Mei Tanaka"):
        first = name.split()[0].lower()
        text = text.replace(
            f'name = "{name}"\n', f'name = "{name}"\nemail = "{first}@harbour.example"\n', 1
        )
    log.write_text(text, encoding="utf-8")
    return log


def letters(folder):
    found = sorted(folder.glob("*.eml"))
    return {path.name: message_from_bytes(path.read_bytes(), policy=default) for path in found}


def body(letter):
    return letter.get_body(("plain",)).get_content()


def test_remind_prints_a_letter_to_each_owner(act, addresses):
    result = act("remind", *DAY)

    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert [line for line in lines if line.startswith("To: ")] == [
        "To: Amina Yusuf <amina@harbour.example>",
        "To: Tomasz Zielak (no e-mail address)",
        "To: Mei Tanaka <mei@harbour.example>",
    ]
    assert lines.count("-" * 72) == 2
    assert sum(line.startswith("Subject: 1 open action, ") for line in lines) == 3
    assert sum(line.startswith("* ") for line in lines) == 3


def test_remind_prints_the_letter_to_one_person_only(act, addresses):
    result = act("remind", *DAY, "--owner", "Mei")

    assert "Dear Mei Tanaka," in result.stdout
    assert "* Write a guide for new people" in result.stdout
    assert result.stdout.count("To: ") == 1


@pytest.mark.parametrize(
    ("arguments", "signature"),
    [
        ([], "done, on its way, or stuck."),
        (["--from", ROSA], "Rosa Lindqvist"),
        (["--from", "Amina"], "Amina Yusuf"),
    ],
)
def test_remind_signs_with_who_writes(act, addresses, arguments, signature):
    result = act("remind", *DAY, "--owner", "Mei", *arguments)

    assert result.stdout.splitlines()[-1].endswith(signature)


def test_remind_writes_a_file_for_each_owner_who_can_be_reached(act, addresses, folder):
    result = act("remind", *DAY, "--to", "letters", "--from", ROSA)

    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.splitlines() == [
        "Wrote letters/amina-yusuf.eml",
        "Wrote letters/mei-tanaka.eml",
        "No e-mail address: Tomasz Zielak. Print the letter: --owner tomasz-zielak, without --to",
        "2 letters in letters. Nothing was sent.",
    ]
    found = letters(folder / "letters")
    assert list(found) == ["amina-yusuf.eml", "mei-tanaka.eml"]
    assert found["amina-yusuf.eml"]["To"] == "Amina Yusuf <amina@harbour.example>"
    assert found["amina-yusuf.eml"]["From"] == ROSA
    assert "Invite the two partner teams" in body(found["amina-yusuf.eml"])
    assert "Book the hall" not in body(found["amina-yusuf.eml"])


def test_remind_is_done_when_everybody_can_be_reached(act, addresses):
    result = act("remind", *DAY, "--to", "letters", "--from", ROSA, "--owner", "Mei")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "1 letter in letters. Nothing was sent."


def test_remind_writes_for_the_facilitator_unless_told_otherwise(act, addresses, folder):
    text = addresses.read_text(encoding="utf-8")
    email = f'{FACILITATOR}email = "rosa@harbour.example"\n'
    addresses.write_text(text.replace(FACILITATOR, email), encoding="utf-8")

    act("remind", *DAY, "--to", "letters")

    assert {letter["From"] for letter in letters(folder / "letters").values()} == {ROSA}


def test_remind_writes_for_the_lead_before_any_other_facilitator(act, addresses, folder):
    text = addresses.read_text(encoding="utf-8")
    text = text.replace(FACILITATOR, f'{FACILITATOR}email = "rosa@harbour.example"\n')
    text += """
[[people]]
name = "Oluwaseun Bright"
role = "facilitator"
email = "olu@harbour.example"

[[facilitators]]
person = "rosa-lindqvist"
function = "co"

[[facilitators]]
person = "oluwaseun-bright"
"""
    addresses.write_text(text, encoding="utf-8")

    act("remind", *DAY, "--to", "letters")

    senders = {letter["From"] for letter in letters(folder / "letters").values()}
    assert senders == {"Oluwaseun Bright <olu@harbour.example>"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "who writes? Add --from, an e-mail address or somebody of the programme"),
        (["--from", "rosa@"], "an e-mail address of the sender"),
        (["--from", "Tomasz"], "an e-mail address of the sender"),
        (["--from", "nobody"], "the name of a person, found 'nobody'"),
        (["--from", ROSA, "--owner", "nobody"], "the name of a person, found 'nobody'"),
    ],
)
def test_remind_that_is_refused_writes_nothing(act, addresses, folder, arguments, message):
    result = act("remind", *DAY, "--to", "letters", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert not (folder / "letters").exists()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--as-of", "2027-01-01"], "On 2027-01-01 nobody has anything open"),
        ([*DAY, "--owner", "rosa-duarte"], "On 2027-03-01 Rosa Duarte has nothing open"),
    ],
)
def test_remind_says_when_there_is_nothing_to_remind_of(act, arguments, expected):
    result = act("remind", *arguments)

    assert result.exit_code == 0
    assert result.stdout == f"{expected}: there is no letter to write.\n"


def test_remind_takes_today_where_no_day_is_given(act, log):
    before = date.today()
    text = log.read_text(encoding="utf-8").replace("2027-", "2020-")
    log.write_text(text, encoding="utf-8")

    shown = act("remind", "--owner", "Rosa Duarte").stdout

    assert date.fromisoformat(shown.split()[1]) in {before, date.today()}


def test_remind_cannot_be_made_to_act_on_a_terminal(act, log):
    text = log.read_text(encoding="utf-8")
    log.write_text(
        text.replace('"Book the hall for March"', '"Book\\u001b[2J\\u202e it"'), encoding="utf-8"
    )

    shown = act("remind", *DAY, "--owner", "Tomasz").stdout

    assert not {"\x1b", "\u202e"} & set(shown)
    assert "* Book" in shown


FAILING = """
from types import SimpleNamespace
from workshopcore import hookimpl

def write(programme, request):
    raise RuntimeError("no ink")

@hookimpl
def workshopcore_exporters():
    parts = dict(title="Tasks", matter="actions", suffix=".ics", write=write)
    return [SimpleNamespace(key="calendar:vtodo", **parts)]
"""


def test_remind_goes_without_the_tasks_when_their_plugin_fails(act, install, addresses):
    install("calendar", FAILING)

    result = act("remind", *DAY, "--owner", "Mei")

    assert result.exit_code == 0
    assert "Dear Mei Tanaka," in result.stdout
    assert result.stderr.startswith("Without the tasks attached: plugin 'calendar'")


def test_remind_does_not_speak_of_plugins_that_it_has_no_need_of(act, install, addresses):
    install("acme", "raise RuntimeError('no ink')")

    result = act("remind", *DAY, "--owner", "Mei")

    assert result.exit_code == 0
    assert "Without the tasks attached" not in result.stderr
