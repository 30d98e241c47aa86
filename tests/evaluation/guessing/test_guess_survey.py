"""What a column is taken for."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.evaluation import summarise
from workshopcore.evaluation.guessing import guess_survey

CARPENTRIES = Path(__file__).parents[3] / "docs" / "examples" / "carpentries-2020"


def column(heading, *cells, said=""):
    """Return what a column is taken for, beside one that asks something."""
    rows = [
        [heading, "Worth it"],
        *([cell, ("Yes", "No")[at % 2]] for at, cell in enumerate(cells)),
    ]
    found = guess_survey(rows, {heading: said} if said else {})
    return found.columns[0], found


def kind(heading, *cells):
    return column(heading, *cells)[0].kind


def counts(found, key):
    return dict(summarise(found.answers())[key].counts.rows)


def in_order(found, key):
    return [times for _, times in summarise(found.answers())[key].counts.rows]


def test_published_answers_of_the_first_wave_come_out():
    found = guess_survey(CARPENTRIES / "wave-1.csv")

    assert in_order(found, "change-confidence") == [115, 29, 1]
    assert in_order(found, "impact-career-advancement") == [4, 9, 30, 55, 37]
    assert in_order(found, "impact-professional-recognition") == [7, 31, 59, 26, 10]
    score = summarise(found.answers())["recommendation-score"].figure("net promoter score")
    assert (round(score.value), score.used) == (63, 134)


def test_published_answers_of_the_second_wave_come_out():
    found = guess_survey(CARPENTRIES / "wave-2.csv")

    assert in_order(found, "change-confidence") == [72, 14, 1]
    score = summarise(found.answers())["recommendation-score"].figure("net promoter score")
    assert (round(score.value), score.used) == (47, 87)


def test_options_that_nobody_chose_can_be_said():
    words = "I'm more confident now|I'm equally confident now|I'm less confident now|Other"
    found = guess_survey(CARPENTRIES / "wave-2.csv", {"change_confidence": f"choice:{words}"})

    assert in_order(found, "change-confidence") == [72, 14, 0, 1]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("When", ["24/11/2027", "25/11/2027", "25/11/2027"]),
        ("When", ["2027-11-24T09:30:00Z", "2027-11-24T09:31:00Z"]),
        ("When", ["November 24, 2027", "Nov 25, 2027"]),
        ("Reply to", ["amina@example.org", "jo@example.org", ""]),
        ("From", ["192.0.2.1", "2001:db8::1"]),
        ("Ring", ["+44 20 7946 0018", "0161 496 0123"]),
        ("More", ["https://example.org/1", "www.example.org"]),
        ("Ref", ["a1", "b2", "c3", "d4", "e5"]),
        ("Number", ["101", "102", "103", "104", "105"]),
        ("First name", ["Amina", "Jo", "Amina", "Jo"]),
        ("Which team are you in?", ["North", "North", "South", "South"]),
        ("Age", ["30-39", "30-39", "40-49", "40-49"]),
        ("gender", ["1", "2", "1", "2"]),
        ("How many workshops did you attend?", ["1", "2", "3", "1"]),
        ("Minutes", ["45", "60", "45", "90"]),
        ("Finished", ["True", "True", "False"]),
        ("Same", ["x-ray", "x-ray", "x-ray"]),
        ("Empty", ["", "NA", ""]),
    ],
)
def test_what_nobody_should_see_is_dropped(heading, cells):
    assert kind(heading, *cells) == "dropped"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Yes", "no", "YES", "y"], "yes-no"),
        (["1", "0", "1", "1"], "yes-no"),
        (["0", "10", "7", "7"], "likelihood"),
        (["1", "5", "3", "3"], "scale"),
        (["1", "7", "3", "3"], "scale"),
        (["1", "9", "3", "3"], "scale"),
        (["1", "2", "2", "1"], "single-choice"),
        (["0", "3", "3", "0"], "single-choice"),
        (["Never", "Often", "Always", "Often"], "scale"),
        (["5 - Strongly agree", "Agree", "1 - Strongly disagree"], "scale"),
        (["Yes", "No", "Not sure", "Not sure", "Yes", "No"], "single-choice"),
        (["Yes", "No", "Partly", "Yes"], "scale"),
        (["A;B", "B", "A;B", "A"], "several-choice"),
        (["A, B", "B", "A, B", "A"], "several-choice"),
        (["I liked it", "So did I", "Not me", "Not me"], "text"),
    ],
)
def test_kind_is_known_by_the_answers(cells, expected):
    assert kind("It went well", *cells) == expected


def test_statement_that_speaks_of_a_team_is_a_question():
    assert kind("Our team trusts each other more", "1", "5", "3", "4") == "scale"


def test_number_with_a_hint_is_a_likelihood():
    assert kind("Would recommend", "9", "8", "9", "10") == "likelihood"


def test_words_that_mean_no_answer_are_none():
    found = column("It went well", "Agree", "Disagree", "Neutral", "Don't know")[1]

    assert in_order(found, "it-went-well") == [0, 1, 1, 1, 0]


def test_scale_is_spelt_as_in_the_file():
    found = column("It went well", "disagree strongly", "agree", "neither", "agree")[1]

    assert found.instrument.questions[0].labels == (
        "disagree strongly", "Disagree", "neither", "agree", "Strongly agree",
    )  # fmt: skip


def test_answer_that_comes_again_is_no_slip():
    assert kind("Well", *["Agree"] * 20, "Disagree", "Neutral", "Perhaps", "Perhaps") != "scale"


def test_slip_of_the_pen_is_a_problem_with_its_row():
    cells = [*["Agree"] * 10, "Disagree", "Neutral", "Agre"]
    found = column("It went well", *cells)[1]

    assert found.columns[0].kind == "scale"
    assert [each.path for each in found.answers().problems] == ["row 14, column It went well"]


def test_spellings_of_an_answer_are_one_option():
    found = column("Where", "The Map", "the map", "The log", "the map", "The log")[1]

    assert counts(found, "where") == {"the map": 3, "The log": 2}


def test_option_called_other_takes_what_only_one_said():
    found = column("Which", "Map", "Map", "Log", "Log", "Other", "Other", "Karen's way")[1]

    assert counts(found, "which") == {"Log": 2, "Map": 2, "Other": 3}


def test_second_divider_makes_it_text():
    rows = [["Use", "Want"], *[["A;B", "C, D"], ["A", "C"], ["B", "D"]] * 2]
    found = guess_survey(rows)

    assert [each.kind for each in found.columns] == ["several-choice", "text"]


def test_second_column_of_codes_is_dropped():
    rows = [["Code", "Token", "Well"], ["a1", "z9", "Yes"], ["b2", "y8", "No"]]
    found = guess_survey(rows)

    assert (found.mapping.token, found.columns[1].kind) == ("Code", "dropped")


def test_column_of_a_heading_that_was_there_is_not_read_twice():
    rows = [["Well", "Well"], ["Yes", "No"], ["No", "No"]]

    assert [each.heading for each in guess_survey(rows).columns] == ["Well"]


def test_column_numbers_without_texts_are_passed_over():
    rows = [["Q1", "Q2"], ['{"ImportId":"QID1"}', '{"ImportId":"QID2"}'], ["Yes", "9"], ["No", "3"]]
    found = guess_survey(rows)

    assert (found.people, found.laid_out) == (2, "a row of column numbers")
    assert found.answers().problems == ()


def test_unnamed_column_of_row_numbers_makes_no_second_heading():
    rows = [["", "Well"], ["1", "Yes"], ["2", "No"]]

    assert guess_survey(rows).laid_out == ""


@pytest.mark.parametrize(
    ("wanted", "kind"),
    [
        ("likelihood", "likelihood"),
        ("scale", "scale"),
        ("scale:1|2|3", "scale"),
        ("choice", "single-choice"),
        ("choice:1|2|3", "single-choice"),
        ("text", "text"),
        ("token", "token"),
        ("dropped", "dropped"),
    ],
)
def test_column_is_what_somebody_says(wanted, kind):
    rows = [["A", "Well"], *[[cell, "Yes"] for cell in "112233"], ["", "No"]]
    found = guess_survey(rows, {"a": wanted})

    assert (found.columns[0].kind, found.columns[0].why) == (kind, "as you say")


def test_scale_of_one_to_ten_can_be_said():
    rows = [["Score", "Well"], *[[cell, "Yes"] for cell in ("2", "9", "10")]]

    assert len(guess_survey(rows, {"Score": "scale"}).instrument.questions[0].labels) == 10


def test_several_answers_can_be_said():
    rows = [["Use", "Well"], ["A;B", "Yes"], ["C;D", "No"], ["A", "No"]]
    found = guess_survey(rows, {"Use": "several:A|B|C|D"})

    assert counts(found, "use") == {"A": 2, "B": 1, "C": 1, "D": 1}


def test_several_answers_with_commas_are_divided_as_they_are():
    rows = [["Use", "Well"], *[["A, B", "Yes"], ["A", "No"], ["B", "No"]] * 2]

    assert guess_survey(rows, {"Use": "several"}).mapping.divider == ","


def test_several_answers_without_a_divider_have_the_usual_one():
    rows = [["Use", "Well"], ["A", "Yes"], ["B", "No"]]

    assert guess_survey(rows, {"Use": "several:A|B"}).mapping.divider == ";"


def test_option_columns_can_be_said_one_by_one():
    rows = [["Use [A]", "Use [B]", "Use [C]"], ["Yes", "No", "No"], ["No", "Yes", "No"]]
    found = guess_survey(rows, {"Use [C]": "dropped"})

    assert [each.kind for each in found.columns] == ["several-choice", "several-choice", "dropped"]


def test_scale_without_labels_is_refused():
    rows = [["Why", "Well"], ["So", "Yes"], ["Because", "No"]]
    with pytest.raises(InvalidValueError, match="a scale with its labels"):
        guess_survey(rows, {"Why": "scale"})


def test_kind_that_is_not_there_is_refused():
    with pytest.raises(InvalidValueError, match="Did you mean 'likelihood'"):
        column("Well", "1", "2", said="likelyhood")


def test_heading_that_is_not_there_is_refused():
    with pytest.raises(UnknownKeyError, match="Did you mean 'Worth it'"):
        guess_survey([["Worth it"], ["Yes"]], {"Wroth it": "text"})


@pytest.mark.parametrize("rows", [[], [["", " "]]])
def test_nothing_is_refused(rows):
    with pytest.raises(InvalidValueError, match="a row of headings, and answers below it"):
        guess_survey(rows)


def test_file_without_a_question_is_refused():
    with pytest.raises(InvalidValueError, match="1 columns without a question"):
        guess_survey([["Name"], ["Amina"]])


CELLS = st.one_of(
    st.sampled_from(
        ["Yes", "No", "Agree", "Disagree", "5", "10", "NA", "A;B", "2027-11-24", "a@b.c"]
    ),
    st.text(max_size=12),
)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=12))
def test_any_file_is_read_by_what_was_guessed_of_it(rows):
    found = guess_survey(
        [["Well", "One", "Two", "Three"], *[["Yes", *row] for row in rows], ["No"]]
    )
    answers = found.answers()

    assert len(answers) <= len(rows) + 1
    assert [each for each in answers.problems if not each.path.startswith("row")] == []


def test_points_that_are_said_to_be_a_scale_need_no_full_range():
    rows = [["Score", "Well"], *[[cell, "Yes"] for cell in ("0", "12", "3")]]
    with pytest.raises(InvalidValueError, match="a scale with its labels"):
        guess_survey(rows, {"Score": "scale"})


def test_words_that_are_said_to_be_a_scale_keep_their_order():
    rows = [["Q", "Well"], ["Agree", "Yes"], ["Disagree", "No"], ["Neutral", "No"]]
    found = guess_survey(rows, {"Q": "scale"})

    assert found.instrument.questions[0].labels[0] == "Strongly disagree"


def test_long_answers_that_come_again_are_text():
    long = "the whole day, and what came of it, " * 4

    assert kind("What", long, long, "x" * 130, "x" * 130) == "text"


def test_code_in_every_row_is_a_token_where_the_heading_says_so():
    assert kind("Pairing code", "a1", "b2", "c3", "d4", "e5") == "token"


def test_same_option_twice_makes_no_group():
    rows = [["Use [A]", "Use [a ]", "Well"], ["Yes", "No", "Yes"], ["No", "Yes", "No"]]
    found = guess_survey(rows)

    assert found.columns[0].kind == "yes-no"


def test_very_many_different_answers_are_counted_all_the_same():
    rows = [["Why", "Well"], *[[f"because of {at}", ("Yes", "No")[at % 2]] for at in range(6000)]]
    found = guess_survey(rows)

    assert [(each.kind, each.answered) for each in found.columns] == [
        ("text", 6000), ("yes-no", 6000),
    ]  # fmt: skip
