"""Words that mean nothing but themselves in CommonMark, its tables and its common extensions."""

from __future__ import annotations

import re

__all__ = ["escaped", "escaped_start"]

# Code, emphasis, links, images, HTML, tables, strike-through and formulas. An underscore within
# a word is left alone: there it opens and closes nothing. A hash closes a heading after a space
# only. GitHub makes links of bare addresses.
_ACTIVE = re.compile(
    r"[\\`*\[\]<|~$]"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|(?<!\S)#"
    r"|&(?=#?\w+;)"
    r"|:(?=//)|(?<=\bwww)\.",
    re.IGNORECASE,
)
# Lists, rules, quotations, headings by underlining, and what the dialects start a line with.
_OPENING = re.compile(r"[-+=>:%{]|(?<=\d)[.)]")
_NUMBER = re.compile(r"\d{1,9}(?=[.)])")


def escaped(words: str) -> str:
    r"""Return words, free of line breaks, so that they stand for themselves in a line.

    >>> print(escaped("R&D costs *a lot* & saves a_b|c"))
    R&D costs \*a lot\* & saves a_b\|c
    """
    return _ACTIVE.sub(r"\\\g<0>", words)


def escaped_start(written: str) -> str:
    r"""Return Markdown of a line so that its start does not make it a list, a rule or a quotation.

    >>> print(escaped_start("1986. A great year"))
    1986\. A great year
    """
    number = _NUMBER.match(written)
    place = number.end() if number else 0
    return f"{written[:place]}\\{written[place:]}" if _OPENING.match(written, place) else written
