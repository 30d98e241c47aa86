"""Every built-in report, in the order in which documents are listed."""

from workshopcore.contracts.reports import ReportType
from workshopcore.reports.action_plan import ActionPlan
from workshopcore.reports.action_review import ActionReview
from workshopcore.reports.case_study import CaseStudy
from workshopcore.reports.certificates import Certificates
from workshopcore.reports.evaluation.report import EvaluationReport
from workshopcore.reports.evaluation_form import EvaluationForm
from workshopcore.reports.expert_brief import ExpertBrief
from workshopcore.reports.expert_questions import ExpertQuestions
from workshopcore.reports.expert_thanks import ExpertThanks
from workshopcore.reports.group_lists import GroupLists
from workshopcore.reports.joining_instructions import (
    JoiningInstructions,
    PersonalJoiningInstructions,
)
from workshopcore.reports.overview import Overview
from workshopcore.reports.participant_agenda import ParticipantAgenda
from workshopcore.reports.personal_data import PersonalData
from workshopcore.reports.progress_report import ProgressReport
from workshopcore.reports.proposal.report import Proposal
from workshopcore.reports.reminders import Reminders
from workshopcore.reports.run_sheet import RunSheetReport
from workshopcore.reports.session_materials import SessionMaterials
from workshopcore.reports.who_met_whom import WhoMetWhom
from workshopcore.reports.workshop_record import WorkshopRecord

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


def built_in_reports() -> tuple[ReportType, ...]:
    """Return the report types that come with the library, as any plugin would.

    >>> [report.key for report in built_in_reports()][:3]
    ['proposal', 'overview', 'run-sheet']
    """
    return (
        Proposal(),
        Overview(),
        RunSheetReport(),
        ParticipantAgenda(),
        JoiningInstructions(),
        PersonalJoiningInstructions(),
        SessionMaterials(),
        GroupLists(),
        WhoMetWhom(),
        ExpertBrief(),
        ExpertQuestions(),
        ExpertThanks(),
        ActionPlan(),
        ActionReview(),
        ProgressReport(),
        Reminders(),
        WorkshopRecord(),
        Certificates(),
        EvaluationForm(),
        EvaluationReport(),
        CaseStudy(),
        PersonalData(),
    )
