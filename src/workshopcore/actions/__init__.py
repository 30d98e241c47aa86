"""What is done between workshops: no open action is lost, and progress can be shown."""

from workshopcore.actions.allocation import allocate, reassign
from workshopcore.actions.burn_up import Tally, burn_up
from workshopcore.actions.due_dates import DefaultDue, default_due
from workshopcore.actions.figures import Days, Proportion
from workshopcore.actions.follow_ups import take_up
from workshopcore.actions.load import Load, Loads
from workshopcore.actions.measures import AgeBand, Progress, ReviewFigures, progress
from workshopcore.actions.merging import Change, Conflict, Merge, merge
from workshopcore.actions.owners import HandOver, answering, hand_over
from workshopcore.actions.plan import plan
from workshopcore.actions.rag import Rag, RagRule, rag
from workshopcore.actions.reminders import Enclosure, Reminder, reminders, without_owner
from workshopcore.actions.review_sheet import ActionReviewSheet, OwnerActions, review
from workshopcore.actions.standing import Opening, Standing
from workshopcore.actions.time_to_done import Band, Median, Step, TimeToDone, time_to_done

__all__ = [
    "ActionReviewSheet",
    "AgeBand",
    "Band",
    "Change",
    "Conflict",
    "Days",
    "DefaultDue",
    "Enclosure",
    "HandOver",
    "Load",
    "Loads",
    "Median",
    "Merge",
    "Opening",
    "OwnerActions",
    "Progress",
    "Proportion",
    "Rag",
    "RagRule",
    "Reminder",
    "ReviewFigures",
    "Standing",
    "Step",
    "Tally",
    "TimeToDone",
    "allocate",
    "answering",
    "burn_up",
    "default_due",
    "hand_over",
    "merge",
    "plan",
    "progress",
    "rag",
    "reassign",
    "reminders",
    "review",
    "take_up",
    "time_to_done",
    "without_owner",
]
