import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.renderers.characters import encoded, flat, harmless, one_line


@pytest.mark.parametrize("code", [*range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0xA0), 0xFFFF])
def test_control_characters_become_visible(code):
    expected = " " if code == 0x85 else "\N{REPLACEMENT CHARACTER}"
    assert harmless(f"a{chr(code)}b") == f"a{expected}b"


@pytest.mark.parametrize("code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF])
def test_controls_of_direction_are_dropped(code):
    assert harmless(f"a{chr(code)}b") == "ab"


@pytest.mark.parametrize(
    "kept", ["\u200e", "\u200f", "\u200d", "\u00ad", "e\u0301", "🏴\U000e0067"]
)
def test_characters_that_scripts_need_are_kept(kept):
    assert harmless(kept) == kept


@pytest.mark.parametrize("broken", ["\t", "\v", "\f", "\r\n", "\u2028", "\u2029", "\x1c"])
def test_other_line_breaks_are_spaces(broken):
    assert one_line(f"a{broken}b") == "a b"


def test_line_feeds_stay_until_a_line_is_asked_for():
    assert harmless("a\nb") == "a\nb"
    assert flat(" a\n\nb ") == " a b "


def test_a_lone_surrogate_is_replaced():
    assert encoded("a\ud800b") == "a\N{REPLACEMENT CHARACTER}b".encode()


@given(st.text(st.characters()))
def test_encoding_a_whole_document_is_as_harmless(text):
    assert encoded(text) == harmless(text).encode()


@given(st.text())
def test_doing_it_twice_changes_nothing(text):
    assert one_line(one_line(text)) == one_line(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_ordinary_text_is_untouched(text):
    assert harmless(text) == text
