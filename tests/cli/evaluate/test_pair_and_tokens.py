"""`workshopcore evaluate pair` and `tokens`."""

import json

from evaluated import AFTER, BEFORE, CODES, rows, write

from workshopcore.evaluation.answers.tokens import is_token


def bring(run, year, folder, wave, points, codes):
    path = write(folder / f"{wave}.csv", rows(points, codes))
    assert run("evaluate", "import", year, wave, path, "--write").exit_code == 0


def test_pair_says_whose_codes_agree(run, brought):
    result = run("evaluate", "pair", brought, "baseline", "close")

    assert result.exit_code == 0
    assert result.stdout == (
        "9 paired, 0 likely, 0 doubtful, 0 only before, 0 only after, 0 given more than once\n"
    )


def test_pair_reports_slips_doubts_and_those_who_are_in_one_wave(run, year, folder):
    bring(
        run,
        year,
        folder,
        "baseline",
        BEFORE,
        ("amber", "birch", "cedar", "mabel1", "mabel2", *CODES[5:]),
    )
    bring(
        run,
        year,
        folder,
        "close",
        AFTER,
        ("ambre", "birch", "zebra", "mabel3", *CODES[5:], "birch"),
    )

    lines = run("evaluate", "pair", year, "baseline", "close").stdout.splitlines()

    assert lines[0].startswith("5 paired, 1 likely, 1 doubtful")
    assert "Likely the same, a slip apart:" in lines
    assert "amber     ambre  1" in lines
    assert "In doubt, because each could be several:" in lines
    assert "mabel3  mabel1, mabel2" in lines
    assert "Only in baseline: cedar, mabel1, mabel2" in lines
    assert "Only in close: zebra" in lines


def test_pair_prints_json(run, brought):
    found = json.loads(run("evaluate", "pair", brought, "baseline", "close", "--json").stdout)

    assert sorted(found["pairs"]) == [[code, code] for code in CODES]


def test_pair_needs_answers(run, year):
    result = run("evaluate", "pair", year, "baseline", "close")

    assert (result.exit_code, "no answers are kept of 'baseline'" in result.stderr) == (2, True)


def test_pair_needs_codes(run, year, folder):
    bring(run, year, folder, "baseline", BEFORE, [""] * 9)
    bring(run, year, folder, "close", AFTER, CODES)

    result = run("evaluate", "pair", year, "baseline", "close")

    assert result.exit_code == 2
    assert "the answers of 'baseline' have no codes" in result.stderr


def test_tokens_are_printed_to_cut_apart(run):
    result = run("evaluate", "tokens", "7")

    found = [word for word in result.stdout.split() if is_token(word)]
    assert (result.exit_code, len(found), len(set(found))) == (0, 7, 7)


def test_tokens_are_different_each_time(run):
    assert run("evaluate", "tokens", "9").stdout != run("evaluate", "tokens", "9").stdout


def test_tokens_are_printed_as_json(run):
    found = json.loads(run("evaluate", "tokens", "5", "--json").stdout)

    assert (len(found), all(map(is_token, found))) == (5, True)


def test_no_tokens_are_refused(run):
    assert run("evaluate", "tokens", "0").exit_code == 2
