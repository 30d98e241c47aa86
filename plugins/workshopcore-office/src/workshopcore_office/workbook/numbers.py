"""Numbers, dates and times where a column has nothing else, shown in exactly the same letters.

A cell becomes a number only if its format gives back what was said, letter by letter. What could
be read in two ways, such as ``007`` or ``1–2``, stays text, and so does the whole of a column in
which such a thing stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from attrs import frozen

from workshopcore_office.workbook.dates import day_in

__all__ = ["Number", "has_digits", "numbers_in"]


@frozen
class Number:
    """A number, and the format in which it is shown as it was said."""

    value: float
    format: str


Reader: TypeAlias = Callable[[str], Number | None]

_WHOLE = re.compile("0|[1-9][0-9]{0,14}")
_SIGNED = re.compile("([+−-]?)(0|[1-9][0-9]{0,14})")
_SHARE = re.compile("(0|[1-9][0-9]{0,2})%")
_DECIMAL = re.compile(r"(0|[1-9]\d{0,8})\.(\d{1,6})", re.ASCII)
_CLOCK = re.compile("([01][0-9]|2[0-3]):([0-5][0-9])(–?)")
_MINUTES = 24 * 60


def numbers_in(texts: Sequence[str]) -> list[Number | None]:
    """Return the numbers of a column, ``None`` for cells that stay text.

    >>> [number.value for number in numbers_in(["3", "12"])]
    [3.0, 12.0]
    >>> numbers_in(["007", "12"]), numbers_in(["3", "1–2"])
    ([None, None], [None, None])
    """
    said = [text for text in texts if has_digits(text)]
    for reader in (_whole, _signed, _share, _decimals(said), _clock, _date):
        if said and all(reader(text) is not None for text in said):
            return [reader(text) if has_digits(text) else None for text in texts]
    return [None] * len(texts)


def has_digits(text: str) -> bool:
    """Return whether there is anything in a text that counts, in whatever script."""
    return any(map(str.isnumeric, text))


def _whole(text: str) -> Number | None:
    return Number(float(text), "0") if _WHOLE.fullmatch(text) else None


def _signed(text: str) -> Number | None:
    match = _SIGNED.fullmatch(text)
    if match is None or (match[1] and match[2] == "0"):
        return None
    minus = "−" if match[1] == "−" else "-"
    number = float(match[2])
    if match[1] in ("−", "-"):
        number = -number
    plus = '"+"0' if match[1] == "+" else "0"
    return Number(number, f'{plus};"{minus}"0;0')


def _share(text: str) -> Number | None:
    match = _SHARE.fullmatch(text)
    return Number(int(match[1]) / 100, "0%") if match else None


def _decimals(texts: Sequence[str]) -> Reader:
    """Return a reader of decimal numbers, if all of them have as many places."""
    matches = [_DECIMAL.fullmatch(text) for text in texts]
    places = {len(match[2]) if match else 0 for match in matches}
    alike = len(places) == 1 and 0 not in places

    def read(text: str) -> Number | None:
        match = _DECIMAL.fullmatch(text)
        return Number(float(text), f"0.{'0' * len(match[2])}") if match and alike else None

    return read


def _clock(text: str) -> Number | None:
    """Return a time of day as a part of a day; the start of a stretch has its dash behind it."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    shown = 'hh:mm"–"' if match[3] else "hh:mm"
    return Number((int(match[1]) * 60 + int(match[2])) / _MINUTES, shown)


def _date(text: str) -> Number | None:
    found = day_in(text)
    return Number(float(found[0]), found[1]) if found else None
