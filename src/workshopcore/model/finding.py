"""What is wrong or unwise in a programme, as a value."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

from workshopcore.errors import Problem

__all__ = ["Finding", "Severity"]

Severity: TypeAlias = Literal["error", "warning", "note"]


@frozen
class Finding:
    """One thing that is wrong (error), unwise (warning) or worth knowing (note).

    Attributes:
        code: the rule's stable code, such as ``WC203``.
        severity: how much it matters.
        path: where in the programme, such as ``workshops[2].agenda``.
        message: what was found.
        hint: how to cure it.
        file: the file it was found in, if it was read from one.
        line: its line there, counted from 1; 0 where it is unknown.
    """

    code: str
    severity: Severity
    path: str
    message: str
    hint: str = ""
    file: str = ""
    line: int = 0

    @classmethod
    def from_problem(cls, problem: Problem) -> Finding:
        """Return a structural fault as a finding."""
        message = f"expected {problem.expected}, found {problem.found}"
        return cls(
            problem.code, "error", problem.path, message, problem.hint, problem.file, problem.line
        )
