"""Numbers and sums of money as the language that is spoken writes them."""

from __future__ import annotations

import re
from decimal import Decimal

from workshopcore.language.locales import locale_of
from workshopcore.language.speech import speech

__all__ = ["money", "number"]

_LETTER_BESIDE_DIGIT = re.compile(r"(?<=[^\W\d_])(?=\d)")


def number(value: float | Decimal, digits: int = 0) -> str:
    """Return a number with a fixed number of decimal places, rounded half to even.

    Args:
        value: the number.
        digits: how many decimal places.

    >>> number(1234.5, 2), number(-0.25, 1)
    ('1,234.50', '-0.2')
    """
    if speech().plain:
        return f"{value:,.{digits}f}"
    from babel.numbers import format_decimal

    places = f".{'0' * digits}" if digits else ""
    return format_decimal(value, f"#,##0{places}", locale=locale_of(speech().language))


def money(amount: Decimal, currency: str) -> str:
    r"""Return a sum of money, to the last digit that was given.

    Args:
        amount: how much.
        currency: its ISO 4217 code, such as ``GBP``.

    A currency that has letters for its sign stands apart from the digits, as Unicode's CLDR has
    it (``currencySpacing``).

    >>> money(Decimal("1234.5"), "GBP"), money(Decimal("0.125"), "EUR")
    ('£1,234.50', '€0.125')
    >>> money(Decimal("9000"), "SEK") == "SEK\N{NO-BREAK SPACE}9,000.00"
    True
    """
    from babel.numbers import format_currency

    locale = locale_of(speech().language)
    said = format_currency(amount, currency, locale=locale, decimal_quantization=False)
    return _LETTER_BESIDE_DIGIT.sub("\N{NO-BREAK SPACE}", said)
