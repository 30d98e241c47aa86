"""Files that say when people can come, through the toolkit."""

import types

import attrs
import pytest

import workshopcore as wc
from workshopcore import hookimpl
from workshopcore.contracts.busy_time import Busy, Poll
from workshopcore.contracts.exchange import ActionNews, ActionState, Imported
from workshopcore.errors import InvalidValueError, PluginCallError, Problem, UnknownKeyError

YEAR = wc.Programme(title="A year", people=[wc.Person("Amina", id="amina")])
BUSY = Busy("amina", ["2027-01-19"])
PROBLEM = Problem("WC003", "line 2", "'soon'", "a day")


def toolkit(read, matter="busy-time"):
    """Return a toolkit with one plugin, whose importer reads like this."""

    @attrs.frozen
    class Reader:
        key: str = "acme:diary"
        title: str = "Diary"
        suffixes: tuple = (".days",)
        matter: str = "busy-time"

        def read(self, data, programme, request):
            return read(data, programme, request)

    plugin = types.ModuleType("acme")

    @hookimpl
    def workshopcore_importers():
        return [Reader(matter=matter)]

    plugin.workshopcore_importers = workshopcore_importers
    return wc.Toolkit(discover=False, plugins=[plugin])


def test_importer_gets_the_file_the_programme_and_the_options():
    told = []

    def read(data, programme, request):
        told.extend([data, programme, dict(request.options)])
        request.advance(1, 2)
        return Imported([BUSY, Poll("amina", {"2027-01-20": "maybe"})], [PROBLEM])

    found = toolkit(read).import_busy_time(
        YEAR,
        b"19 January",
        "acme:diary",
        options={"who": "amina"},
        progress=lambda *pace: told.append(pace),
    )

    assert told == [b"19 January", YEAR, {"who": "amina"}, (1, 2)]
    assert found == Imported((BUSY, Poll("amina", {"2027-01-20": "maybe"})), (PROBLEM,))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (None, "expected what was imported, found NoneType"),
        (Imported("text"), "expected busy time, found str"),
        (Imported([ActionNews("row 1", ActionState())]), "expected only Busy or Poll, found Acti"),
        (Imported([BUSY], ["soon"]), "expected only Problem, found str"),
    ],
)
def test_an_importer_that_returns_something_else_is_to_blame(found, said):
    kit = toolkit(lambda *_: found)

    with pytest.raises(PluginCallError, match=said):
        kit.import_busy_time(YEAR, b"", "acme:diary")
    assert len(kit.failures) == 1


def test_an_importer_of_something_else_is_refused():
    kit = toolkit(lambda *_: Imported(()), matter="answers")

    with pytest.raises(InvalidValueError, match=r"an importer of busy-time.*is about answers"):
        kit.import_busy_time(YEAR, b"", "acme:diary")
    with pytest.raises(InvalidValueError, match="'csv' is about actions"):
        kit.import_busy_time(YEAR, b"", "csv")


def test_only_bytes_are_read():
    with pytest.raises(InvalidValueError, match="the bytes of a file"):
        toolkit(lambda *_: Imported(())).import_busy_time(YEAR, "text", "acme:diary")


def test_an_importer_that_there_is_not_is_told():
    with pytest.raises(UnknownKeyError):
        toolkit(lambda *_: Imported(())).import_busy_time(YEAR, b"", "acme:diry")
