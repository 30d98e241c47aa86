"""When workshops are: dates around everybody's diaries, proven to be the best there are."""

from workshopcore.calendar.applying import with_dates
from workshopcore.calendar.availability import Availability
from workshopcore.calendar.choosing import choose
from workshopcore.calendar.dates import Dates, Reached
from workshopcore.calendar.demands import Constraint
from workshopcore.calendar.outlook import DayOutlook, Rejection
from workshopcore.calendar.plan import DatedWorkshop, DatePlan
from workshopcore.calendar.programme_dates import choose_dates, reschedule
from workshopcore.calendar.remedies import Conflict, Remedy
from workshopcore.calendar.rules import Apart, DateRules, Hours, Wish, weeks
from workshopcore.contracts.busy_time import Busy, BusyTime, Poll, Spell

__all__ = [
    "Apart",
    "Availability",
    "Busy",
    "BusyTime",
    "Conflict",
    "Constraint",
    "DatePlan",
    "DateRules",
    "DatedWorkshop",
    "Dates",
    "DayOutlook",
    "Hours",
    "Poll",
    "Reached",
    "Rejection",
    "Remedy",
    "Spell",
    "Wish",
    "choose",
    "choose_dates",
    "reschedule",
    "weeks",
    "with_dates",
]
