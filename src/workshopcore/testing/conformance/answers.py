"""What every importer of answers does."""

from __future__ import annotations

from itertools import chain
from typing import Any

import pytest

from workshopcore.contracts.exchange import Importer, Matter
from workshopcore.evaluation import read_answers
from workshopcore.model.evaluation import Instrument, Question
from workshopcore.testing.conformance.reading import ReadingConformance
from workshopcore.testing.sample import sample_programme

__all__ = ["AnswersConformance"]

_FORM = Instrument("Pulse", [Question("Would you recommend it?", "likelihood", id="recommend")])


class AnswersConformance(ReadingConformance):
    """Tests of an importer of answers: give it a fixture ``importer`` that returns yours.

    Where ``sample`` returns a file, its answers have to come out row by row, also of one that
    is cut short, as far as it goes.
    """

    matter: Matter = "answers"

    def sample(self) -> bytes:
        """Return a file of the importer's kind; empty where there is none.

        It has a heading, *Would you recommend it?*, and below it the numbers 9, 10 and 3, with
        an empty row between the last two.
        """
        return b""

    def look_at_value(self, value: Any) -> None:
        """Make sure that a value is a row of texts."""
        assert isinstance(value, tuple), "a row is a tuple"
        assert all(isinstance(cell, str) for cell in value), "every cell is a text"

    def _sample(self) -> bytes:
        data = self.sample()
        if not data:
            pytest.skip("there is no sample")
        return data

    def test_rows_of_the_sample_keep_their_numbers(self, importer: Importer) -> None:
        rows = self.read(importer, self._sample(), sample_programme()).value
        filled = [number for number, row in enumerate(rows, start=1) if any(row)]
        assert filled == [1, 2, 3, 5], "an empty row is a row, too"

    def test_answers_of_the_sample_are_read(self, importer: Importer) -> None:
        found = self.read(importer, self._sample(), sample_programme())
        assert found.problems == ()
        assert read_answers(found.value, _FORM).column("recommend") == (9, 10, 3)

    def test_sample_that_is_cut_short_is_read_as_far_as_it_goes(self, importer: Importer) -> None:
        data = self._sample()
        whole = self.read(importer, data, sample_programme()).value
        for part in range(1, 8):
            found = self.read(importer, data[: len(data) * part // 8], sample_programme())
            said = set(chain.from_iterable(found.value))
            assert said <= {*chain.from_iterable(whole), *_beginnings(whole)}


def _beginnings(rows: tuple[tuple[str, ...], ...]) -> set[str]:
    """Return what a cell may be if the file ends in the middle of it."""
    return {cell[:end] for row in rows for cell in row for end in range(len(cell))}
