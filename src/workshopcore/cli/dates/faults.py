"""Faults in what somebody asks: all of them together, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from attrs import define, field

from workshopcore.cli.program import Refusal
from workshopcore.errors import (
    InvalidValueError,
    Problem,
    ProgrammeFileError,
    UnknownKeyError,
    nearest,
    shown,
)

__all__ = ["Faults"]


@define
class Faults:
    """Everything that is wrong with what was asked.

    Attributes:
        problems: in the order in which they were found.
    """

    problems: list[Problem] = field(factory=list)

    @contextmanager
    def at(self, place: str, file: str = "", line: int = 0) -> Iterator[None]:
        """Take down what goes wrong within, as found at a place."""
        try:
            yield
        except InvalidValueError as error:
            problem = Problem(error.code, place, error.found, error.expected, error.hint)
        except UnknownKeyError as error:
            guess = nearest(error.key, error.known)
            cure = f"Did you mean '{guess}'?" if guess else f"Known: {', '.join(error.known)}"
            problem = Problem("WC003", place, shown(error.key), f"a {error.kind}", cure)
        except Refusal as refusal:
            cure = refusal.message[:1].upper() + refusal.message[1:]
            problem = Problem("WC003", place, "another", "a workshop", cure)
        else:
            return
        self.problems.append(problem._replace(file=file, line=line))

    def refuse(self) -> None:
        """Raise them, if there are any.

        Raises:
            ProgrammeFileError: there are.
        """
        if self.problems:
            raise ProgrammeFileError(self.problems)
