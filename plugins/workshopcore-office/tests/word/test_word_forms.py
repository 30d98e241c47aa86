"""Form fields: places to write and boxes to tick, each with a name that is read out."""

import pytest
from docx.oxml.ns import qn

from workshopcore.contracts.report import FormField

CIRCLE, BOX = "○", "☐"


def test_line_is_a_place_to_write(write, texts, values):
    document = write(FormField("Your name", hint="As on your badge"), title="", as_of=None)

    assert texts(document)[:2] == [("Question", "Your name"), ("Hint", "As on your badge")]
    assert values(document, "alias") == ["Your name"]
    assert len(list(document.element.iter(qn("w:text")))) == 1


def test_box_has_room_for_its_lines(write):
    few, many = (
        write(FormField("What helped?", "text", lines=lines)).tables[0].rows[0].height.pt
        for lines in (2, 6)
    )

    assert many == 3 * few


def test_tick_is_a_box_before_its_label(write, texts):
    document = write(FormField("I agree", "tick", hint="You need not"), title="", as_of=None)

    assert texts(document) == [("Answer", f"{BOX} I agree"), ("Hint", "You need not")]


@pytest.mark.parametrize(("kind", "sign"), [("choice", CIRCLE), ("several", BOX)])
def test_options_have_a_sign_that_says_how_many(write, texts, kind, sign):
    document = write(FormField("Which?", kind, options=["One", "Two"]), title="", as_of=None)

    assert texts(document) == [
        ("Question", "Which?"),
        ("Answer", f"{sign} One"),
        ("Answer", f"{sign} Two"),
    ]


def test_ranking_has_a_place_for_each_number(write, values, texts):
    document = write(FormField("Order?", "ranking", options=["Map", "Law"]), title="", as_of=None)

    assert [words for _, words in texts(document)] == ["Order?", "[ \xa0 ] Map", "[ \xa0 ] Law"]
    assert values(document, "alias") == ["Map", "Law"]


def test_scale_is_a_row_of_circles(write):
    (table,) = write(FormField("Worth it?", "scale", options=["1", "2", "3"])).tables

    assert [every(cell) for cell in table.rows[0].cells] == [
        f"{CIRCLE}1",
        f"{CIRCLE}2",
        f"{CIRCLE}3",
    ]


def test_scale_with_many_points_goes_down_the_page(write, texts):
    points = [str(n) for n in range(11)]
    document = write(FormField("How likely?", "scale", options=points), title="", as_of=None)

    assert [words for style, words in texts(document) if style == "Answer"] == [
        f"{CIRCLE} {point}" for point in points
    ]


def test_matrix_has_a_circle_for_each_answer(write, values):
    document = write(FormField("We", "matrix", rows=["listen", "decide"], options=["no", "yes"]))

    (table,) = document.tables
    assert [[every(cell) for cell in row.cells] for row in table.rows] == [
        ["", "no", "yes"],
        ["listen", CIRCLE, CIRCLE],
        ["decide", CIRCLE, CIRCLE],
    ]
    assert values(document, "alias") == ["listen: no", "listen: yes", "decide: no", "decide: yes"]
    assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def test_name_of_a_box_is_as_long_as_word_allows(write, values):
    (alias,) = values(write(FormField("x" * 300)), "alias")

    assert len(alias) <= 64


def test_question_stays_with_its_answers(write):
    document = write(FormField("Which?", "choice", options=["One"]), title="", as_of=None)

    question = document.paragraphs[0]
    assert question.style.paragraph_format.keep_with_next or (
        question.paragraph_format.keep_with_next
    )


def every(cell):
    return "".join(each.text or "" for each in cell._tc.iter(qn("w:t")))
