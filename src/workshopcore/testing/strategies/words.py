from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

__all__ = ["identifiers", "names", "texts", "titles"]

_UNKIND = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "*not* _emphasis_ `code` [link](javascript:alert(1)) | a | b |",
    "# not a heading\n\n- not a list\n1. nor this",
    "=cmd|' /C calc'!A0",
    "{{ 7 * 7 }} {% raw %} ${x} %s {0}",
    "a\ttab, a\r\ncarriage return, a\x00null, a\x1b[31mcolour and a\x7f",
    "ends in a backslash \\",
    '""" and \'\'\' and "',
    "[[workshops]]\ntitle = 'not a table'",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩🏽‍💻 ﷽ Ǆ ﬁ ß İ ẞ",
    "مرحبا بكم · שלום · ようこそ · Καλώς · Ђорђе",
    "\u202eright to left\u202c \u200bzero\u200dwidth \u2028line\u2029paragraph \ufeffmark",
    "e\u0301 e\u0301 o\u0308",
    "Caoimhe Ní Dhomhnaill’s “plan” – 100 % … 1\u00a0000 €",
    "\n leading and trailing \n\n",
    "one\ntwo\n\n\nthree \\\n  four",
)
_VOCABULARY = (
    "check-in",
    "break",
    "break-2",
    "lunch",
    "vision",
    "amina-yusuf",
    "x",
    "2",
    "item",
    "session",
    "person",
    "north",
    "where-are-we-now",
    "action-planning",
    "strategic",
)


@cache
def texts() -> st.SearchStrategy[str]:
    """Return text of any script, with markup, control characters and line ends among it.

    Lone surrogates, which no file can hold, are left out.
    """
    return st.sampled_from(_UNKIND) | st.text(st.characters(codec="utf-8"), max_size=12)


@cache
def titles() -> st.SearchStrategy[str]:
    """Return text with something in it, as names and titles need."""
    unkind = tuple(text for text in _UNKIND if text.strip())
    plain = ("Where are we now?", "Break", "Amina Yusuf", "Check in", "x")
    anything = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
    return st.sampled_from(plain + unkind) | anything.map(
        lambda text: text if text.strip() else "x"
    )


def names(draw: st.DrawFn, least: int, most: int) -> tuple[str, ...]:
    """Draw different identifiers: neighbours in a circle of words, which costs two draws."""
    count = draw(st.integers(least, most))
    first = draw(st.integers(0, len(_VOCABULARY) - 1))
    circle = [word if n == 0 else f"{word}-{n}" for n in range(count + 1) for word in _VOCABULARY]
    return tuple(circle[first : first + count])


@cache
def identifiers() -> st.SearchStrategy[str]:
    """Return identifiers, many of them such as a title would give."""
    anything = st.text("az09-", min_size=1, max_size=12).map(_hyphenated).filter(bool)
    return st.sampled_from(_VOCABULARY) | anything


def _hyphenated(letters: str) -> str:
    return "-".join(part for part in letters.split("-") if part)
