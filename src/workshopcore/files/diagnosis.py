"""Everything that is wrong with a document, all at once, and the programme that is left of it.

The document is walked twice. The first walk names every fault; where a field that must be there
is missing or wrong, something stands in for it, so that what refers to the thing is not blamed
too. The second leaves out what is at fault, until the rest makes a programme.
"""

from __future__ import annotations

from typing import Any

from attrs import frozen

from workshopcore.errors import Problem, ProgrammeError
from workshopcore.files.examination import MOST_PROBLEMS, Examination, TooManyProblems
from workshopcore.files.parsing import Table
from workshopcore.files.paths import Path, path_text, steps
from workshopcore.model.programme import Programme

__all__ = ["Diagnosis", "diagnose", "original"]

_MOST_ROUNDS = 50
# What is said of a thing's times and history depends on all of these together.
_TIMES = frozenset(
    {"start", "end", "time_zone", "created", "agreed", "due", "updates", "reviews", "events"}
)


@frozen
class Diagnosis:
    """What is wrong, and what is right.

    Attributes:
        programme: what is left when everything at fault is left out; ``None`` if nothing is.
        problems: every fault, in the order of the document, without file and line.
        kept: for each list from which something was left out, the numbers of what was kept.
    """

    programme: Programme | None
    problems: tuple[Problem, ...]
    kept: dict[Path, list[int]]


def diagnose(document: Table, title: str = "Untitled") -> Diagnosis:
    """Find everything that is wrong with a document.

    Args:
        document: in this version's form.
        title: what to call a programme that has no title of its own.
    """
    first = Examination(document, standing_in=True, title=title)
    try:
        values = first.programme()
    except TooManyProblems as many:
        return Diagnosis(None, many.problems, {})
    structural = [
        (path, problem)
        for path, problem in _structural(values, first.kept)
        if not _explained(path, problem, first.faulty)
    ]
    problems = (*first.problems, *(problem for _, problem in structural))
    if len(problems) > MOST_PROBLEMS:
        return Diagnosis(None, TooManyProblems(problems).problems, {})
    programme, kept = _what_is_left(document, {path for path, _ in structural}, title)
    return Diagnosis(programme, problems, kept)


def _structural(values: Table, kept: dict[Path, list[int]]) -> list[tuple[Path, Problem]]:
    """Return what is wrong with a programme as a whole, by the paths of the document."""
    try:
        Programme(**values)
    except ProgrammeError as error:
        found = [(original(steps(p.path), kept), p) for p in error.problems[: MOST_PROBLEMS + 1]]
        return [(path, problem._replace(path=path_text(path))) for path, problem in found]
    return []


def _explained(path: Path, problem: Problem, faulty: set[Path]) -> bool:
    """Whether a fault only follows from one that has been named."""
    if any(path[: len(known)] == known for known in faulty):
        return True
    if problem.code == "WC010" and ("time_zone",) in faulty:
        return True
    return problem.code in ("WC010", "WC011") and any(
        known[:2] == path[:2] and known[2:3] and known[2] in _TIMES for known in faulty
    )


def _what_is_left(
    document: Table, left_out: set[Path], title: str
) -> tuple[Programme | None, dict[Path, list[int]]]:
    for _ in range(_MOST_ROUNDS):
        rest = Examination(document, left_out=left_out, title=title)
        values = rest.programme()
        try:
            return Programme(**values), rest.kept
        except ProgrammeError as error:
            for problem in error.problems:
                path = original(steps(problem.path), rest.kept)
                # What is not in the document itself goes with what holds it.
                while path and (path in left_out or not _stands(document, path)):
                    path = path[:-1]
                if not path:
                    return None, {}
                left_out.add(path)
    return None, {}


def _stands(document: Any, path: Path) -> bool:
    for step in path:
        try:
            document = document[step]
        except (LookupError, TypeError):
            return False
    return True


def original(path: Path, kept: dict[Path, list[int]]) -> Path:
    """Return a path in what is left of a document as a path in the whole document."""
    found: Path = ()
    for step in path:
        numbers = kept.get(found)
        if numbers is not None and isinstance(step, int) and step < len(numbers):
            step = numbers[step]
        found = (*found, step)
    return found
