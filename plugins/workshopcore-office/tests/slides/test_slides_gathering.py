"""Small sections on one slide, a page on two slides, text below a table."""

import pytest

from workshopcore.contracts.report import (
    Bullets,
    Facts,
    Figure,
    Paragraph,
    Section,
    Table,
)
from workshopcore_office.slides.deck import Line, Topic
from workshopcore_office.slides.gathering import gathered

LONG = Paragraph("Many words about it. " * 50)
TABLE = Table(["When", "What"], [["9 May 2027", "Where are we now?"]] * 3, caption="Dates")
POINTS = {"points": [{"label": "One", "date": "2027-01-19", "group": "A"}]}
OVERVIEW = (
    Paragraph("Why we meet.", lead=True),
    Section("Aims", [Bullets([f"Aim {n}, and how it is measured" for n in range(5)])]),
    Section("Dates", [Figure("timeline", POINTS, "One workshop.", TABLE)]),
    Section("Who", [Facts([("Sponsor", "Jo Park"), ("Facilitation", "Li Wei")])]),
    Section("Rules", [Bullets([f"Rule {n}" for n in range(4)])]),
)


def topic(title, *words, level=2):
    return Topic(title, tuple(map(Line, words)), level=level)


def titles(*topics, most=10):
    return [
        (each.title, [part.words for part in each.parts])
        for each in gathered(topics, lambda lines: len(lines) <= most)
    ]


def test_short_sections_of_a_section_stand_on_its_slide():
    found = titles(topic("A", "a", level=1), topic("One", "1"), topic("Two", "2"))

    assert found == [("A", ["a", "One", "1", "Two", "2"])]


def test_what_does_not_fit_goes_to_a_slide_of_its_own():
    found = titles(topic("A", "a", level=1), topic("One", *"123"), topic("Two", "2"), most=4)

    assert found == [("A", ["a"]), ("One", ["1", "2", "3"]), ("Two", ["2"])] or found == [
        ("A", ["a"]),
        ("A", ["One", "1", "2", "3", "Two", "2"]),
    ]


def test_neighbours_are_gathered_under_the_title_above_them():
    found = titles(topic("A", *"abcde", level=1), topic("One", "1"), topic("Two", "2"), most=5)

    assert found == [("A", list("abcde")), ("A", ["One", "1", "Two", "2"])]


def test_section_that_says_nothing_itself_tells_its_sections():
    found = titles(topic("A", level=1), topic("One", *"1234"), topic("Two", *"1234"), most=4)

    assert found[0] == ("A", ["One", "Two"])


def test_only_section_of_an_empty_one_has_both_titles():
    assert titles(topic("A", level=1), topic("One", *"1234"), most=4) == [("A: One", list("1234"))]


def test_sections_of_the_first_level_stay_apart():
    assert len(titles(topic("A", "a", level=1), topic("B", "b", level=1))) == 2


def test_notes_of_gathered_sections_are_kept():
    parts = (Line("x"),)
    (found,) = gathered(
        [Topic("A", parts, ("one",), 1), Topic("B", parts, ("two",), 2)], lambda _: True
    )

    assert found.notes == ("one", "two")


def test_lines_after_a_table_stand_below_it(write):
    presentation = write(Section("A", [TABLE, Paragraph("After the table.")]))

    (slide,) = list(presentation.slides)[1:]
    (frame,) = [shape for shape in slide.shapes if shape.has_table]
    (text,) = [
        each for each in slide.shapes if each.has_text_frame and "After" in each.text_frame.text
    ]
    assert text.top >= frame.top + frame.height


def test_long_text_is_spread_evenly(write, shown):
    lines = [Paragraph(f"Line {n} of words.") for n in range(14)]

    slides = shown(write(Section("A", lines)))[1:]
    counts = [len(said) for _, said in slides]
    assert sum(counts) == 14
    assert max(counts) - min(counts) <= 1


def test_paragraph_longer_than_a_slide_is_parted_evenly(write, shown):
    slides = shown(write(Section("A", [Paragraph("word " * 260)])))[1:]

    counts = [len(" ".join(said).split()) for _, said in slides]
    assert sum(counts) == 260
    assert len(counts) == 2
    assert min(counts) > 100


def test_report_that_asks_for_a_page_is_two_slides_at_most(write):
    presentation = write(*OVERVIEW, pages=1)

    assert 1 <= len(presentation.slides) <= 2
    words = " ".join(said(shape) for slide in presentation.slides for shape in slide.shapes)
    for heading in ("Aims", "Dates", "Who", "Rules", "As of 30 June 2027"):
        assert heading in words


def test_no_letters_of_such_slides_are_smaller_than_eleven_points(write):
    presentation = write(*OVERVIEW, pages=1)

    sizes = [
        int(size)
        for slide in presentation.slides
        for shape in slide.shapes
        if shape.has_text_frame and not shape.is_placeholder
        for size in shape._element.xpath(".//a:rPr/@sz")
    ]
    assert min(sizes) >= 1100


def test_pieces_stay_on_the_slide_and_apart(write):
    presentation = write(*OVERVIEW, pages=1)

    for slide in presentation.slides:
        boxes = [
            (shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)
            for shape in slide.shapes
        ]
        for left, top, right, bottom in boxes:
            assert 0 <= left < right <= presentation.slide_width
            assert 0 <= top < bottom <= presentation.slide_height


def test_table_that_has_no_room_is_in_the_notes(write, notes):
    rows = [[f"{n} May 2027", "Where are we now, and how did we come here? " * 4] for n in range(9)]
    figure = Figure("timeline", POINTS, "One workshop.", Table(["When", "What"], rows))
    presentation = write(*OVERVIEW[:2], Section("Dates", [figure]), *OVERVIEW[3:], pages=1)

    assert len(presentation.slides) == 2
    assert not any(shape.has_table for slide in presentation.slides for shape in slide.shapes)
    assert any("When: 3 May 2027" in line for slide in notes(presentation) for line in slide)


@pytest.mark.parametrize("blocks", [[LONG] * 9, [Section("A", [TABLE] * 9)]])
def test_report_that_cannot_be_two_slides_is_as_many_as_it_takes(write, blocks):
    assert len(write(*blocks, pages=1).slides) > 2


def said(shape):
    return shape.text_frame.text if shape.has_text_frame else ""
