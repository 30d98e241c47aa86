"""From the bank into the programme, and out again."""

import json

import pytest

import workshopcore as wc


@pytest.fixture
def act(run, programme):
    def act(command, *arguments, **settings):
        return run("instruments", command, *arguments, **settings)

    return act


@pytest.fixture
def held(programme):
    """Return what the programme's file says now."""
    return lambda: wc.load(programme)


FILE = "programme.toml"


def test_bank_is_listed_with_its_levels(act):
    lines = act("list").stdout.splitlines()
    assert lines[0].split() == ["instrument", "title", "questions", "levels"]
    assert [line.split()[0] for line in lines[1:]] == [
        *("follow-up", "programme-close", "programme-start"),
        *("session-pulse", "team-climate", "workshop-close"),
    ]
    assert lines[5].split()[-2:] == ["13", "3"]


def test_programme_without_instruments_says_how_to_get_one(act):
    assert act("list", FILE).stdout.startswith("No instrument yet.")


def test_list_for_machines_has_what_the_table_has(act):
    act("freeze", FILE, "team-climate", "--on", "2027-01-04")
    (found,) = json.loads(act("list", FILE, "--json").stdout)["instruments"]
    assert found == {
        "key": "team-climate",
        "id": "team-climate",
        "title": "How we work as a team",
        "questions": 13,
        "levels": [3],
        "frozen_on": "2027-01-04",
        "replaces": None,
    }
    assert "2027-01-04" in act("list", FILE).stdout


def test_everything_that_is_asked_is_shown(act):
    text = act("show", "programme-close").stdout
    for question in wc.Toolkit(discover=False).instruments["programme-close"].questions:
        assert f"{question.id}: {question.text}" in " ".join(text.split())
    assert "(scale, level 3, co-ordination, reversed)" in text
    assert "(single-choice, level 1, consent, kept apart)" in text
    assert "    - heard everybody" in text
    assert "    0: Not at all likely. 10: Extremely likely" in text


def test_instrument_of_the_programme_comes_before_the_bank(act, programme):
    own = '\n[[instruments]]\nid = "session-pulse"\ntitle = "Our own pulse"\n'
    programme.write_text(programme.read_text(encoding="utf-8") + own, encoding="utf-8")
    assert act("show", "session-pulse", FILE).stdout.startswith("Our own pulse")


def test_questions_for_machines_are_whole(act):
    found = json.loads(act("show", "session-pulse", "--json").stdout)
    assert [question["id"] for question in found["questions"]] == [
        *("worth-it", "could-speak", "too-fast", "change")
    ]
    assert found["questions"][2]["reverse"] is True


def test_unknown_instrument_is_answered_with_the_nearest(act):
    result = act("show", "team-climat")
    assert result.exit_code == 2
    assert "team-climate" in result.stderr


def test_copy_is_the_programmes_own(act, held):
    result = act("copy", FILE, "session-pulse", "team-climate")
    assert result.stdout.splitlines() == [
        "session-pulse: copied, 4 questions",
        "team-climate: copied, 13 questions",
    ]
    bank = wc.Toolkit(discover=False).instruments
    assert held().instruments == (bank["session-pulse"], bank["team-climate"])


def test_copy_twice_changes_nothing(act, programme):
    act("copy", FILE, "session-pulse")
    before = programme.read_bytes()
    assert act("copy", FILE, "session-pulse").stdout == (
        "session-pulse: is there already, 4 questions\n"
    )
    assert programme.read_bytes() == before


def test_what_asks_something_else_is_not_overwritten(act, programme, held):
    own = '\n[[instruments]]\nid = "session-pulse"\ntitle = "Our own pulse"\n'
    programme.write_text(programme.read_text(encoding="utf-8") + own, encoding="utf-8")
    result = act("copy", FILE, "session-pulse")
    assert result.exit_code == 2
    assert "asks something else: add --as" in " ".join(result.stderr.split())
    act("copy", FILE, "session-pulse", "--as", "their-pulse")
    assert [each.id for each in held().instruments] == ["session-pulse", "their-pulse"]


