"""`workshopcore evaluate summary` and `change`."""

import json

import pytest
from evaluated import AFTER, BEFORE, CODES, rows, write

DAY = ("--as-of", "2027-12-31")


def lines(result):
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.splitlines()


def test_summary_tells_counts_first_each_with_its_denominator(run, brought):
    shown = lines(run("evaluate", "summary", brought, "--wave", "close", *DAY))

    assert shown[:12] == [
        "What may be shown of 'Harbour team: a year of change' on 2027-12-31",
        "",
        "At the close (close)",
        "  9 of 9 answered; Pulse, 2027-11-23 to 2027-12-07",
        "",
        "It is worth my time  9 of 9 answered",
        "  Disagree  1  #",
        "  Neither   3  ###",
        "  Agree     5  #####",
        "  5 of 9 answered Agree",
        "  median 3 among 9",
        "",
    ]


def test_summary_has_every_wave_that_has_closed(run, brought):
    shown = lines(run("evaluate", "summary", brought, "--as-of", "2027-02-01"))

    assert "At the start (baseline)" in shown
    assert "At the close (close): open until 2027-12-07" in shown


def test_summary_says_where_no_answers_are_kept(run, year):
    shown = lines(run("evaluate", "summary", year, *DAY))

    assert [line for line in shown if line] == [
        "What may be shown of 'Harbour team: a year of change' on 2027-12-31",
        "At the start (baseline): no answers are kept yet",
        "At the close (close): no answers are kept yet",
        "",
    ][:3]


def test_summary_of_a_programme_without_waves(run, programme):
    assert "The programme has no waves yet." in lines(run("evaluate", "summary", programme))


def test_summary_withholds_what_too_few_answered(run, year, folder):
    path = write(folder / "few.csv", rows(AFTER[:4]))
    run("evaluate", "import", year, "close", path, "--write")

    shown = lines(run("evaluate", "summary", year, "--wave", "close", *DAY))

    assert "  Not shown: fewer than 5 answered." in shown
    assert not any("#" in line for line in shown)


def test_strict_house_shows_bands(run, brought):
    text = run("evaluate", "summary", brought, "--wave", "close", "--strict", *DAY).stdout

    assert "###" not in text


def test_summary_of_a_wave_that_is_not_there(run, brought):
    result = run("evaluate", "summary", brought, "--wave", "clos")

    assert (result.exit_code, "Did you mean 'close'?" in result.stderr) == (2, True)


def test_summary_prints_json(run, brought):
    found = json.loads(run("evaluate", "summary", brought, *DAY, "--json").stdout)

    assert (found["as_of"], found["k"]) == ("2027-12-31", 5)
    assert [wave["wave"] for wave in found["waves"]] == ["baseline", "close"]
    assert found["waves"][1]["closed"] == "2027-12-07"
    assert [each["count"] for each in found["waves"][1]["items"][0]["answers"]] == [1, 3, 5]
    assert "members" not in json.dumps(found)


def test_changed_answers_are_refused_with_their_cure(run, brought, folder):
    with (folder / "answers" / "close.csv").open("a") as file:
        file.write("zebra,,3,,\r\n")

    result = run("evaluate", "summary", brought)

    assert result.exit_code == 2
    assert "close.csv with the sha256" in result.stderr
    assert "Restore it, or import the answers again" in result.stderr


def test_missing_answers_are_refused_with_their_cure(run, brought, folder):
    (folder / "answers" / "close.csv").unlink()

    result = run("evaluate", "summary", brought)

    assert result.exit_code == 2
    assert "put the file back, or import them again with --replace" in result.stderr


def test_key_that_there_never_was_is_not_missed(run, brought, folder):
    (folder / "answers" / "key").unlink()

    assert run("evaluate", "summary", brought, *DAY).stderr == ""


@pytest.mark.parametrize("content", ["", "not a key", "ab" * 16, "é"])
def test_key_that_is_none_is_refused(run, brought, folder, content):
    (folder / "answers" / "key").write_text(content, encoding="utf-8")

    result = run("evaluate", "summary", brought)

    assert (result.exit_code, "expected 64 hexadecimal digits" in result.stderr) == (2, True)


def test_key_that_others_can_read_is_told(run, brought, folder):
    (folder / "answers" / "key").chmod(0o644)

    result = run("evaluate", "summary", brought, *DAY)

    assert (result.exit_code, "can be read by others: chmod 600" in result.stderr) == (0, True)


def test_change_tells_how_many_moved_which_way(run, brought):
    better = sum(after > before for before, after in zip(BEFORE, AFTER, strict=True))
    same = sum(after == before for before, after in zip(BEFORE, AFTER, strict=True))
    worse = sum(after < before for before, after in zip(BEFORE, AFTER, strict=True))

    shown = lines(run("evaluate", "change", brought, *DAY))

    assert shown[:8] == [
        "What changed in 'Harbour team: a year of change', as of 2027-12-31",
        "",
        "From 'At the start' to 'At the close'",
        "It is worth my time",
        f"  improved  {better}  {'#' * better}",
        f"  the same  {same}  {'#' * same}",
        f"  worse     {worse}  {'#' * worse}",
        f"  {better} of 9 improved, {same} stayed the same and {worse} got worse",
    ]


def test_change_says_p_values_only_if_asked(run, brought):
    assert "p-value" not in run("evaluate", "change", brought, *DAY).stdout
    asked = run("evaluate", "change", brought, *DAY, "--tests").stdout
    assert len(asked) > len(run("evaluate", "change", brought, *DAY).stdout)


def test_change_of_nothing(run, year):
    text = run("evaluate", "change", year, *DAY).stdout

    assert "There are no two waves with answers to the same questions yet." in text


def test_change_prints_json(run, brought):
    [found] = json.loads(run("evaluate", "change", brought, *DAY, "--json").stdout)["changes"]

    assert (found["key"], found["before"], found["after"], found["paired"]) == (
        "worth", "baseline", "close", 9,
    )  # fmt: skip


def test_looking_back_is_told_apart(run, year, export, folder):
    text = year.read_text(encoding="utf-8")
    kind = 'type = "retrospective", labels = ["No", "Yes"]'
    question = f'  {{ id = "chair", text = "I can chair", {kind} }},\n'
    year.write_text(text.replace("questions = [\n", "questions = [\n" + question), encoding="utf-8")
    headings = ("Code", "Worth", "chair/then", "chair/now")
    for wave in ("baseline", "close"):
        body = [(code, 1 + at % 3, 1 + at % 2, 2) for at, code in enumerate(CODES)]
        path = write(folder / f"{wave}.csv", body, headings)
        run("evaluate", "import", year, wave, path, "--write")

    shown = run("evaluate", "change", year, *DAY).stdout.splitlines()

    assert "Looking back, in 'At the close'" in shown
    assert "I can chair" in shown
