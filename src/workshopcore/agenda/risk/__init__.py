"""The risk before the day: how likely a plan is to keep its times if nobody re-plans."""

from workshopcore.agenda.risk.assessment import TOLERANCE, Risk, Target, risk
from workshopcore.agenda.risk.distribution import Distribution, Share
from workshopcore.agenda.risk.ranges import even_gaps, triangular

__all__ = [
    "TOLERANCE",
    "Distribution",
    "Risk",
    "Share",
    "Target",
    "even_gaps",
    "risk",
    "triangular",
]
