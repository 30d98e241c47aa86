"""Lists of actions through the toolkit: what comes of them, and who is to blame."""

from datetime import date
from types import SimpleNamespace

import attrs
import pytest

from workshopcore.contracts.exchange import ActionNews, ActionState, Imported
from workshopcore.errors import (
    AsOfRequiredError,
    InvalidValueError,
    PluginCallError,
    Problem,
    UnknownKeyError,
)
from workshopcore.testing import sample_programme
from workshopcore.toolkit import Toolkit

DAY = date(2027, 6, 30)
DONE = ActionNews("row 2", ActionState(status="done"), id="rota")


@pytest.fixture
def toolkit():
    return Toolkit(discover=False)


@pytest.fixture
def with_exchange(with_plugin):
    """Return a function that makes a toolkit with a plugin's importer and exporter."""

    def make(read=None, write=None, matter="actions"):
        importer = SimpleNamespace(
            key="acme:list", title="List", matter=matter, suffixes=(".txt",), read=read
        )
        exporter = SimpleNamespace(
            key="acme:list", title="List", matter=matter, suffix=".txt", write=write
        )
        return with_plugin(importers=lambda: [importer], exporters=lambda: [exporter])

    return make


def test_list_goes_out_and_comes_back(toolkit):
    programme = sample_programme()
    data = toolkit.export_actions(programme, "csv", as_of="2027-06-30")
    edited = data.replace(
        b"Hana Sato,,2027-04-07,2027-04-07,Agreed", b"Hana Sato,,2027-04-07,2027-04-07,Done"
    )
    merged = toolkit.import_actions(programme, edited, "csv", as_of="2027-07-05", by="grace-okafor")
    (update,) = merged.programme.action("rota").updates
    assert (update.status, update.on, update.by) == ("done", date(2027, 7, 5), "grace-okafor")
    assert [(change.place, change.action) for change in merged.changes] == [
        ("row 4 (line 4)", "rota")
    ]


def test_problems_of_reading_come_before_those_of_taking_in(toolkit):
    data = b"Id,Status,Due\nrota,Verified,soon\n"
    merged = toolkit.import_actions(sample_programme(), data, "csv", as_of=DAY)
    assert [problem.path for problem in merged.problems] == [
        "row 2 (line 2), column Due",
        "row 2 (line 2), status",
    ]


def test_options_reach_the_file(toolkit):
    programme = sample_programme()
    data = toolkit.export_actions(
        programme, "csv", as_of=DAY, actions=["rota"], options={"delimiter": ";"}
    )
    assert data.count(b"\r\n") == 2
    options = {"columns": {"note": "Remark"}, "statuses": {"Parked": "blocked"}}
    merged = toolkit.import_actions(
        programme, b"Id;Status;Remark\nrota;Parked;No room\n", "csv", as_of=DAY, options=options
    )
    (update,) = merged.programme.action("rota").updates
    assert (update.status, update.note) == ("blocked", "No room")


def test_progress_is_told(toolkit):
    programme = sample_programme()
    out, back = [], []
    data = toolkit.export_actions(
        programme, "csv", as_of=DAY, progress=lambda done, all: out.append((done, all))
    )
    toolkit.import_actions(
        programme, data, "csv", as_of=DAY, progress=lambda done, all: back.append(done)
    )
    assert out == [(done, 7) for done in range(1, 8)]
    assert sorted(set(back)) == list(range(1, 8))
    assert back == sorted(back)


def test_day_is_asked_for(toolkit):
    with pytest.raises(AsOfRequiredError, match="a list of actions depends on the day"):
        toolkit.export_actions(sample_programme(), "csv", as_of=None)
    with pytest.raises(AsOfRequiredError, match="taking in a list of actions depends on the day"):
        toolkit.import_actions(sample_programme(), b"", "csv", as_of=None)


def test_unknown_keys_name_the_nearest(toolkit):
    with pytest.raises(UnknownKeyError, match=r"no exporter 'cvs'. Did you mean 'csv'"):
        toolkit.export_actions(sample_programme(), "cvs", as_of=DAY)
    with pytest.raises(UnknownKeyError, match=r"no importer 'cvs'. Did you mean 'csv'"):
        toolkit.import_actions(sample_programme(), b"", "cvs", as_of=DAY)
    with pytest.raises(UnknownKeyError, match=r"no action 'rotta'. Did you mean 'rota'"):
        toolkit.export_actions(sample_programme(), "csv", as_of=DAY, actions=["rotta"])
    with pytest.raises(UnknownKeyError, match=r"no person 'grace'"):
        toolkit.import_actions(sample_programme(), b"", "csv", as_of=DAY, by="grace")


def test_text_is_no_file(toolkit):
    with pytest.raises(InvalidValueError, match=r"expected the bytes of a file.*read_bytes"):
        toolkit.import_actions(sample_programme(), "Id,Status", "csv", as_of=DAY)


def test_what_an_exporter_refuses_is_for_the_one_who_asked(toolkit):
    with pytest.raises(InvalidValueError, match="one character to stand between cells"):
        toolkit.export_actions(sample_programme(), "csv", as_of=DAY, options={"delimiter": "--"})
    assert toolkit.failures == ()


def test_plugins_are_used(with_exchange):
    toolkit = with_exchange(
        read=lambda data, programme, request: Imported(DONE for _ in range(1)),
        write=lambda programme, request: programme.title.encode(),
    )
    programme = sample_programme()
    assert toolkit.export_actions(programme, "acme:list", as_of=DAY).startswith(b"One front door")
    merged = toolkit.import_actions(programme, b"x", "acme:list", as_of=DAY)
    assert [change.after for change in merged.changes] == ["done"]


