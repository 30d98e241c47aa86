"""What everything that reads a file does, whatever the file is about."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.exchange import Imported, Importer, ImportRequest, Matter
from workshopcore.errors import Problem
from workshopcore.model.programme import Programme
from workshopcore.testing.conformance.inherited import inherited
from workshopcore.testing.conformance.keys import refusal
from workshopcore.testing.sample import sample_programme

__all__ = ["ReadingConformance", "Told"]


class Told:
    """Takes note of how far it is, and makes sure that it never goes back."""

    def __init__(self) -> None:
        self.last: tuple[int, int] | None = None

    def __call__(self, done: int, all: int) -> None:
        assert 0 <= done <= all
        assert self.last is None or self.last[0] <= done, "progress went back"
        self.last = (done, all)

    def reached_the_end(self) -> bool:
        return self.last is not None and self.last[0] == self.last[1]


class ReadingConformance:
    """Tests of an importer of any matter: those of one matter say what a value is.

    Attributes:
        matter: what the files are about.
    """

    matter: Matter = "actions"

    def look_at_value(self, value: Any) -> None:
        """Make sure that a value is one of this matter."""

    def read(
        self, importer: Importer, data: bytes, programme: Programme, **request: Any
    ) -> Imported:
        """Return what a file says, sure that it is well said and the same each time."""
        told = Told()
        asked = ImportRequest(advance=told, **request)
        found = importer.read(data, programme, asked)
        assert isinstance(found, Imported)
        assert told.last is None or told.reached_the_end(), "advance stopped half-way"
        assert isinstance(found.value, tuple)
        for value in found.value:
            self.look_at_value(value)
        for problem in found.problems:
            self.look_at(problem)
        assert importer.read(data, programme, attrs.evolve(asked, advance=Told())) == found
        return found

    def look_at(self, problem: Problem) -> None:
        """Make sure that a problem says where it is, what was found, and what was expected."""
        assert isinstance(problem, Problem)
        assert problem.path.strip(), "a problem says where it is"
        assert problem.code.strip()
        assert problem.expected.strip()
        assert len(str(problem)) < 2000, "a problem is short enough to be read"
        assert "\n" not in str(problem), "a problem is on one line"

    def test_toolkit_accepts_it(self, importer: Importer) -> None:
        assert refusal("importers", importer) == ""
        assert importer.title.strip()
        assert importer.matter == self.matter
        assert importer.suffixes

    @pytest.mark.parametrize("data", [b"", b"\n", b"\0", b"\xff\xfe", b"PK\x03\x04", b"<" * 1000])
    def test_file_with_nothing_in_it_brings_no_news(self, importer: Importer, data: bytes) -> None:
        assert self.read(importer, data, sample_programme()).value == ()

    def test_option_that_it_does_not_know_is_a_problem(self, importer: Importer) -> None:
        options = {"nothing-of-the-kind": 1}
        assert self.read(importer, b"", sample_programme(), options=options).problems

    @inherited
    @given(data=st.binary())
    def test_any_bytes_are_read(self, importer: Importer, data: bytes) -> None:
        self.read(importer, data, sample_programme())
