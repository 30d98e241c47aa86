"""The terms of an expert's engagement, and what follows it, as the expert reads them."""

from __future__ import annotations

from workshopcore.contracts.report import Block
from workshopcore.model.expert import ExpertEngagement, FollowUp
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, facts
from workshopcore.reports.wording import day

__all__ = ["follow_ups", "terms"]


def terms(engagement: ExpertEngagement) -> tuple[Block, ...]:
    """Return what was agreed about money, cancelling and interests."""
    return facts(
        ("Fee", _fee(engagement)),
        ("Expenses", _expenses(engagement)),
        ("If it is called off", engagement.cancellation),
        ("Interests declared", engagement.conflict_of_interest),
    )


def _fee(engagement: ExpertEngagement) -> str:
    if engagement.fee_basis == "pro-bono":
        return "none: you give your time"
    if engagement.fee is None:
        return ""
    if engagement.fee_basis == "fixed":
        return str(engagement.fee)
    number = "1 day" if engagement.days in (None, 1) else f"{engagement.days} days"
    return f"{engagement.fee} a day, for {number}"


def _expenses(engagement: ExpertEngagement) -> str:
    if engagement.expenses_cap is not None:
        return f"up to {engagement.expenses_cap}, with receipts"
    return str(engagement.expenses or "")


def follow_ups(programme: Programme, engagement: ExpertEngagement) -> tuple[Block, ...]:
    """Return what was promised, by whom and by when."""
    return bullets(_follow_up(programme, engagement, entry) for entry in engagement.follow_ups)


def _follow_up(programme: Programme, engagement: ExpertEngagement, entry: FollowUp) -> str:
    who = ""
    if entry.owner:
        who = "you" if entry.owner == engagement.expert else programme.person(entry.owner).name
    by = f"by {day(entry.due)}" if entry.due else ""
    told = ", ".join(part for part in (who, by) if part)
    return f"{entry.text} ({told})" if told else entry.text