def test_one_identifier_is_for_one_instrument(act):
    result = act("copy", FILE, "session-pulse", "team-climate", "--as", "ours")
    assert result.exit_code == 2
    assert "--as goes with one instrument" in result.stderr


def test_frozen_instrument_has_its_day_and_its_fingerprint(act, held):
    act("copy", FILE, "session-pulse")
    result = act("freeze", FILE, "session-pulse", "--on", "2027-01-18")
    assert result.stdout == "session-pulse: frozen on 2027-01-18\n"
    frozen = held().instrument("session-pulse")
    assert (str(frozen.frozen_on), len(frozen.frozen_as)) == ("2027-01-18", 64)


def test_what_is_frozen_cannot_be_frozen_again(act):
    act("freeze", FILE, "session-pulse", "--on", "2027-01-18")
    result = act("freeze", FILE, "session-pulse", "--on", "2027-02-01")
    assert result.exit_code == 2
    assert "'session-pulse' is frozen since 2027-01-18" in result.stderr


def test_plan_is_shown_and_nothing_written(act, programme):
    before = programme.read_bytes()
    lines = act("plan", FILE, "--close", "programme-close").stdout.splitlines()
    assert lines[1].split() == ["close", "programme-close", "2027-03-09", "2027-03-23"]
    assert lines[-1] == "Nothing was written: add --write."
    assert programme.read_bytes() == before


def test_plan_is_written_with_the_instruments(act, held):
    asked = ("--baseline", "team-climate", "--after-each", "workshop-close")
    assert act("plan", FILE, *asked, "--write").stdout.splitlines()[-1] == (
        "Written into programme.toml."
    )
    found = held()
    assert [wave.id for wave in found.waves] == ["baseline", "after-where-now", "after-where-to"]
    assert [each.id for each in found.instruments] == ["team-climate", "workshop-close"]
    assert act("plan", FILE, *asked, "--write").stdout.startswith("Nothing to plan")


def test_plan_of_nothing_is_no_plan(act):
    result = act("plan", FILE)
    assert result.exit_code == 2
    assert "--close programme-close" in result.stderr


def test_export_writes_what_the_toolkit_writes(act, folder):
    result = act(
        *("export", FILE, "follow-up", "--to", "ask.txt", "--format", "limesurvey"),
        *("--as-of", "2027-01-04"),
    )
    assert result.stdout == "Wrote ask.txt: Three months later (LimeSurvey survey structure)\n"
    toolkit = wc.Toolkit(discover=False)
    programme = wc.load(folder / FILE).with_instrument(toolkit.instruments["follow-up"])
    written = toolkit.export_form(programme, "limesurvey", "follow-up", as_of="2027-01-04")
    assert (folder / "ask.txt").read_bytes() == written


def test_export_of_the_same_says_so(act):
    asked = ("export", FILE, "follow-up", "--to", "ask.txt", "--format", "limesurvey")
    act(*asked)
    assert act(*asked).stdout.startswith("Nothing new in ask.txt")


def test_what_is_kept_apart_is_a_file_of_its_own(act, folder):
    act("export", FILE, "follow-up", "--to", "a.txt", "--format", "limesurvey", "--apart")
    text = (folder / "a.txt").read_text(encoding="utf-8-sig")
    assert [line.split("\t")[3] for line in text.splitlines() if "\tQ\t" in line] == [
        "quoteconsent"
    ]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--to", "ask.txt"), "several formats end in '.txt'. Add --format"),
        (("--to", "ask.xyz"), "no format ends in '.xyz'"),
        (("--to", FILE, "--format", "limesurvey"), "is the programme itself"),
        (("--to", "a.csv", "--format", "csv"), "'csv' is about actions, not forms"),
    ],
)
def test_export_that_cannot_be_is_refused(act, arguments, why):
    result = act("export", FILE, "follow-up", *arguments)
    assert result.exit_code == 2
    assert why in " ".join(result.stderr.split())
