"""Disclosure control for small groups: nothing is shown that gives a few people away.

It never makes anything anonymous. It keeps figures from being worked out by arithmetic; what
colleagues know of each other, no rule can take back.
"""

from workshopcore.contracts.publication import Base
from workshopcore.contracts.text_screens import Flag, TextScreen
from workshopcore.evaluation.disclosure.auditing import Audit, Audited, audit
from workshopcore.evaluation.disclosure.bands import band, band_width
from workshopcore.evaluation.disclosure.differencing.release import Blocked, Verdict, may_release
from workshopcore.evaluation.disclosure.digests import base_of, digests
from workshopcore.evaluation.disclosure.hidden import ALIKE, HIDDEN, Hidden, Protected
from workshopcore.evaluation.disclosure.kinds import Kind, withheld_kinds
from workshopcore.evaluation.disclosure.means import answers_behind, mean_says_sum, sums_behind
from workshopcore.evaluation.disclosure.protecting import protect
from workshopcore.evaluation.disclosure.published import Published
from workshopcore.evaluation.disclosure.rule import Rule
from workshopcore.evaluation.disclosure.screening.identifying import Screening, identifying
from workshopcore.evaluation.disclosure.table import Table

__all__ = [
    "ALIKE",
    "HIDDEN",
    "Audit",
    "Audited",
    "Base",
    "Blocked",
    "Flag",
    "Hidden",
    "Kind",
    "Protected",
    "Published",
    "Rule",
    "Screening",
    "Table",
    "TextScreen",
    "Verdict",
    "answers_behind",
    "audit",
    "band",
    "band_width",
    "base_of",
    "digests",
    "identifying",
    "may_release",
    "mean_says_sum",
    "protect",
    "sums_behind",
    "withheld_kinds",
]
