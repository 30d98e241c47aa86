"""Answers as survey tools export them: headings, words, blanks, and what cannot be used."""

import csv
import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from questionnaire import AGREE, FORM

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation import AnswerMapping, read_answers
from workshopcore.evaluation.answers import LeftOut, items_of
from workshopcore.evaluation.instruments.asking import yes_and_no
from workshopcore.language import languages, speaking
from workshopcore.model.evaluation import Instrument, Question


def read(rows, form=FORM, **mapping):
    return read_answers(rows, form, AnswerMapping(**mapping))


def column(heading, *cells, key=None, form=FORM, **mapping):
    found = read([[heading], *([cell] for cell in cells)], form, **mapping)
    return found.column(key or heading), [
        (each.path, each.found) for each in found.problems if "column" in each.path
    ]


def test_items_are_what_is_answered_one_at_a_time():
    assert [item.key for item in items_of(FORM)] == [
        "worth", "twice", "recommend", "chaired", "best", "tools", "order",
        "meet/1", "meet/2", "chair/then", "chair/now", "else",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("worth", "worth"),
        ("WORTH", "worth"),
        ("It was worth my time", "worth"),
        ("it was  worth my time.", "worth"),
        ("Q1. It was worth my time", "worth"),
        ("12) It was worth my time", "worth"),
        ("Q1: worth", "worth"),
        ("We meet [early]", "meet/1"),
        ("meet [often]", "meet/2"),
        ("meet/2", "meet/2"),
        ("I can chair (then)", "chair/then"),
        ("chair now", "chair/now"),
    ],
)
def test_headings_are_known_by_identifier_or_text(heading, key):
    found = read([[heading], ["1"]])

    assert [item.key for item in found.items] == [key]


@pytest.mark.parametrize(
    ("cell", "point"),
    [
        ("Agree", 4),
        ("AGREE strongly", 5),
        ("4", 4),
        ("4.0", 4),
        (" 5 ", 5),
        ("4 - Agree", 4),
        ("4 (Agree)", 4),
        ("2 – Disagree", 2),
        ("1 = very bad", 1),
    ],
)
def test_points_are_known_by_label_number_or_both(cell, point):
    assert column("worth", cell) == ((point,), [])


@pytest.mark.parametrize("cell", ["6", "0", "agreed", "4 - Disagree", "3.5", "-1", "4 or 5"])
def test_what_is_no_point_is_listed_with_its_place(cell):
    form = Instrument("F", [FORM.questions[0], FORM.questions[2]])
    found = read([["worth", "recommend"], [cell, "7"], ["1", "8"]], form)

    assert found.column("worth") == (None, 1)
    assert found.column("recommend") == (7, 8)
    assert [(each.path, each.found) for each in found.problems] == [
        ("row 2, column worth", f"'{cell}'")
    ]


def test_same_word_is_listed_once_with_its_rows():
    _, problems = column("worth", *["yes"] * 5, "1")

    assert problems == [("rows 2, 3, 4 and 2 more, column worth", "'yes'")]


@pytest.mark.parametrize(
    ("cell", "found"),
    [("10", 10), ("0", 0), ("9 - Extremely likely", 9), ("8.0", 8), ("NA", None), ("", None)],
)
def test_likelihood(cell, found):
    form = Instrument("F", [FORM.questions[2], FORM.questions[3]])
    answers = read([["recommend", "chaired"], [cell, "yes"]], form)

    assert (answers.column("recommend"), answers.problems) == ((found,), ())


@pytest.mark.parametrize("cell", ["11", "-1", "likely", "7.5"])
def test_what_is_no_likelihood(cell):
    assert column("recommend", cell, "5")[1] == [("row 2, column recommend", f"'{cell}'")]


@pytest.mark.parametrize(
    ("cell", "found"),
    [("Yes", True), ("y", True), ("1", True), ("✓", True), ("no", False), ("FALSE", False)],
)
def test_yes_and_no(cell, found):
    assert column("chaired", cell) == ((found,), [])


@pytest.mark.parametrize("language", languages())
def test_yes_and_no_of_a_translated_form_are_read(language):
    with speaking(language):
        yes, no = yes_and_no()
    assert column("chaired", yes, no) == ((True, False), [])


def test_neither_yes_nor_no():
    assert column("chaired", "perhaps", "no")[1] == [("row 2, column chaired", "'perhaps'")]


def test_option_that_was_written_otherwise_is_other_and_its_words_are_kept():
    found = read([["best"], ["second"], ["The third"], ["Other: the dinner"], ["Other"]])

    assert found.column("best") == (
        "Second", "Other (please say)", "Other (please say)", "Other (please say)",
    )  # fmt: skip
    assert found.others("best") == ("The third", "the dinner", "Other")


def test_option_without_other_is_listed():
    form = Instrument("F", [Question("Which?", "single-choice", id="w", options=("A", "B"))])

    assert column("w", "A", "C", form=form) == (("A", None)[:1], [("row 3, column w", "'C'")])


