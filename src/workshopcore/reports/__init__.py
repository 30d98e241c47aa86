"""The built-in reports: what each document says, as a tree of blocks.

They are loaded when one of them is first used: whoever wants one word of this package, such as
the command line, does not wait for all of its documents.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workshopcore.reports.built_in import (
        ActionPlan,
        ActionReview,
        CaseStudy,
        Certificates,
        EvaluationForm,
        EvaluationReport,
        ExpertBrief,
        ExpertQuestions,
        ExpertThanks,
        GroupLists,
        JoiningInstructions,
        Overview,
        ParticipantAgenda,
        PersonalData,
        PersonalJoiningInstructions,
        ProgressReport,
        Proposal,
        Reminders,
        RunSheetReport,
        SessionMaterials,
        WhoMetWhom,
        WorkshopRecord,
        built_in_reports,
    )

__all__ = [
    "ActionPlan",
    "ActionReview",
    "CaseStudy",
    "Certificates",
    "EvaluationForm",
    "EvaluationReport",
    "ExpertBrief",
    "ExpertQuestions",
    "ExpertThanks",
    "GroupLists",
    "JoiningInstructions",
    "Overview",
    "ParticipantAgenda",
    "PersonalData",
    "PersonalJoiningInstructions",
    "ProgressReport",
    "Proposal",
    "Reminders",
    "RunSheetReport",
    "SessionMaterials",
    "WhoMetWhom",
    "WorkshopRecord",
    "built_in_reports",
]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module("workshopcore.reports.built_in"), name)
    raise AttributeError(f"module 'workshopcore.reports' has no attribute {name!r}")
