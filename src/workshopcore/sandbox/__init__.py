"""Templates of a house, run where they can do no harm.

What a template may read is listed rather than what it may not; how long it may take and how much
it may write is bounded; and whatever it does wrong is told with its file and line.
"""

from __future__ import annotations

from workshopcore.sandbox.budget import Budget, bounded, spend, spending
from workshopcore.sandbox.environment import Sandbox
from workshopcore.sandbox.faults import Fault, fault_of
from workshopcore.sandbox.looking import looked_through
from workshopcore.sandbox.missing import called
from workshopcore.sandbox.reading import readable

__all__ = [
    "Budget",
    "Fault",
    "Sandbox",
    "bounded",
    "called",
    "fault_of",
    "looked_through",
    "readable",
    "spend",
    "spending",
]
