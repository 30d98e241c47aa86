"""The fee: what is priced, what it comes to, and how that stands to the budget."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from workshopcore.contracts.report import Block, Callout, Column, Inline, Paragraph, Run
from workshopcore.language import gettext, gettext_noop, money
from workshopcore.model.money import Money
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, facts, filled, table
from workshopcore.reports.experts import engaged
from workshopcore.reports.proposal.prices import Price, beyond, prices, totals
from workshopcore.reports.wording import listed

__all__ = ["fee", "in_short"]

_NO_PRICE = gettext_noop(
    "The programme holds no price yet: no budget, no day rate and no expert's fee. What it is to"
    " cost is still to be proposed."
)
_DAYS = gettext_noop(
    "A day is a calendar day on which a workshop is held. Preparing, writing up and travelling have"
    " no price of their own here."
)
_TAX = gettext_noop("No tax has been added or taken off: the amounts stand as they were named.")


def fee(programme: Programme, on: date) -> tuple[Block, ...]:
    """Return the prices line by line, their totals for each currency, and the budget."""
    lines, budget = prices(programme, on), programme.budget
    sums = totals(lines)
    if not sums and budget is None:
        return filled((Paragraph(gettext(_NO_PRICE)),), _priced(lines, ()))
    return filled(
        _priced(lines, sums),
        _budget(budget, sums),
        _called_off(programme, on),
        (Paragraph(f"{gettext(_DAYS)} {gettext(_TAX)}" if lines else gettext(_TAX)),),
    )


def in_short(programme: Programme, on: date) -> str:
    """Return the budget, or else what is priced, ``""`` of neither."""
    if programme.budget is not None:
        return gettext("within a budget of {amount}", amount=programme.budget.in_words())
    sums = totals(prices(programme, on))
    return listed(money(amount, currency) for currency, amount in sums)


def _priced(lines: Sequence[Price], sums: Sequence[tuple[str, Decimal]]) -> tuple[Block, ...]:
    rows: list[tuple[Inline, ...]] = [(line.what, line.basis, _amount(line)) for line in lines]
    whole = not any(line.unknown for line in lines)
    label = gettext("Total") if whole else gettext("Total of what has a price")
    for currency, amount in sums:
        rows.append(
            ((Run(label, "strong"),), "", (Run(money(amount, currency), "strong"),)),
        )
    columns = (
        gettext("What"),
        gettext("How it is worked out"),
        Column(gettext("Amount"), align="right"),
    )
    return table(columns, rows, caption=gettext("Prices") if rows else "")


def _amount(line: Price) -> str:
    return "" if line.amount is None else money(line.amount, line.currency)


def _budget(budget: Money | None, sums: Sequence[tuple[str, Decimal]]) -> tuple[Block, ...]:
    if budget is None:
        return ()
    priced = dict(sums).get(budget.currency)
    if priced is None:
        return facts((gettext("Budget"), budget.in_words()))
    rest = beyond(budget.amount, priced)
    told = facts(
        (gettext("Budget"), budget.in_words()),
        (gettext("Priced above"), money(priced, budget.currency)),
        (gettext("Not divided into lines"), money(rest, budget.currency) if rest > 0 else ""),
    )
    return (*told, *_too_much(rest, budget.currency))


def _too_much(rest: Decimal, currency: str) -> tuple[Block, ...]:
    if rest >= 0:
        return ()
    said = gettext(
        "The prices come to {amount} more than the budget.", amount=money(-rest, currency)
    )
    return (Callout(gettext("Over the budget"), (Paragraph(said),), kind="warning"),)


def _called_off(programme: Programme, on: date) -> tuple[Block, ...]:
    return bullets(
        gettext(
            "If “{topic}” is called off: {terms}",
            topic=engagement.topic,
            terms=engagement.cancellation.strip(),
        )
        for engagement in engaged(programme, on)
        if engagement.cancellation.strip()
    )
