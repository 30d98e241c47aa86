"""`workshopcore evaluate survey`, on files that nobody prepared."""

import json
from pathlib import Path

import pytest

import workshopcore as wc

ROOT = Path(__file__).parents[3]
CARPENTRIES = ROOT / "docs" / "examples" / "carpentries-2020"
EXPORTS = ROOT / "tests" / "evaluation" / "data" / "exports"


@pytest.fixture
def survey(run):
    def survey(path, *arguments):
        return run("evaluate", "survey", path, *arguments)

    return survey


def block(result, heading):
    """Return the lines about one question."""
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    start = next(
        at
        for at, line in enumerate(lines)
        if line.startswith(f"{heading}  ") and "answered" in line[len(heading) :] and " of " in line
    )
    return lines[start : lines.index("", start)]


def numbers(block):
    """Return label and number of each answer."""
    rows = [line.strip().rstrip("#").rstrip().rpartition("  ") for line in block[1:]]
    return {label.strip(): int(number) for label, _, number in rows if number.strip().isdecimal()}


def test_published_answers_of_the_first_wave_come_out(survey):
    result = survey(CARPENTRIES / "wave-1.csv")

    assert list(numbers(block(result, "change_confidence")).values()) == [115, 29, 1]
    career = block(result, "impact_career_advancement")
    assert career[0] == "impact_career_advancement  135 of 176 answered"
    assert numbers(career) == {
        "Strongly agree": 37, "Agree": 55, "Neutral": 30, "Disagree": 9, "Strongly disagree": 4,
    }  # fmt: skip
    recognition = block(result, "impact_professional_recognition")
    assert recognition[0] == "impact_professional_recognition  133 of 176 answered"
    assert numbers(recognition) == {
        "Strongly agree": 10, "Agree": 26, "Neutral": 59, "Disagree": 31, "Strongly disagree": 7,
    }  # fmt: skip
    assert "net promoter score 63: 93 promoters, 32 passive and 9 detractors of 134" in (
        result.stdout
    )


def test_published_answers_of_the_second_wave_come_out(survey):
    said = "change_confidence=choice:" + "|".join(
        ["I'm more confident now", "I'm equally confident now", "I'm less confident now", "Other"]
    )
    result = survey(CARPENTRIES / "wave-2.csv", "--as", said)

    assert list(numbers(block(result, "change_confidence")).values()) == [72, 14, 0, 1]
    assert "net promoter score 47: 49 promoters, 30 passive and 8 detractors of 87" in (
        result.stdout
    )


def test_survey_says_what_it_guessed_and_what_it_dropped(survey):
    lines = survey(EXPORTS / "google-forms.csv").stdout.splitlines()

    assert lines[0].endswith("google-forms.csv: 6 rows; 6 answered something")
    assert "Guessed, column by column; correct a guess with --as HEADING=KIND:" in lines
    dropped = [line.split("  ")[0] for line in lines if " dropped " in line]
    assert dropped == ["Timestamp", "Email Address", "Your name", "Your department"]


@pytest.mark.parametrize("name", sorted(path.stem for path in EXPORTS.glob("*.csv")))
def test_survey_shows_nobody_and_nobodys_words(survey, name):
    result = survey(EXPORTS / f"{name}.csv")

    assert result.exit_code == 0
    for words in ("Karen", "Amina", "@", "192.0", "café\n", "trick", "notebook", "11870000001"):
        assert words not in result.stdout


def test_survey_says_where_something_does_not_fit_but_not_what(survey, folder):
    rows = [*["Agree"] * 10, "Disagree", "Neutral", "Karen again"]
    (folder / "s.csv").write_text("Well\n" + "\n".join(rows) + "\n")

    text = survey("s.csv").stdout

    assert "Not counted, because it fits no answer to its question:" in text
    assert "row 14, column Well" in text
    assert "Karen" not in text


def test_survey_says_how_unusual_headings_are(survey):
    first = survey(EXPORTS / "surveymonkey.csv").stdout.splitlines()[0]

    assert first.endswith("5 rows, with two rows of headings; 5 answered something")


def test_survey_of_too_few_shows_no_figure(survey):
    result = survey(EXPORTS / "surveymonkey.csv", "--k", "6")

    assert "Not shown: fewer than 6 answered." in result.stdout
    assert "#" not in result.stdout


def test_survey_can_be_strict(survey):
    assert "##" not in survey(EXPORTS / "limesurvey.csv", "--strict").stdout


def test_survey_prints_json(survey):
    found = json.loads(survey(EXPORTS / "qualtrics.csv", "--json").stdout)

    assert (found["rows"], found["people"], found["k"], found["not_used"]) == (6, 5, 5, [])
    assert [item["key"] for item in found["items"]] == ["q1", "q2", "q3", "q4"]
    assert found["columns"][17]["kind"] == "scale"


def test_guess_goes_on_as_a_programme(survey, run, folder):
    result = survey(EXPORTS / "surveymonkey.csv", "--instrument-out", "survey.toml")

    assert "Wrote survey.toml: the instrument 'surveymonkey' and its mapping" in result.stdout
    programme = wc.load(folder / "survey.toml")
    assert [wave.id for wave in programme.waves] == ["answers"]
    again = run(
        "evaluate", "import", "survey.toml", "answers", EXPORTS / "surveymonkey.csv", "--write"
    )
    assert (again.exit_code, again.stderr) == (0, "")
    shown = run("evaluate", "summary", "survey.toml").stdout
    assert "  Checklists  2  ##" in shown


def test_guess_overwrites_nothing(survey, folder):
    (folder / "survey.toml").write_text("mine")

    result = survey(EXPORTS / "qualtrics.csv", "--instrument-out", "survey.toml")

    assert (result.exit_code, "survey.toml is there already" in result.stderr) == (2, True)
    assert (folder / "survey.toml").read_text() == "mine"


def test_heading_may_have_any_sign_in_it(survey, folder):
    (folder / "s.csv").write_text('"a=b: c?",Well\nx,Yes\nx,No\ny,No\ny,Yes\n')

    found = json.loads(survey("s.csv", "--as", "a=b: c?=text", "--json").stdout)

    assert [column["kind"] for column in found["columns"]] == ["text", "yes-no"]


@pytest.mark.parametrize("said", ["Well", "=text"])
def test_heading_without_a_kind_is_refused(survey, folder, said):
    (folder / "s.csv").write_text("Well\nYes\nNo\n")

    result = survey("s.csv", "--as", said)

    assert (result.exit_code, "expected HEADING=KIND" in result.stderr) == (2, True)


def test_kind_that_is_not_there_is_refused(survey, folder):
    (folder / "s.csv").write_text("Well\nYes\nNo\n")

    result = survey("s.csv", "--as", "Well=txt")

    assert (result.exit_code, "Did you mean 'text'?" in result.stderr) == (2, True)


def test_file_that_is_not_there_is_refused(survey):
    assert survey("none.csv").exit_code == 2


def test_file_with_nothing_in_it_is_refused(survey, folder):
    (folder / "s.csv").write_text("")

    result = survey("s.csv")

    assert (result.exit_code, "a row of headings" in result.stderr) == (2, True)
