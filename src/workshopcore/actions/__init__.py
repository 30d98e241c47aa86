"""What is done between workshops: no open action is lost, and progress can be shown."""

from workshopcore.actions.allocation import allocate, reassign
from workshopcore.actions.due_dates import DefaultDue, default_due
from workshopcore.actions.figures import Days, Proportion
from workshopcore.actions.load import Load, Loads
from workshopcore.actions.measures import AgeBand, Progress, ReviewFigures, progress
from workshopcore.actions.owners import HandOver, answering, hand_over
from workshopcore.actions.plan import plan
from workshopcore.actions.rag import Rag, RagRule, rag
from workshopcore.actions.review_sheet import ActionReviewSheet, OwnerActions, review
from workshopcore.actions.standing import Opening, Standing
from workshopcore.actions.time_to_done import Band, Median, Step, TimeToDone, time_to_done

__all__ = [
    "ActionReviewSheet",
    "AgeBand",
    "Band",
    "Days",
    "DefaultDue",
    "HandOver",
    "Load",
    "Loads",
    "Median",
    "Opening",
    "OwnerActions",
    "Progress",
    "Proportion",
    "Rag",
    "RagRule",
    "ReviewFigures",
    "Standing",
    "Step",
    "TimeToDone",
    "allocate",
    "answering",
    "default_due",
    "hand_over",
    "plan",
    "progress",
    "rag",
    "reassign",
    "review",
    "time_to_done",
]