@pytest.mark.parametrize("matter", ["answers", "busy-time"])
def test_importer_of_something_else_is_refused(with_exchange, matter):
    toolkit = with_exchange(matter=matter)
    with pytest.raises(InvalidValueError, match=f"an importer of actions.*is about {matter}"):
        toolkit.import_actions(sample_programme(), b"x", "acme:list", as_of=DAY)
    with pytest.raises(InvalidValueError, match=f"an exporter of actions.*is about {matter}"):
        toolkit.export_actions(sample_programme(), "acme:list", as_of=DAY)


def _raise(error):
    raise error


@pytest.mark.parametrize(
    ("read", "said"),
    [
        (lambda *_: 1 / 0, "ZeroDivisionError"),
        (lambda *_: _raise(SystemExit(3)), "SystemExit"),
        (lambda *_: _raise(InvalidValueError(1, "a date")), "InvalidValueError"),
        (lambda *_: None, "expected what was imported, found NoneType"),
        (lambda *_: Imported("text"), "expected news of actions, found str"),
        (lambda *_: Imported(None), "TypeError"),
        (lambda *_: Imported([DONE, "row 3"]), "expected only ActionNews, found str"),
        (lambda *_: Imported([DONE], ["no date"]), "expected only Problem, found str"),
        (lambda *_: Imported(1 / 0 for _ in range(1)), "ZeroDivisionError"),
    ],
)
def test_importer_that_fails_is_named(with_exchange, read, said):
    toolkit = with_exchange(read=read)
    with pytest.raises(PluginCallError, match="'acme:list' failed") as caught:
        toolkit.import_actions(sample_programme(), b"x", "acme:list", as_of=DAY)
    assert (caught.value.plugin, caught.value.hook) == ("acme", "workshopcore_importers")
    assert said in caught.value.message
    assert toolkit.failures == (caught.value,)


@pytest.mark.parametrize(
    ("write", "said"),
    [
        (lambda *_: 1 / 0, "ZeroDivisionError"),
        (lambda *_: "text", "expected bytes, found str"),
        (lambda *_: None, "expected bytes, found NoneType"),
    ],
)
def test_exporter_that_fails_is_named(with_exchange, write, said):
    toolkit = with_exchange(write=write)
    with pytest.raises(PluginCallError, match="'acme:list' failed") as caught:
        toolkit.export_actions(sample_programme(), "acme:list", as_of=DAY)
    assert (caught.value.plugin, caught.value.hook) == ("acme", "workshopcore_exporters")
    assert said in caught.value.message
    assert toolkit.failures == (caught.value,)


def test_nothing_a_plugin_reads_can_break_the_programme(with_exchange):
    strange = attrs.evolve(DONE, place=5, id=None, known_as=7, said=None, sent="x", on="soon")
    worse = attrs.evolve(DONE, said=ActionState(status=[], progress="x", due=5, owner={}, note=b""))
    problem = Problem("WC003", "row 9", "x", "y")
    toolkit = with_exchange(read=lambda *_: Imported([strange, worse], [problem]))
    programme = sample_programme()
    merged = toolkit.import_actions(programme, b"x", "acme:list", as_of=DAY)
    assert merged.programme is programme
    assert merged.problems[0] == problem
    assert len(merged.problems) > 2


def test_line_that_could_not_be_read_is_a_problem_and_not_nothing_new(toolkit):
    data = b"Id,Due\nrota,soon\nask,\n"
    merged = toolkit.import_actions(sample_programme(), data, "csv", as_of=DAY)
    assert [problem.path for problem in merged.problems] == ["row 2 (line 2), column Due"]
    assert (merged.changes, merged.conflicts, merged.unchanged) == ((), (), 1)


def test_form_goes_out_as_it_stands_on_a_day(toolkit):
    programme = sample_programme()
    data = toolkit.export_form(programme, "question-list", "form", as_of="2027-06-30")
    assert data.decode().splitlines()[:2] == [
        "After the workshop",
        "Draft of 2027-06-30: not frozen yet, so do not send it out.",
    ]
    frozen = programme.with_frozen("form", "2027-06-30")
    data = toolkit.export_form(frozen, "question-list", "form", as_of="2027-06-30")
    assert data.decode().splitlines()[1] == "Frozen on 2027-06-30."


@pytest.mark.parametrize(
    ("key", "instrument", "as_of", "error", "message"),
    [
        ("csv", "form", DAY, InvalidValueError, "an exporter of forms"),
        ("limesurvey", "from", DAY, UnknownKeyError, "form"),
        ("limesurvy", "form", DAY, UnknownKeyError, "limesurvey"),
        ("limesurvey", "form", None, AsOfRequiredError, "a form"),
    ],
)
def test_form_that_cannot_be_is_refused(toolkit, key, instrument, as_of, error, message):
    with pytest.raises(error, match=message):
        toolkit.export_form(sample_programme(), key, instrument, as_of=as_of)


def test_list_of_actions_is_not_asked_of_an_exporter_of_forms(toolkit):
    with pytest.raises(InvalidValueError, match="'limesurvey' is about forms"):
        toolkit.export_actions(sample_programme(), "limesurvey", as_of=DAY)


def test_exporter_of_forms_that_fails_is_named(with_exchange):
    toolkit = with_exchange(write=lambda programme, request: "text", matter="forms")
    with pytest.raises(PluginCallError, match="acme:list"):
        toolkit.export_form(sample_programme(), "acme:list", "form", as_of=DAY)
