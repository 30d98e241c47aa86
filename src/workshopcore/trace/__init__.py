"""From what drives a programme to what was gained, and back: what rests on what."""

from workshopcore.trace.contribution import Contribution, weigh
from workshopcore.trace.coverage import Coverage
from workshopcore.trace.gains import GainTrace
from workshopcore.trace.grades import GRADES, Grade, Grading, evidence_for, gains_by, grade
from workshopcore.trace.links import Kind, Link, Node
from workshopcore.trace.orphans import Orphan
from workshopcore.trace.tracing import Trace, trace

__all__ = [
    "GRADES",
    "Contribution",
    "Coverage",
    "GainTrace",
    "Grade",
    "Grading",
    "Kind",
    "Link",
    "Node",
    "Orphan",
    "Trace",
    "evidence_for",
    "gains_by",
    "grade",
    "trace",
    "weigh",
]
