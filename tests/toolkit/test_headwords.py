"""What a document is found by: its titles and headings, and whom it names, but not its text."""

import pytest
from hypothesis import given

from workshopcore.contracts.report import (
    Bullets,
    Callout,
    Figure,
    Item,
    Paragraph,
    Report,
    Run,
    Section,
    Table,
)
from workshopcore.testing.documents import reports
from workshopcore.toolkit.headwords import folded, headwords


def report(*blocks, title="Agenda", **details):
    return Report("note", title, "participants", blocks, **details)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("CAOIMHE", "caoimhe"),
        ("Ní Dhomhnaill", "ni dhomhnaill"),
        ("Đặng Łukasz", "đang łukasz"),
        ("\N{LATIN SMALL LIGATURE FI}nd", "find"),
        ("Ελπίδα", "ελπιδα"),
        ("हिन्दी", "हनद"),
        ("İ", "i"),
        ("MAẞNAHMEN und Maßnahmen", "massnahmen und massnahmen"),
    ],
)
def test_text_is_compared_without_accents_and_capitals(text, said):
    assert folded(text) == said


def test_words_are_those_of_titles_and_headings():
    inner = Section("Lunch", [Paragraph("Soup")])
    words = headwords(report(Section("Check-in", [inner]), subtitle="A year"), [])
    assert words == ("agenda", "check", "in", "lunch", "year")


def test_words_are_those_of_captions_and_of_boxes():
    table = Table(["When", "What"], [["Early", "Soup"]], caption="Morning", row_headings=True)
    figure = Figure("bars", {}, "unsaid", Table(["x"], []), caption="Votes")
    words = headwords(report(table, figure, Callout("Mind", [Paragraph("the gap")])), [])
    assert words == ("agenda", "mind", "morning", "votes")


def test_text_gives_only_the_names_that_are_known():
    said = report(Bullets([Item("Ask", [(Run("Zoë "), Run("O’Hara", "strong"))])]))
    assert headwords(said, ["Zoe O'Hara", "Asa Lind"]) == ("agenda", "hara", "zoe")


def test_name_within_another_word_is_nobody():
    assert headwords(report(Paragraph("All of us")), ["Al"]) == ("agenda",)


def test_word_without_end_is_cut():
    assert headwords(report(title="a" * 10_000), []) == ("a" * 40,)


@given(reports())
def test_words_are_sorted_unlike_and_made_of_letters_and_digits(report):
    words = headwords(report, ["Amina Yusuf"])
    assert list(words) == sorted(set(words))
    assert all(word.isalnum() and 2 <= len(word) <= 40 for word in words)
