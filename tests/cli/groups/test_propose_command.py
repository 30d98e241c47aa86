"""`workshopcore groups propose`."""

import json

import pytest

import workshopcore as wc

NAMES = {
    *("written", "rounds", "repeats", "earlier", "lower_bound", "uneven", "proven"),
    *("explanation", "never", "left_out"),
}


def propose(run, *arguments):
    result = run("groups", "propose", *arguments)
    assert result.exit_code == 0, result.output
    return result.output


def allocations(file, workshop="day-1"):
    return wc.load(file).workshop(workshop).allocations


def test_groups_are_shown_and_nothing_is_written(run, year):
    before = year.read_bytes()
    said = propose(run, year, "day-1")
    assert said.startswith("Troika consulting (day-1/trios)\n  group  who\n  1      Ana, ")
    assert "9 people in 3 groups of 3, 1 round. No two people meet twice. 27 pairs never" in said
    assert "Not yet together: Ana with " in said
    assert said.endswith("Nothing is written: add --write\n")
    assert year.read_bytes() == before


def test_groups_are_written_and_comments_stay(run, year):
    said = propose(run, year, "1", "--write")
    assert said.endswith(f"Wrote 1 round to {year}\n")
    (found,) = allocations(year)
    assert (found.session, found.status, len(found.groups)) == ("trios", "proposed", 3)
    assert year.read_text(encoding="utf-8").count("# keep this comment") == 3


def test_the_year_is_seated_together(run, year):
    said = propose(run, year, "--as-of", "2027-01-01", "--write")
    assert "9 people in 3 groups of 3, 3 rounds. No two people meet twice." in said
    assert [len(allocations(year, f"day-{month}")) for month in (1, 2, 3)] == [1, 1, 1]


def test_only_what_is_left_of_the_year_is_seated(run, year):
    said = propose(run, year, "--as-of", "2027-03-01")
    assert "day-3/trios" in said
    assert "day-2/trios" not in said


def test_locked_groups_stay(run, year):
    propose(run, year, "day-1", "--write", "--lock")
    assert allocations(year)[0].status == "locked"
    assert propose(run, year, "day-1", "--seed", "5") == "There are no groups to form.\n"


def test_options_reach_the_search(run, year):
    wishes = ["--apart", "Ana,Ben", "--together", "Caz, Dev", "--absent", "Ida", "--seed", "3"]
    found = json.loads(propose(run, year, "day-1/trios", *wishes, "--budget", "1000", "--json"))
    (groups,) = [[group["members"] for group in each["groups"]] for each in found["rounds"]]
    everybody = sorted(name for group in groups for name in group)
    assert everybody == ["ana", "ben", "caz", "dev", "eva", "fay", "gil", "hal"]
    for group in groups:
        assert not {"ana", "ben"} <= set(group)
        assert ("caz" in group) == ("dev" in group)


def test_a_session_without_a_format_takes_a_size_rounds_and_hosts(run, year):
    wishes = ["--size", "3", "--rounds", "2", "--host", "Fay", "--balance", "site"]
    said = propose(run, year, "day-1/talk", *wishes)
    assert "round 1  1      Fay (host), " in said
    assert "round 2  1      Fay (host), " in said


def test_json_says_how_sure_it_is(run, year):
    found = json.loads(propose(run, year, "day-1", "--json"))
    assert set(found) == NAMES
    assert (found["written"], found["repeats"], found["proven"]) == (False, 0, True)
    (round,) = found["rounds"]
    assert {name: round[name] for name in round if name != "groups"} == {
        "workshop": "day-1",
        "session": "trios",
        "title": "Troika consulting",
        "round": 1,
        "status": "proposed",
    }
    assert [sorted(group) for group in round["groups"]] == [["host", "members", "name"]] * 3
    assert len(found["never"]) == 27


def test_json_and_write_go_together(run, year):
    assert json.loads(propose(run, year, "day-1", "--json", "--write"))["written"] is True
    assert len(allocations(year)) == 1


def change(year, old, new):
    text = year.read_text(encoding="utf-8")
    assert old in text
    year.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_has_no_groups_says_why(run, year):
    change(year, 'format = "troika-consulting"', 'format = "world-cafe"')
    change(year, "minutes = 30", "minutes = 20")
    said = propose(run, year, "day-1")
    assert said.startswith("Without groups: day-1")
    assert said.endswith("There are no groups to form.\n")
    (left,) = json.loads(propose(run, year, "day-1", "--json"))["left_out"]
    assert left["workshop"] == "day-1"


def test_a_day_that_cannot_be_timed_is_named(run, year):
    change(year, "minutes = 30", 'format = "acme:x"')
    found = json.loads(propose(run, year, "--as-of", "2027-01-01", "--json"))
    (left,) = found["left_out"]
    assert (left["workshop"], left["session"]) == ("day-1", None)
    assert [each["workshop"] for each in found["rounds"]] == ["day-2", "day-3"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["day-1", "--lock"], "--lock goes with --write"),
        (["day-9"], "day-9"),
        (["day-1/nothing"], "nothing"),
        (["day-1", "--apart", "Ana,Zed"], "Zed"),
        (["day-1", "--size", "3"], "Name a session"),
        (["day-1", "--apart", "Ana,Ben", "--together", "Ana,Ben"], "day-1/trios, round 1: "),
        (["day-1", "--balance", "shoes"], "shoes"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(run, year, arguments, told):
    before = year.read_bytes()
    result = run("groups", "propose", year, *arguments)
    assert result.exit_code == 2
    assert told in result.output
    assert year.read_bytes() == before


def test_hostile_names_do_nothing_to_the_terminal(run, year):
    change(year, 'name = "Ana"', 'id = "ana"\nname = "A\\u001b[2Jna"')
    said = propose(run, year, "day-1")
    assert "\x1b" not in said
    assert "A\\x1b[2Jna" in said


def test_sets_that_stay_together_are_not_searched_for(run, year):
    change(year, 'format = "troika-consulting"', 'format = "action-learning-set"')
    said = propose(run, year, "day-1")
    assert said.startswith("Action learning set")
    assert "How it was made" not in said
    assert "Not yet together: " in said
