import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.errors import InvalidValueError
from workshopcore.exchange.expert_questions import read_questions
from workshopcore.model.expert import ExpertQuestion

YEAR = wc.Programme(
    title="A year",
    people=[
        wc.Person("Amina Yusuf", id="amina", email="amina@example.org"),
        wc.Person("Élodie Martin", id="elodie"),
        wc.Person("Eve", role="expert", id="eve"),
    ],
)
KNOWN = [ExpertQuestion("How?", points=2), ExpertQuestion("Why?"), ExpertQuestion("Who pays?")]


def read(text, known=(), **settings):
    data = text if isinstance(text, bytes) else text.encode()
    engagement = wc.ExpertEngagement("eve", "Choice", questions=known)
    return read_questions(data, YEAR, engagement, **settings)


def listed(found):
    return [(one.text, one.askers, one.points) for one in found.questions]


def test_list_of_questions_is_taken_in_with_who_asked():
    found = read("Question,Asked by,Points\nHow?,Amina,3\nWhy?,amina@example.org,\nWho?,,0\n")
    assert listed(found) == [("How?", ("amina",), 3), ("Why?", ("amina",), 0), ("Who?", (), 0)]
    assert (found.new, found.repeats, found.ballots, found.problems) == (3, 0, 0, ())


@pytest.mark.parametrize(
    "table",
    [
        "sep=;\r\nYour question?;Name\r\nHow?;Elodie Martin\r\n",
        "Questions for our guest\n\nTimestamp\tWho\tQuestion\n2027-05-01 10:00\tÉlodie\tHow?\n",
        "\ufeffQUESTION , Participant\n How? , elodie\n,\n",
    ],
)
def test_tables_of_spreadsheets_and_forms_are_understood(table):
    assert listed(read(table)) == [("How?", ("elodie",), 0)]


def test_table_of_an_old_program_is_understood():
    assert listed(read("Question;Name\nHöw?;Élodie\n".encode("cp1252"))) == [
        ("Höw?", ("elodie",), 0)
    ]


def test_points_take_the_place_of_earlier_ones_and_rows_of_one_question_add_up():
    found = read("Question,Dots\nhow,3\nHow?,4\nWhy?,\n", KNOWN)
    assert [one.points for one in found.questions] == [7, 0, 0]
    assert (found.new, found.repeats) == (0, 3)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("How?,Nobody,1", "row 2 (line 2): expected somebody on the programme"),
        ("How?,,many", "expected points in whole numbers, or nothing, found 'many'"),
        ("How?,,-1", "expected points in whole numbers"),
        ("How?,,1234567", "expected points in whole numbers"),
    ],
)
def test_row_that_cannot_be_is_left_out_and_named(row, said):
    found = read(f"Question,Asked by,Points\n{row}\nWhy?,,\n")
    assert listed(found) == [("Why?", (), 0)]
    (problem,) = found.problems
    assert said in str(problem)


def test_cell_that_does_not_end_is_named():
    found = read('Question\nWhy?\n"How\n')
    assert listed(found) == [("Why?", (), 0)]
    assert [problem.code for problem in found.problems] == ["WC001"]


@pytest.mark.parametrize("table", ["", "Dear all,\nsee below\n", "Id,Action\n1,Go\n"])
def test_table_of_something_else_is_refused_and_nothing_changes(table):
    found = read(table, KNOWN)
    assert found.questions == tuple(KNOWN)
    assert "a heading 'Question', or 'First choice'" in str(found.problems[0])


def test_ballots_name_questions_by_number_or_in_words():
    found = read("Name,First choice,Second choice\nA,2,1\nB,WHO PAYS,2.\nC,,3\nD,,\n", KNOWN)
    assert [one.points for one in found.questions] == [1, 3, 3]
    assert (found.ballots, found.problems) == (3, ())


@pytest.mark.parametrize(
    "headings", ["1st choice,2nd choice", "Choice 1,Choice 2", "First,Second", "1,2", "1st,2nd"]
)
def test_places_of_ballots_go_by_many_names(headings):
    found = read(f"{headings}\n3,1\n", KNOWN)
    assert [one.points for one in found.questions] == [1, 0, 2]


def test_places_count_by_their_names_and_not_by_their_columns():
    found = read("Second choice,First choice\n1,3\n", KNOWN)
    assert [one.points for one in found.questions] == [1, 0, 2]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("9,1", "expected a question, by its number (1 to 3) or in its words, found '9'"),
        ("0,1", "found '0'"),
        ("What else?,1", "found 'What else?'"),
        ("1,How?", "each question once on a ballot"),
    ],
)
def test_ballot_that_does_not_count_is_left_out_and_named(row, said):
    found = read(f"First choice,Second choice\n{row}\n2,3\n", KNOWN)
    assert [one.points for one in found.questions] == [0, 2, 1]
    (problem,) = found.problems
    assert said in str(problem)


def test_ballots_may_stand_below_a_title():
    found = read("Our ballots,\nFirst choice,Second choice\n3,1\n", KNOWN)
    assert [one.points for one in found.questions] == [1, 0, 2]


def test_ballots_before_there_are_questions_are_refused():
    found = read("First choice\n1\n")
    assert (found.questions, found.ballots) == ((), 0)
    assert "there are none yet" in str(found.problems[0])


def test_ballots_with_nothing_on_them_leave_points_alone():
    assert read("First choice,Second choice\n,\n", KNOWN).questions == tuple(KNOWN)


def test_delimiter_may_be_named():
    assert listed(read("Question|Name\nHow, and why?|Amina\n", delimiter="|")) == [
        ("How, and why?", ("amina",), 0)
    ]
    with pytest.raises(InvalidValueError, match="one character"):
        read("Question\n", delimiter="||")


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_whatever_comes_in_the_known_questions_stay(data):
    found = read(data, KNOWN)
    assert [one.text for one in found.questions[:3]] == ["How?", "Why?", "Who pays?"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["How?", "Why?", "New", "Other"]),
            st.sampled_from(["", "Amina", "Élodie"]),
            st.sampled_from(["", "3", "0"]),
        ),
        max_size=6,
    )
)
def test_taking_in_a_table_twice_changes_nothing(rows):
    lines = ["Question,Asked by,Points", *(",".join(row) for row in rows)]
    once = read("\n".join(lines), KNOWN)
    assert read("\n".join(lines), once.questions).questions == once.questions