def test_several_answers_in_one_cell():
    found = read([["tools"], ["Maps;Plans, and their reviews"], ["Maps; drawings ;talks"], ["NA"]])

    assert found.column("tools") == (("Maps", "Plans, and their reviews"), ("Maps", "Other"))
    assert found.others("tools") == ("drawings; talks",)


def test_option_that_holds_the_divider_stays_whole():
    found = read([["tools"], ["Maps, Plans, and their reviews"]], divider=",")

    assert found.column("tools") == (("Maps", "Plans, and their reviews"),)


def test_option_chosen_twice_counts_once():
    assert column("tools", "Maps;maps")[0] == (("Maps",),)


def test_several_answers_with_a_column_for_each_option():
    headings = ["What do you use? [Maps]", "tools [Plans, and their reviews]", "Tools / Other"]
    found = read([headings, ["Yes", "", "1"], ["0", "No", ""], ["", "NA", ""], ["Maps", "x", "0"]])

    assert found.column("tools") == (
        ("Maps", "Other"), (), ("Maps", "Plans, and their reviews"),
    )  # fmt: skip


def test_mark_that_means_nothing_is_listed():
    found = read([["tools [Maps]", "tools [Other]"], ["often", "yes"]])

    assert found.column("tools") == (("Other",),)
    assert [each.path for each in found.problems if "row" in each.path] == [
        "row 2, column tools [Maps]"
    ]


def test_ranking_in_one_cell_or_by_place():
    headings = ["order [Time]", "order [Money]", "order [Trust]"]

    assert column("order", "Trust;Time;Money")[0] == (("Trust", "Time", "Money"),)
    found = read([headings, ["2", "3", "1"], ["1", "", "2"], ["4", "1", "2"]])
    assert found.column("order") == (
        ("Trust", "Time", "Money"), ("Time", "Trust"), ("Money", "Trust"),
    )  # fmt: skip
    assert [each.found for each in found.problems if "row" in each.path] == ["'4'"]


def test_ranking_with_a_column_for_each_place():
    found = read([["order [2]", "order [1]", "order [3]"], ["Time", "trust", ""], ["Luck", "", ""]])

    assert found.column("order") == (("Trust", "Time"),)
    assert [each.found for each in found.problems if "row" in each.path] == ["'Luck'"]


def test_words_of_ones_own_in_a_column_beside():
    rows = [["best", "best [other]"], ["Second", ""], ["Other (please say)", "The third"]]
    found = read([*rows, ["", "The fourth"]])

    assert found.column("best") == ("Second", "Other (please say)", "Other (please say)")
    assert found.others("best") == ("The third", "The fourth")


def test_words_of_ones_own_under_an_option():
    found = read([["tools [Maps]", "tools [Other]"], ["1", "drawings"], ["1", "no"]])

    assert found.column("tools") == (("Maps", "Other"), ("Maps",))
    assert found.others("tools") == ("drawings",)


def test_mapping_names_columns_and_words():
    found = read(
        [["VAR_7", "Note"], ["++", "x"], ["--", "y"], ["?", "z"]],
        columns={"var 7": "worth", "Note": ""},
        words={"worth": {"++": "Agree strongly", "--": 1, "?": ""}},
    )

    assert found.column("worth") == (5, 1)
    assert found.left_out == LeftOut(empty=1)
    assert [each for each in found.problems if "item" not in each.path] == []


def test_mapping_names_an_option():
    found = read([["m", "p"], ["1", "0"]], columns={"m": "tools=maps", "p": "tools=Other"})

    assert found.column("tools") == (("Maps",),)


@pytest.mark.parametrize("target", ["wroth", "tools=Nothing", "tools/3"])
def test_mapping_to_what_was_not_asked_is_listed(target):
    found = read([["a", "worth"], ["1", "2"]], columns={"a": target})

    assert [(each.path, each.found) for each in found.problems if "column" in each.path] == [
        ("column a", f"'{target}'")
    ]


def test_heading_of_nothing_that_was_asked_is_listed_and_stops_nothing():
    found = read([["worth", "Shoe size"], ["1", "42"]])

    assert found.column("worth") == (1,)
    assert found.problems[0].path == "column Shoe size"


def test_heading_of_the_mapping_that_the_file_lacks_is_listed():
    found = read([["worth"], ["1"]], columns={"Wroth": "worth"}, token="code")

    assert [each.path for each in found.problems[:2]] == ["mapping.columns.Wroth", "mapping.token"]
    assert "worth" in found.problems[0].hint


def test_question_without_a_column_is_listed():
    found = read([["worth"], ["1"]])

    assert [each.path for each in found.problems] == [
        f"item {item.key}" for item in items_of(FORM) if item.key != "worth"
    ]


def test_question_in_two_columns_is_read_from_the_first():
    found = read([["worth", "It was worth my time"], ["1", "5"]])

    assert found.column("worth") == (1,)
    assert found.problems[0].path == "column It was worth my time"


def test_last_answer_of_a_token_counts():
    rows = [["code", "worth"], ["ab", "1"], ["cd", "2"], ["ab", "5"], ["", "3"], ["", "3"]]
    found = read(rows, token="code")

    assert found.tokens == ("cd", "ab", "", "")
    assert found.column("worth") == (2, 5, 3, 3)
    assert found.left_out == LeftOut(repeated=1)
    assert found.by_token("worth") == {"cd": 2, "ab": 5}


