"""What every importer and every exporter does."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from pathlib import PurePath
from typing import Any

import attrs
import pytest
from hypothesis import given

from workshopcore.actions import merge, plan
from workshopcore.contracts.exchange import (
    ActionNews,
    Exporter,
    ExportRequest,
    Imported,
    Importer,
)
from workshopcore.errors import UnknownKeyError
from workshopcore.model.action import Action, Update
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.testing.conformance.inherited import inherited
from workshopcore.testing.conformance.keys import refusal
from workshopcore.testing.conformance.reading import ReadingConformance, Told
from workshopcore.testing.documents import HOSTILE
from workshopcore.testing.sample import AS_OF, sample_programme
from workshopcore.testing.strategies import programmes

__all__ = ["ExporterConformance", "ImporterConformance"]

_DAY = date.fromisoformat(AS_OF)
_LATER = date(2027, 7, 1)
_SAID = [text for text in HOSTILE if text.strip()]


def _hostile(text: str) -> Programme:
    """Return a programme with a text wherever a list of actions may have it."""
    return Programme(
        title=text,
        people=[Person(text, id="owner"), Person("Amara Diallo", id="other")],
        actions=[
            Action(text, "owner", id="one", created=_DAY, updates=[Update(_DAY, note=text)]),
            Action("Draw the rota", "other", id="two", created=_DAY),
        ],
    )


class ExporterConformance:
    """Tests of an exporter of actions: give it a fixture ``exporter`` that returns yours.

    They know nothing of the file's kind. Whether other programs open it is for tests of your
    own; whether it comes back unharmed is asked by ``ImporterConformance``.
    """

    def write(self, exporter: Exporter, programme: Programme, **request: Any) -> bytes:
        """Return a file, sure that it is the same each time and that all of it is told."""
        told = Told()
        asked = ExportRequest(_DAY, advance=told, **request)
        data = exporter.write(programme, asked)
        assert isinstance(data, bytes)
        assert told.reached_the_end(), "the last call of advance says that all is done"
        assert exporter.write(programme, attrs.evolve(asked, advance=Told())) == data
        return data

    def test_toolkit_accepts_it(self, exporter: Exporter) -> None:
        assert refusal("exporters", exporter) == ""
        assert exporter.title.strip()
        assert exporter.matter == "actions"
        assert PurePath("x" + exporter.suffix).suffix

    def test_sample_programme_is_written_and_stays_as_it_was(self, exporter: Exporter) -> None:
        programme = sample_programme()
        assert self.write(exporter, programme)
        assert programme == deepcopy(sample_programme())

    def test_programme_with_nothing_in_it_is_written(self, exporter: Exporter) -> None:
        self.write(exporter, Programme(title="Nothing yet"))

    def test_actions_that_are_asked_for_are_written(self, exporter: Exporter) -> None:
        programme = sample_programme()
        whole = self.write(exporter, programme)
        everybody = [action.id for action in programme.actions]
        one = self.write(exporter, programme, actions=["rota"])
        assert one != whole
        assert self.write(exporter, programme, actions=["script"]) != one
        assert self.write(exporter, programme, actions=everybody) == whole
        assert self.write(exporter, programme, actions=everybody[::-1]) == whole

    def test_action_that_is_not_there_is_refused(self, exporter: Exporter) -> None:
        with pytest.raises(UnknownKeyError):
            exporter.write(sample_programme(), ExportRequest(_DAY, ["nothing-of-the-kind"]))

    def test_what_happens_later_changes_no_earlier_file(self, exporter: Exporter) -> None:
        programme = sample_programme()
        news = Update(_LATER, "in-progress", progress=50, due="2027-12-01", note="Begun")
        later = programme.with_update("rota", news)
        assert self.write(exporter, later) == self.write(exporter, programme)

    @pytest.mark.parametrize("text", _SAID)
    def test_hostile_text_everywhere_is_written(self, exporter: Exporter, text: str) -> None:
        assert self.write(exporter, _hostile(text))

    @inherited
    @given(programme=programmes())
    def test_any_programme_is_written(self, exporter: Exporter, programme: Programme) -> None:
        self.write(exporter, programme)


class ImporterConformance(ReadingConformance):
    """Tests of an importer of actions: give it a fixture ``importer`` that returns yours.

    Where there is an exporter of the same kind of file, return it from ``exporter``: its files
    then have to come back as they went.
    """

    def exporter(self, _importer: Importer) -> Exporter | None:
        """Return the exporter whose files the importer reads; ``None`` where there is none."""
        return None

    def look_at_value(self, value: Any) -> None:
        """Make sure that a value is news, and says where it stands."""
        assert isinstance(value, ActionNews)
        assert value.place.strip(), "news says where it stands in the file"

    def sent(self, importer: Importer, programme: Programme) -> bytes:
        """Return a file of the paired exporter."""
        exporter = self.exporter(importer)
        if exporter is None:
            pytest.skip("no exporter writes such files")
        return exporter.write(programme, ExportRequest(_DAY))

    def test_file_that_went_out_comes_back_as_it_went(self, importer: Importer) -> None:
        programme = sample_programme()
        found = self.read(importer, self.sent(importer, programme), programme)
        assert found.problems == ()
        self.is_as_it_went(found, programme)

    def test_file_that_is_damaged_is_read(self, importer: Importer) -> None:
        programme = sample_programme()
        data = self.sent(importer, programme)
        for place in range(0, len(data), max(1, len(data) // 40)):
            self.read(importer, data[:place], programme)
            self.read(importer, data[:place] + b"\x00\xff" + data[place + 2 :], programme)

    @pytest.mark.parametrize("text", _SAID)
    def test_hostile_text_comes_back_as_it_went(self, importer: Importer, text: str) -> None:
        programme = _hostile(text)
        found = self.read(importer, self.sent(importer, programme), programme)
        assert found.problems == ()
        self.is_as_it_went(found, programme)

    @inherited
    @given(programme=programmes())
    def test_list_of_any_programme_comes_back_as_it_went(
        self, importer: Importer, programme: Programme
    ) -> None:
        found = self.read(importer, self.sent(importer, programme), programme)
        self.is_as_it_went(found, programme)

    def is_as_it_went(self, found: Imported, programme: Programme) -> None:
        """Make sure that what came back is all that was sent, and that it changes nothing."""
        sent = {each.action.id for each in plan(programme, _DAY)}
        assert {news.id for news in found.value} == sent
        assert len(found.value) == len(sent)
        merged = merge(programme, found.value, _DAY)
        assert merged.changes == ()
        assert merged.conflicts == ()
        assert merged.problems == ()
        assert merged.unchanged == len(sent)
