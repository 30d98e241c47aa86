import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.renderers.characters import one_line
from workshopcore.renderers.width import pad, width, wrap

COLUMNS = st.integers(2, 40)


# Columns as the Unicode East Asian Width data (UAX 11) and the general category give them.
@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("workshop", 8),
        ("café", 4),
        ("cafe\u0301", 4),
        ("会議", 4),
        ("ｈａｌｆ", 8),
        ("ﾊﾝｶｸ", 4),
        ("회의", 4),
        ("\u1112\u116c", 2),
        ("🙂", 2),
        ("☎\ufe0f", 2),
        ("a\u200bb\u200d", 2),
        ("soft\u00adhyphen", 11),
        ("", 0),
    ],
)
def test_width_counts_columns_of_the_screen(text, columns):
    assert width(text) == columns


@given(st.text().map(one_line), COLUMNS)
def test_wrapping_loses_nothing(text, columns):
    assert "".join(wrap(text, columns)).replace(" ", "") == text.replace(" ", "")


@given(st.text().map(one_line), COLUMNS)
def test_lines_keep_to_their_columns(text, columns):
    # A picture built of several wide signs is one letter: it may stand alone on a line.
    joined = "\u200d" in text or "\ufe0f" in text
    assert all(width(line) <= columns or joined for line in wrap(text, columns))


@given(st.lists(st.text("abc", min_size=1, max_size=8), min_size=1), st.integers(8, 40))
def test_words_that_fit_are_never_broken(words, columns):
    assert " ".join(wrap(" ".join(words), columns)).split(" ") == words


def test_an_accent_stays_with_its_letter():
    assert wrap("e\u0301" * 4, 2) == ["e\u0301e\u0301"] * 2


def test_a_joined_picture_is_not_taken_apart():
    family = "👩\u200d👩\u200d👧"
    assert wrap(f"{family}{family}", 6) == [family, family]


def test_a_web_address_stays_whole():
    address = f"<https://example.org/{'a' * 90}>"
    assert wrap(f"See {address} today", 40) == ["See", address, "today"]


@pytest.mark.parametrize(
    ("align", "padded"), [("left", "会   "), ("right", "   会"), ("centre", " 会  ")]
)
def test_padding_counts_columns(align, padded):
    assert pad("会", 5, align) == padded


def test_padding_never_cuts():
    assert pad("longer", 3) == "longer"
