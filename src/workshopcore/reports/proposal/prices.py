"""What a programme costs, as far as it says: every amount from its model, none guessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal, localcontext

from attrs import frozen

from workshopcore.language import gettext, ngettext
from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.money import Money
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.experts import announced, engaged
from workshopcore.reports.wording import capitalised, exact

__all__ = ["Price", "beyond", "held", "not_agreed", "prices", "totals"]

_UNDECIDED = frozenset({"identified", "approached"})
_EXACT = 400
"""Digits in which products and sums are exact: an amount has at most 64."""


@frozen
class Price:
    """A line of the fee.

    Attributes:
        what: what is paid for.
        basis: how the amount is worked out, in words.
        amount, currency: how much.
        unknown: whether somebody has yet to name the price.
    """

    what: str
    basis: str
    amount: Decimal | None = None
    currency: str = ""
    unknown: bool = False


def prices(programme: Programme, on: date) -> tuple[Price, ...]:
    """Return a line for everybody who is paid, those without a price included."""
    workshops = held(programme, on)
    lines = [
        _facilitation(programme, person, workshops)
        for person in programme.people
        if person.role == "facilitator"
    ]
    found = [line for line in lines if line is not None]
    for engagement in engaged(programme, on):
        found += _expert(programme, engagement, on)
    return tuple(found)


def held(programme: Programme, on: date) -> tuple[Workshop, ...]:
    """Return the workshops that are to be held, in order of time: all but the cancelled."""
    return tuple(w for w in programme.in_order if w.state(on) != "cancelled")


def not_agreed(engagement: ExpertEngagement, on: date) -> bool:
    """Return whether the expert has still to agree by the end of a day."""
    return engagement.state(on) in _UNDECIDED


def totals(lines: Iterable[Price]) -> tuple[tuple[str, Decimal], ...]:
    """Return the sum for each currency, in the order in which they come up.

    >>> lines = [Price("A", "", Decimal("10.50"), "GBP"), Price("B", "", Decimal("4"), "GBP")]
    >>> totals(lines)
    (('GBP', Decimal('14.50')),)
    """
    found: dict[str, Decimal] = {}
    with localcontext(prec=_EXACT):
        for line in lines:
            if line.amount is not None:
                found[line.currency] = found.get(line.currency, Decimal(0)) + line.amount
    return tuple(found.items())


def beyond(budget: Decimal, priced: Decimal) -> Decimal:
    """Return what a budget leaves, below 0 where it is not enough."""
    with localcontext(prec=_EXACT):
        return budget - priced


def _facilitation(
    programme: Programme, person: Person, workshops: Iterable[Workshop]
) -> Price | None:
    """Return what somebody's days in the room cost; nothing if neither days nor a rate are known.

    Every calendar day on which a workshop is held is a day.
    """
    rate = next((f.day_rate for f in programme.facilitators if f.person == person.id), None)
    days = sum(
        (programme.ends(workshop).date() - programme.starts(workshop).date()).days + 1
        for workshop in workshops
        if person in programme.facilitators_of(workshop)
    )
    what = gettext("Facilitation: {name}", name=person.name)
    if not days and rate is None:
        return None
    if rate is None:
        basis = ngettext(
            "{count} day; no day rate named yet", "{count} days; no day rate named yet", days
        )
        return Price(what, basis, unknown=True)
    if not days:
        basis = gettext("{rate} a day; no days planned yet", rate=rate.in_words())
        return Price(what, basis, unknown=True)
    return _times(what, rate, Decimal(days))


def _expert(programme: Programme, engagement: ExpertEngagement, on: date) -> Iterator[Price]:
    who = announced(programme, engagement, on)
    what = f"{capitalised(who)}: {engagement.topic}"
    fee = engagement.fee
    still = gettext("still to be agreed") if not_agreed(engagement, on) else ""
    if engagement.fee_basis == "pro-bono":
        yield Price(what, _joined(gettext("gives the time: no fee"), still))
    elif fee is None:
        yield Price(what, gettext("no fee named yet"), unknown=True)
    elif engagement.fee_basis == "fixed":
        yield Price(what, _joined(gettext("fixed fee"), still), fee.amount, fee.currency)
    else:
        yield _times(what, fee, engagement.days or Decimal(1), still)
    yield from _expenses(gettext("Expenses of {who}", who=who), engagement)


def _expenses(what: str, engagement: ExpertEngagement) -> Iterator[Price]:
    cap, expected = engagement.expenses_cap, engagement.expenses
    if cap is not None:
        yield Price(what, gettext("at most, with receipts"), cap.amount, cap.currency)
    elif expected is not None:
        yield Price(what, gettext("as expected"), expected.amount, expected.currency)


def _times(what: str, rate: Money, days: Decimal, still: str = "") -> Price:
    """Multiply exactly, and write as many places as the rate has unless more are needed."""
    with localcontext(prec=_EXACT):
        product = rate.amount * days
        usual = product.quantize(rate.amount)
        amount = usual if usual == product else product.normalize()
    basis = ngettext(
        "{days} day at {rate} a day",
        "{days} days at {rate} a day",
        1 if days == 1 else 2,
        days=exact(days),
        rate=rate.in_words(),
    )
    return Price(what, _joined(basis, still), amount, rate.currency)


def _joined(basis: str, still: str) -> str:
    return f"{basis}; {still}" if still else basis
