"""The file in which answers are kept: the same answers, without moments, in no telling order."""

import csv
import io
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from questionnaire import FORM

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation import answer_file, kept_answers, read_answers, stored_answers
from workshopcore.evaluation.answers import AnswerMapping, Answers, Other, items_of
from workshopcore.model.evaluation import AnswerFile, Instrument

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20).map(
    str.strip
)


def value(item):
    kind = item.question.type
    if item.is_scaled:
        return st.integers(1, len(item.question.labels))
    if kind == "likelihood":
        return st.integers(0, 10)
    if kind == "yes-no":
        return st.booleans()
    if kind == "single-choice":
        return st.sampled_from(item.question.options[:2])
    if kind in ("several-choice", "ranking"):
        chosen = st.lists(st.sampled_from(item.question.options), unique=True, min_size=1)
        return chosen.map(tuple)
    return TEXT.filter(bool)


@st.composite
def answers(draw):
    people = draw(st.integers(0, 6))
    columns = {
        item.key: draw(st.lists(st.none() | value(item), min_size=people, max_size=people))
        for item in items_of(FORM)
    }
    columns["recommend"] = draw(st.lists(st.integers(0, 10), min_size=people, max_size=people))
    tokens = [f"token{n}" for n in range(people)]
    return Answers(FORM, columns, tokens=draw(st.permutations(tokens)))


def as_set(found):
    return sorted(zip(found.tokens, *found.columns.values(), strict=True), key=str)


@given(answers())
def test_answers_come_back(given_answers):
    found = kept_answers(stored_answers(given_answers), FORM)

    assert as_set(found) == as_set(given_answers)


@given(answers(), st.randoms())
def test_order_in_which_they_came_leaves_no_trace(given_answers, chance):
    order = list(range(len(given_answers)))
    chance.shuffle(order)

    assert stored_answers(given_answers.at(order)) == stored_answers(given_answers)


def test_moments_are_not_kept():
    rows = [["when", "worth"], ["2027-11-23 16:31", "4"]]
    found = read_answers(rows, FORM, AnswerMapping(submitted="when"), keep_times=True)

    assert b"16:31" not in stored_answers(found)


def test_words_in_place_of_an_option_come_back():
    found = read_answers([["best", "tools"], ["The third", "Maps;drawings"]], FORM)

    back = kept_answers(stored_answers(found), FORM)

    assert back.columns["best"] == (Other("Other (please say)", "The third"),)
    assert back.columns["tools"] == (("Maps", Other("Other", "drawings")),)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", "＝1", "\t=1", "a\n=1"])
def test_comment_is_no_formula_and_comes_back(text):
    found = Answers(FORM, {"else": [text]}, tokens=["t"])
    data = stored_answers(found)

    (_, row) = csv.reader(io.StringIO(data.decode(), newline=""))
    assert row[1][:1] not in "=+-@\t＝" or text == "a\n=1"
    assert kept_answers(data, FORM).column("else") == (text.strip(),)


def test_programme_names_the_file_by_hash_and_count():
    found = Answers(FORM, {"worth": [4, 5]}, tokens=["a", "b"])
    data = stored_answers(found)
    file = answer_file("answers/close.csv", data, found.tokens)

    assert file == AnswerFile("answers/close.csv", sha256(data).hexdigest(), count=2)
    assert len(kept_answers(data, FORM, file)) == 2


def test_file_that_was_changed_is_refused():
    found = Answers(FORM, {"worth": [4, 5]}, tokens=["a", "b"])
    data = stored_answers(found)
    file = answer_file("answers/close.csv", data, found.tokens)

    with pytest.raises(InvalidValueError, match="Restore it"):
        kept_answers(data.replace(b"4", b"1"), FORM, file)


def test_answers_to_another_questionnaire_are_refused():
    other = Instrument("Other", FORM.questions[1:2])
    data = stored_answers(Answers(FORM, {"worth": [4]}, tokens=["a"]))

    with pytest.raises(InvalidValueError, match="not to the instrument 'other' as it is now"):
        kept_answers(data, other)


def test_moments_are_kept_if_asked_for():
    rows = [["code", "when", "worth"], ["a", "2027-11-24 09:00", "3"], ["b", "2027-11-25", "4"]]
    by_code = AnswerMapping(token="code", submitted="when")
    found = read_answers(rows, FORM, by_code, keep_times=True)

    again = kept_answers(stored_answers(found, keep_times=True), FORM)

    assert dict(zip(again.tokens, again.submitted, strict=True)) == {
        "a": "2027-11-24 09:00",
        "b": "2027-11-25",
    }
    assert again.by_token("worth") == {"a": 3, "b": 4}
