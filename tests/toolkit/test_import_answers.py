"""Rows of answers that a plugin reads, through the toolkit."""

from types import SimpleNamespace

import pytest

import workshopcore as wc
from workshopcore.contracts.exchange import Imported
from workshopcore.errors import InvalidValueError, PluginCallError, Problem

YEAR = wc.Programme(title="A year")
ROWS = (("worth",), ("yes",), ())


@pytest.fixture
def toolkit(make_plugin):
    def toolkit(read, matter="answers"):
        importer = SimpleNamespace(
            key="acme:survey", title="Survey", matter=matter, suffixes=(".sav",), read=read
        )
        acme = make_plugin(importers=lambda: [importer])
        return wc.Toolkit(discover=False, plugins=[acme])

    return toolkit


def test_rows_and_problems_come_back(toolkit):
    fault = Problem("WC003", "row 2", "'x'", "a value")
    told = []

    def read(data, programme, request):
        told.extend([data, programme, dict(request.options)])
        return Imported(list(ROWS), [fault])

    found = toolkit(read).import_answers(YEAR, b"file", "acme:survey", options={"sheet": "A"})

    assert (found.value, found.problems) == (ROWS, (fault,))
    assert told == [b"file", YEAR, {"sheet": "A"}]


def test_importer_of_something_else_is_refused(toolkit):
    with pytest.raises(InvalidValueError, match="an importer of answers"):
        toolkit(lambda *_: Imported(()), "actions").import_answers(YEAR, b"", "acme:survey")


def test_value_that_is_no_row_is_the_plugins_fault(toolkit):
    with pytest.raises(PluginCallError, match="expected only tuple, found str"):
        toolkit(lambda *_: Imported(["worth"])).import_answers(YEAR, b"", "acme:survey")
