"""The terms of an expert's engagement, and what follows it, as the expert reads them."""

from __future__ import annotations

from workshopcore.contracts.report import Block
from workshopcore.language import gettext, pgettext
from workshopcore.model.expert import ExpertEngagement, FollowUp
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, facts
from workshopcore.reports.wording import day, exact

__all__ = ["follow_ups", "terms"]


def terms(engagement: ExpertEngagement) -> tuple[Block, ...]:
    """Return what was agreed about money, cancelling and interests."""
    return facts(
        (gettext("Fee"), _fee(engagement)),
        (gettext("Expenses"), _expenses(engagement)),
        (gettext("If it is called off"), engagement.cancellation),
        (gettext("Interests declared"), engagement.conflict_of_interest),
    )


def _fee(engagement: ExpertEngagement) -> str:
    if engagement.fee_basis == "pro-bono":
        return gettext("none: you give your time")
    if engagement.fee is None:
        return ""
    if engagement.fee_basis == "fixed":
        return engagement.fee.in_words()
    if engagement.days is None or engagement.days == 1:
        return gettext("{fee} a day, for 1 day", fee=engagement.fee.in_words())
    return gettext(
        "{fee} a day, for {days} days",
        fee=engagement.fee.in_words(),
        days=exact(engagement.days),
    )


def _expenses(engagement: ExpertEngagement) -> str:
    if engagement.expenses_cap is not None:
        cap = engagement.expenses_cap.in_words()
        return gettext("up to {amount}, with receipts", amount=cap)
    return engagement.expenses.in_words() if engagement.expenses else ""


def follow_ups(programme: Programme, engagement: ExpertEngagement) -> tuple[Block, ...]:
    """Return what was promised, by whom and by when."""
    return bullets(_follow_up(programme, engagement, entry) for entry in engagement.follow_ups)


def _follow_up(programme: Programme, engagement: ExpertEngagement, entry: FollowUp) -> str:
    who = ""
    if entry.owner:
        who = programme.person(entry.owner).name
    if entry.owner and entry.owner == engagement.expert:
        who = pgettext("whose job it is", "you")
    by = gettext("by {date}", date=day(entry.due)) if entry.due else ""
    told = ", ".join(part for part in (who, by) if part)
    return f"{entry.text} ({told})" if told else entry.text
