"""Amounts of money: exact, with their currency."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TypeAlias

from attrs import field, frozen

from workshopcore.errors import InvalidValueError
from workshopcore.language import money
from workshopcore.model import accept
from workshopcore.model.entity import checked

__all__ = ["Money", "MoneyLike", "as_money"]

_CURRENCY = re.compile(r"[A-Z]{3}")


def _currency(value: str) -> str:
    if not isinstance(value, str) or not _CURRENCY.fullmatch(value):
        raise InvalidValueError(value, "a three-letter currency code such as GBP")
    return value


def _amount(value: Decimal | int | str) -> Decimal:
    found = accept.decimal(value) if not isinstance(value, float) else None
    if found is None:
        raise InvalidValueError(value, "an exact amount (whole number, Decimal or text)")
    return found


@checked
@frozen(order=True, slots=False)
class Money:
    """An amount in one currency (ISO 4217 code).

    >>> str(Money("650.00", "GBP"))
    '650.00 GBP'
    """

    amount: Decimal = field(converter=_amount)
    currency: str = field(converter=_currency)

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    def in_words(self) -> str:
        """Return the amount as documents in the language that is spoken have it.

        >>> Money("1250", "GBP").in_words()
        '£1,250.00'
        """
        return money(self.amount, self.currency)


MoneyLike: TypeAlias = Money | str | None


def as_money(value: MoneyLike) -> Money | None:
    """Accept an amount, or text such as ``650.00 GBP``; ``None`` for no amount."""
    if value is None or isinstance(value, Money):
        return value
    if isinstance(value, str):
        amount, _, currency = value.strip().partition(" ")
        if decimal_like(amount) and _CURRENCY.fullmatch(currency):
            return Money(amount, currency)
    raise InvalidValueError(value, "an amount and its currency, such as '650.00 GBP'")


def decimal_like(value: str) -> bool:
    """Return whether text is a plain decimal number."""
    return re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,6})?", value) is not None