def test_retracted_submissions_are_left_out_and_counted():
    rows = [["state", "worth"], ["complete", "1"], ["Withdrawn", "2"], ["in progress", "3"]]
    found = read(rows, status="state", retracted=["withdrawn", "in progress"])

    assert (found.column("worth"), found.left_out) == ((1,), LeftOut(retracted=2))


def test_moments_are_dropped_unless_asked_for():
    rows = [["when", "worth"], ["2027-11-23 16:31", "4"]]
    mapping = AnswerMapping(submitted="when")

    assert read_answers(rows, FORM, mapping).submitted == ()
    assert read_answers(rows, FORM, mapping, keep_times=True).submitted == ("2027-11-23 16:31",)


def test_rows_between_headings_and_answers_are_passed_over():
    rows = [["worth"], ["It was worth my time"], ['{"ImportId":"QID1"}'], ["4"]]

    assert read(rows, skip=1).column("worth") == (4,)


def test_row_that_is_too_long_is_listed_and_read():
    found = read([["worth"], ["4", "", ""], ["3", "x"], []])

    assert found.column("worth") == (4, 3)
    assert [each.path for each in found.problems if each.path.startswith("row")] == ["row 3"]


def test_not_applicable_is_no_answer():
    question = Question("It helped", "scale", id="h", labels=AGREE, not_applicable="I was away")

    assert column("h", "I was away", "2", form=Instrument("F", [question]))[0] == (2,)


def written(rows, delimiter=",", encoding="utf-8", before=""):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return (before + text.getvalue()).encode(encoding)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_files_are_read_whatever_divides_and_encodes_them(delimiter, encoding, tmp_path):
    rows = [["else", "worth"], ["Élan, café; déjà | vu", "4"], ["naïve\tline\nbreak", "5"]]
    file = tmp_path / "answers.csv"
    file.write_bytes(written(rows, delimiter, encoding))

    for source in (file, str(file), file.read_bytes()):
        found = read_answers(source, FORM)
        assert found.column("else") == ("Élan, café; déjà | vu", "naïve\tline\nbreak")
        assert found.column("worth") == (4, 5)


def test_bytes_of_windows_within_utf_8_are_read():
    data = "else,worth\nÉlan,1\n".encode() + "déjà vu,2\n".encode("cp1252")

    assert read_answers(data, FORM).column("else") == ("Élan", "déjà vu")


def test_declared_separator_is_not_a_row():
    data = written([["worth", "else"], ["4", "a,b,c,d"]], ";", before="sep=;\r\n")

    assert read_answers(data, FORM).column("worth") == (4,)


def test_named_encoding_and_delimiter_hold():
    data = written([["worth", "else"], ["4", "é"]], "|", "mac-roman")
    mapping = AnswerMapping(encoding="mac-roman", delimiter="|")

    assert read_answers(data, FORM, mapping).column("else") == ("é",)


def test_unknown_encoding_is_refused():
    with pytest.raises(InvalidValueError, match="the name of an encoding"):
        read_answers(b"worth\n1\n", FORM, AnswerMapping(encoding="klingon"))


def test_workbook_is_refused_with_a_cure():
    with pytest.raises(InvalidValueError, match="Save it as CSV"):
        read_answers(b"PK\x03\x04rest", FORM)


def test_cell_beyond_measure_is_listed_with_its_line():
    data = b"worth,else\n1,a\n2," + b"x" * 200_000 + b"\n3,c\n"
    found = read_answers(data, FORM)

    assert found.column("worth") == (1, 3)
    assert any(each.path.startswith("line 3") for each in found.problems)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"worth\n"])
def test_nothing_is_nothing(data):
    assert len(read_answers(data, FORM)) == 0


@given(st.binary(max_size=400))
def test_whatever_the_bytes_are_it_answers(data):
    if not data.startswith(b"PK\x03\x04"):
        read_answers(data, FORM)


CELLS = st.sampled_from(["", "NA", "1", "5", "Agree", "Agree strongly", "?", "6"])


@given(st.lists(CELLS, max_size=30))
def test_rows_are_answers_empty_or_listed(cells):
    found = read([["worth"], *([cell] for cell in cells)])
    known = {"1": 1, "5": 5, "Agree": 4, "Agree strongly": 5}

    assert found.column("worth") == tuple(known[cell] for cell in cells if cell in known)
    listed = {each.found.strip("'") for each in found.problems if "row" in each.path}
    assert listed == {"?", "6"} & set(cells)


@given(st.lists(st.sampled_from(FORM.questions[5].options), unique=True), st.randoms())
def test_any_choice_of_options_comes_back(options, chance):
    chance.shuffle(options)
    divider = random.Random(len(options)).choice([";", " | ", ","])
    found = read([["tools"], [divider.join(options)]], divider=divider)

    assert set(found.columns["tools"][:1] or [()]) == {tuple(options)} or not options
