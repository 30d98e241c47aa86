"""Files whose headings take up two rows: the question above, the option below."""

from questionnaire import FORM

from workshopcore.evaluation import read_answers
from workshopcore.evaluation.answers import AnswerMapping

ROWS = [
    ["Respondent", "What do you use?", "", "It was worth my time", "Anything else?"],
    ["", "Maps", "Plans, and their reviews", "Response", "Open-Ended Response"],
    ["1", "Maps", "", "Agree", "No"],
    ["2", "Maps", "Plans, and their reviews", "perhaps", ""],
]
TWO = AnswerMapping(headings=2, columns={"Respondent": ""})


def test_question_above_holds_for_the_options_below():
    found = read_answers(ROWS, FORM, TWO)

    assert found.column("tools") == (("Maps",), ("Maps", "Plans, and their reviews"))
    assert found.column("worth") == (4, None)


def test_rows_keep_their_numbers():
    [fault] = [each for each in read_answers(ROWS, FORM, TWO).problems if "row" in each.path]

    assert fault.path == "row 4, column It was worth my time"


def test_rows_of_different_lengths_are_joined():
    rows = [["It was worth my time"], ["Response", "Maps"], ["Agree", "x"]]
    found = read_answers(rows, FORM, AnswerMapping(headings=2))

    assert found.column("worth") == (4,)
    assert "column It was worth my time [Maps]" in [each.path for each in found.problems]
