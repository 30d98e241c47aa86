"""Design, run and evaluate programmes of facilitated workshops.

Everything here is loaded when it is first used, so importing the package costs next to nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing typing would cost as much as starting Python

if TYPE_CHECKING:
    from typing import Any

    from workshopcore import actions, agenda, calendar, errors, evaluation, groups, trace
    from workshopcore.contracts.report import Report
    from workshopcore.contracts.reports import ReportRequest, Style
    from workshopcore.errors import Problem, ProgrammeError, WorkshopCoreError
    from workshopcore.files import dumps, load, loads, save
    from workshopcore.model.action import Action, Review, Supporter, Update
    from workshopcore.model.agenda import Break, Buffer, Lunch, Parallel, Session, Track
    from workshopcore.model.brief import Driver, Objective, Phase
    from workshopcore.model.evaluation import (
        AnswerFile,
        Evidence,
        Gain,
        Instrument,
        Question,
        Quote,
        Theme,
        Wave,
    )
    from workshopcore.model.expert import ExpertEngagement, ExpertQuestion, FollowUp
    from workshopcore.model.finding import Finding
    from workshopcore.model.length import Length
    from workshopcore.model.lifecycle import Event
    from workshopcore.model.money import Money
    from workshopcore.model.options import Options
    from workshopcore.model.outcomes import Decision, GroundRule, ParkedIssue
    from workshopcore.model.people import Facilitator, Organisation, Person
    from workshopcore.model.programme import Closure, Programme, Silence
    from workshopcore.model.workshop import (
        Actual,
        Attachment,
        Attendance,
        Capture,
        Group,
        GroupAllocation,
        Material,
        Room,
        Venue,
        Workshop,
    )
    from workshopcore.plugins import hookimpl
    from workshopcore.toolkit import Toolkit

__all__ = [
    "Action",
    "Actual",
    "AnswerFile",
    "Attachment",
    "Attendance",
    "Break",
    "Buffer",
    "Capture",
    "Closure",
    "Decision",
    "Driver",
    "Event",
    "Evidence",
    "ExpertEngagement",
    "ExpertQuestion",
    "Facilitator",
    "Finding",
    "FollowUp",
    "Gain",
    "GroundRule",
    "Group",
    "GroupAllocation",
    "Instrument",
    "Length",
    "Lunch",
    "Material",
    "Money",
    "Objective",
    "Options",
    "Organisation",
    "Parallel",
    "ParkedIssue",
    "Person",
    "Phase",
    "Problem",
    "Programme",
    "ProgrammeError",
    "Question",
    "Quote",
    "Report",
    "ReportRequest",
    "Review",
    "Room",
    "Session",
    "Silence",
    "Style",
    "Supporter",
    "Theme",
    "Toolkit",
    "Track",
    "Update",
    "Venue",
    "Wave",
    "Workshop",
    "WorkshopCoreError",
    "actions",
    "agenda",
    "calendar",
    "dumps",
    "errors",
    "evaluation",
    "groups",
    "hookimpl",
    "load",
    "loads",
    "save",
    "trace",
]

# Where each public name lives, by module.
_HOMES = {
    "contracts.report": "Report",
    "contracts.reports": "ReportRequest Style",
    "errors": "Problem ProgrammeError WorkshopCoreError",
    "files": "dumps load loads save",
    "model.action": "Action Review Supporter Update",
    "model.agenda": "Break Buffer Lunch Parallel Session Track",
    "model.brief": "Driver Objective Phase",
    "model.evaluation": "AnswerFile Evidence Gain Instrument Question Quote Theme Wave",
    "model.expert": "ExpertEngagement ExpertQuestion FollowUp",
    "model.finding": "Finding",
    "model.length": "Length",
    "model.lifecycle": "Event",
    "model.money": "Money",
    "model.options": "Options",
    "model.outcomes": "Decision GroundRule ParkedIssue",
    "model.people": "Facilitator Organisation Person",
    "model.programme": "Closure Programme Silence",
    "model.workshop": (
        "Actual Attachment Attendance Capture Group GroupAllocation Material Room Venue Workshop"
    ),
    "plugins": "hookimpl",
    "toolkit": "Toolkit",
}
_MODULES = frozenset({"actions", "agenda", "calendar", "errors", "evaluation", "groups", "trace"})


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name == "__version__":
        from importlib import metadata

        return metadata.version("workshopcore")
    if name in _MODULES:
        return import_module(f"workshopcore.{name}")
    for module, names in _HOMES.items():
        if name in names.split():
            value = getattr(import_module(f"workshopcore.{module}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module 'workshopcore' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
