from datetime import date

import pytest


def test_slot_builds_the_visit_into_the_agenda(act, loaded):
    result = act("slot", "duties", "--format", "none")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == (
        "where-to/two-years-from-now: starts between 09:50 and 10:30; Amina Yusuf leads it"
    )
    session = loaded().session("where-to/two-years-from-now")
    assert [f"{edge:%H:%M}" for edge in session.window] == ["09:50", "10:30"]


def test_slot_gives_a_session_a_format(act, loaded):
    result = act("slot", "duties")

    assert "; follows expert-interview; " in result.stdout
    assert loaded().session("where-to/two-years-from-now").format == "expert-interview"


def test_slot_that_is_there_is_left(act, file):
    act("slot", "duties")
    before = file.read_bytes()
    result = act("slot", "duties")

    assert result.stdout.splitlines()[0].endswith(": everything stands there already")
    assert file.read_bytes() == before


@pytest.mark.parametrize(("key", "said"), [("fishbole", "Did you mean 'fishbowl'"), ("", "format")])
def test_slot_knows_the_formats(act, key, said):
    result = act("slot", "duties", "--format", key)

    assert result.exit_code == 2
    assert said in result.stderr


def test_follow_ups_become_actions_of_the_team(act, loaded):
    result = act("follow-ups", "duties")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == (
        "Added send-the-checklist: Amina Yusuf, due 2027-03-30"
    )
    action = loaded().action("send-the-checklist")
    assert (action.owner, action.origin) == ("amina-yusuf", "where-to/two-years-from-now")
    assert loaded().engagement("duties").follow_ups[0].action == "send-the-checklist"


def test_follow_ups_go_to_whoever_is_named(act, loaded):
    act("follow-ups", "duties", "--owner", "1=Mei", "--due", "1=2027-04-06", "--on", "2027-03-10")

    action = loaded().action("send-the-checklist")
    assert (action.owner, action.due) == ("mei-tanaka", date(2027, 4, 6))
    assert action.agreed == date(2027, 3, 10)


def test_follow_ups_are_taken_up_once(act):
    act("follow-ups", "duties")
    result = act("follow-ups", "duties")

    assert result.stdout == (
        "Nothing to take up: all that was promised is done, or in the action log.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--owner", "Mei"), "--owner takes a number and a value such as 1="),
        (("--due", "1="), "--due takes a number and a value such as 1="),
        (("--due", "1=soon"), "soon"),
        (("--owner", "2=Mei"), "the number of a follow-up, 1 to 1"),
        (("--owner", "1=Nobody"), "Nobody"),
    ],
)
def test_follow_ups_say_what_they_cannot_take(act, file, arguments, said):
    before = file.read_bytes()
    result = act("follow-ups", "duties", *arguments)

    assert result.exit_code == 2
    assert said in result.stderr
    assert file.read_bytes() == before


def test_engagement_ids_are_completed(act, file):
    from click.shell_completion import ShellComplete

    from workshopcore.cli.command_line import command_line

    completer = ShellComplete(command_line(), {}, "workshopcore", "_W")
    found = completer.get_completions(["expert", "slot", str(file)], "dut")
    assert [(one.value, one.help) for one in found] == [
        ("duties", "Solveig Brandt: The new duties"),
        ("duties-2", "Ali Rezai: The new duties"),
    ]
