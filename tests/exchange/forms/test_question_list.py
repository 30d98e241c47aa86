"""A list that pastes well: one answer a line, and nothing else between them."""

import pytest

from workshopcore.errors import InvalidValueError
from workshopcore.exchange.forms import QuestionListExporter
from workshopcore.model.evaluation import Question
from workshopcore.testing.documents import HOSTILE

EXPORTER = QuestionListExporter()


def blocks(text):
    return [block.splitlines() for block in text.split("\n\n")]


def test_list_begins_with_what_respondents_read(write):
    assert blocks(write(EXPORTER))[:4] == [
        ["The form", "Draft of 2027-01-11: not frozen yet, so do not send it out."],
        ["What for."],
        ["Who reads it."],
        ["Results are shown only where 6 people or more have answered."],
    ]


def test_question_has_its_kind_its_hint_and_its_answers(write):
    written = blocks(write(EXPORTER))
    assert written[4:6] == [
        ["Section: The day"],
        ["1. The day was worth it", "Kind: choice, one answer", "No", "Partly", "Yes"],
    ]
    assert written[7] == [
        "3. We",
        "Kind: Likert; in Google Forms: multiple choice grid",
        "Statements:",
        "listen",
        "decide",
        "Answers:",
        *("No", "Partly", "Yes"),
    ]
    assert written[8][2:5] == ["Statements:", "Before, as I see it now", "Today"]
    assert written[9] == [
        "5. Recommend it?",
        "Kind: rating or linear scale, 0 to 10",
        "Subtitle: 0: Never. 10: At once",
    ]
    assert written[10] == [
        "6. Would you come again?",
        "Kind: choice, one answer; required",
        "Subtitle: Please answer this one",
        *("Yes", "No"),
    ]
    assert written[14:16] == [
        ["Section: Last"],
        ["10. Why?", "Kind: text, long answer", "Subtitle: In a word"],
    ]


def test_what_is_asked_with_a_name_comes_last_and_says_so(write):
    *_, warning, section, question = blocks(write(EXPORTER).rstrip())
    assert warning[0].startswith("Make a form of its own of the rest: it asks for a name")
    assert section == ["Section: Quotes"]
    assert question[0] == "11. May we quote you?"


def test_question_apart_is_put_last_wherever_it_stands(write):
    asked = (Question("Quote you?", "yes-no", apart=True), Question("Why?"))
    numbered = [line for line in write(EXPORTER, *asked).splitlines() if line[:1].isdigit()]
    assert numbered == ["1. Why?", "2. Quote you?"]


def test_likelihood_that_may_not_apply_says_so(write):
    asked = Question("Recommend?", "likelihood", not_applicable="I left")
    assert "Leave it empty for: I left" in write(EXPORTER, asked).splitlines()


@pytest.mark.parametrize("text", [*filter(str.strip, HOSTILE), "Two\n\n9. Lines"])
def test_text_stays_on_its_line(write, text):
    plain = write(EXPORTER, Question("A", "single-choice", options=["B", "C"], guidance="D"))
    hostile = write(EXPORTER, Question(text, "single-choice", options=[text, "C"], guidance=text))
    assert hostile.count("\n") == plain.count("\n")


def test_list_has_no_options(write):
    with pytest.raises(InvalidValueError):
        write(EXPORTER, part="apart")
