"""`workshopcore groups mix`."""

import json

import pytest


def mixed(run, *arguments):
    result = run("groups", "mix", *arguments)
    assert result.exit_code == 0, result.output
    return result.output


def data(run, *arguments):
    return json.loads(mixed(run, *arguments, "--json"))


def test_people_are_called_by_numbers(run):
    lines = mixed(run, "6", "--size", "3", "--rounds", "1").splitlines()
    assert lines[0].split() == ["group", "1", "group", "2"]
    assert sorted(lines[1].split()[2:]) == ["1", "2", "3", "4", "5", "6"]


def test_twelve_in_threes_meet_nobody_twice(run):
    found = data(run, "12", "--size", "3", "--rounds", "4")
    assert (found["repeats"], found["lower_bound"], found["proven"]) == (0, 0, True)
    assert [[len(group) for group in groups] for groups in found["rounds"]] == [[3] * 4] * 4
    assert len(found["never"]) == 66 - 48


def test_people_may_have_names(run):
    people = ["Ana", "Ben", "Caz", "Dev"]
    said = mixed(run, *people, "--groups", "2", "--rounds", "1", "--apart", "Ana,Ben")
    assert "Not together: Ana with Ben" in said


def test_everyone_meets_everyone(run):
    said = mixed(run, "9", "--size", "3", "--everyone")
    assert "Everyone meets everyone in 4 rounds; fewer are impossible." in said
    assert "Not together" not in said
    found = data(run, "9", "--size", "3", "--everyone")
    assert (len(found["rounds"]), found["lower_bound"], found["never"]) == (4, 4, [])


def test_hosts_stay_and_the_budget_is_kept(run):
    hosts = ["--host", "5", "--host", "1"]
    found = data(
        *(run, "8", "--groups", "2", "--rounds", "3", *hosts),
        *("--together", "2,3", "--seed", "4", "--budget", "9000"),
    )
    assert [[group[0] for group in groups] for groups in found["rounds"]] == [["5", "1"]] * 3
    for group in (group for groups in found["rounds"] for group in groups):
        assert ("2" in group) == ("3" in group)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["12", "--rounds", "2"], "--size, or how many --groups"),
        (["12", "--rounds", "2", "--size", "3", "--groups", "4"], "--size, or how many --groups"),
        (["12", "--size", "3"], "--everyone"),
        (["12", "--size", "3", "--everyone", "--rounds", "2"], "--rounds does not go"),
        (["12", "--size", "3", "--everyone", "--host", "2"], "--host does not go"),
        (["501", "--size", "3", "--rounds", "2"], "at most 500 people"),
        (["Ana", "Ana", "--size", "2", "--rounds", "1"], "twice"),
        (["4", "--size", "2", "--rounds", "1", "--apart", "1,9"], "9"),
        ([], "PEOPLE"),
    ],
)
def test_what_cannot_be_is_refused(run, arguments, told):
    result = run("groups", "mix", *arguments)
    assert result.exit_code == 2
    assert told in result.output
