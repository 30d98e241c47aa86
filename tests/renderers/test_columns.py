"""How the columns of a table share the width of a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import Table
from workshopcore.renderers.columns import longest_word, shared_out, texts_of

WORDS = st.text("abcdefgh -", max_size=60)
COLUMNS = st.integers(1, 5).flatmap(
    lambda rows: st.lists(st.lists(WORDS, min_size=rows, max_size=rows), min_size=1, max_size=8)
)


@given(COLUMNS, st.floats(10, 300))
def test_columns_never_take_more_than_the_room(columns: list[list[str]], room: float) -> None:
    shares = shared_out(columns, room)

    assert sum(shares.letters) <= room + 1e-6
    assert min(shares.letters) > 0


@given(COLUMNS, st.floats(10, 300))
def test_word_has_its_room_unless_the_columns_are_crowded(
    columns: list[list[str]], room: float
) -> None:
    shares = shared_out(columns, room)

    if not shares.crowded:
        words = [min(longest_word(column[1:]), 24) for column in columns]
        assert all(wide >= word for wide, word in zip(shares.letters, words, strict=True))


def test_short_texts_are_left_as_wide_as_they_are() -> None:
    shares = shared_out([["Name", "Amina Yusuf"], ["Group", "Group 1"]], 100)

    assert shares.whole
    assert shares.letters == pytest.approx((11.6, 7.6))


def test_date_stays_on_one_line_beside_a_sentence() -> None:
    purpose = "Choose the few strategies that turn the vision into something people notice."
    columns = [["When", "21 September 2027"], ["Purpose", purpose]]

    assert shared_out(columns, 60).letters[0] >= 17


def test_column_that_says_more_is_wider() -> None:
    what, why = shared_out([["What", "word " * 20], ["Why", "word " * 60]], 80).letters

    assert why > 1.5 * what


def test_name_gives_way_where_the_table_would_be_taller() -> None:
    columns = [["Phase", "Setting the direction"], ["Purpose", "word " * 60]]

    phase, purpose = shared_out(columns, 45).letters
    assert phase < len("Setting the direction")
    assert purpose > 45 - len("Setting the direction")


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("a follow-up call", 7),
        ("30\N{NO-BREAK SPACE}minutes each", 10),
        ("", 1),
        ("会議 室", 4),
    ],
)
def test_longest_word_ends_where_a_line_may(text: str, letters: int) -> None:
    assert longest_word([text]) == letters


def test_words_are_parted_only_where_they_do_not_fit() -> None:
    words = [["organisations", "organisations"]] * 6

    assert shared_out(words, 120).pressed < 1 < shared_out(words, 60).pressed


def test_table_tells_its_columns_with_their_heads() -> None:
    table = Table(["When", "What"], [["09:30", "Check-in"], ["09:45", "Map"]])

    assert texts_of(table) == [["When", "09:30", "09:45"], ["What", "Check-in", "Map"]]
