"""The library's own importers and exporters pass the kit, and the kit finds what it should."""

from types import SimpleNamespace

import pytest

from workshopcore.contracts.exchange import ActionNews, ActionState, Imported
from workshopcore.errors import Problem
from workshopcore.exchange import (
    CsvExporter,
    CsvImporter,
    built_in_exporters,
    built_in_importers,
)
from workshopcore.exchange.forms import QuestionListExporter
from workshopcore.testing import (
    ExporterConformance,
    FormExporterConformance,
    ImporterConformance,
)

EXPORTERS = {exporter.key: exporter for exporter in built_in_exporters()}
OF_ACTIONS = [each for each in built_in_exporters() if each.matter == "actions"]
OF_FORMS = [each for each in built_in_exporters() if each.matter == "forms"]


class TestBuiltInExporters(ExporterConformance):
    @pytest.fixture(params=OF_ACTIONS, ids=lambda each: each.key)
    def exporter(self, request):
        return request.param


class TestBuiltInFormExporters(FormExporterConformance):
    @pytest.fixture(params=OF_FORMS, ids=lambda each: each.key)
    def exporter(self, request):
        return request.param


class TestBuiltInImporters(ImporterConformance):
    @pytest.fixture(params=built_in_importers(), ids=lambda each: each.key)
    def importer(self, request):
        return request.param

    def exporter(self, importer):
        return EXPORTERS[importer.key]


def test_round_trips_are_left_out_where_there_is_no_exporter():
    with pytest.raises(pytest.skip.Exception, match="no exporter writes such files"):
        ImporterConformance().test_file_that_went_out_comes_back_as_it_went(CsvImporter())


def fails(kit, thing, test, **values):
    """Return whether one test of a kit fails on a thing."""
    name = "exporter" if issubclass(kit, ExporterConformance) else "importer"
    try:
        getattr(kit, test)(kit(), **{name: thing}, **values)
    except (Exception, pytest.fail.Exception):  # noqa: BLE001 the thing may raise anything
        return True
    return False


def exporter(write, **changes):
    parts = {"key": "acme:list", "title": "List", "matter": "actions", "suffix": ".txt"}
    return SimpleNamespace(**{**parts, "write": write, **changes})


def sound(programme, request):
    return CsvExporter().write(programme, request)


def whole(programme, request):
    """Write all actions, whichever are asked for."""
    return sound(programme, SimpleNamespace(**{**_fields(request), "actions": None}))


def silent(programme, request):
    return sound(programme, SimpleNamespace(**{**_fields(request), "advance": lambda *_: None}))


def _fields(request):
    return {name: getattr(request, name) for name in ("as_of", "actions", "options", "advance")}


def backwards(programme, request):
    request.advance(5, 9)
    request.advance(4, 9)
    return sound(programme, request)


def forgetful(programme, request):
    news = [action.updates[-1:] for action in programme.actions]
    return sound(programme, request) + str(news).encode()


COUNT = iter(range(10_000))


@pytest.mark.parametrize(
    ("thing", "test"),
    [
        (exporter(sound, key="Acme"), "test_toolkit_accepts_it"),
        (exporter(sound, matter="answers"), "test_toolkit_accepts_it"),
        (
            exporter(lambda programme, request: "text"),
            "test_sample_programme_is_written_and_stays_as_it_was",
        ),
        (
            exporter(lambda programme, request: str(next(COUNT)).encode()),
            "test_programme_with_nothing_in_it_is_written",
        ),
        (exporter(silent), "test_programme_with_nothing_in_it_is_written"),
        (exporter(backwards), "test_programme_with_nothing_in_it_is_written"),
        (exporter(whole), "test_actions_that_are_asked_for_are_written"),
        (exporter(whole), "test_action_that_is_not_there_is_refused"),
        (exporter(forgetful), "test_what_happens_later_changes_no_earlier_file"),
    ],
)
def test_fault_of_an_exporter_is_found(thing, test):
    assert fails(ExporterConformance, thing, test)


def test_exporter_that_cannot_write_every_letter_is_found():
    thing = exporter(lambda programme, request: programme.title.encode("ascii"))
    test = "test_hostile_text_everywhere_is_written"
    assert fails(ExporterConformance, thing, test, text="naïve")


def importer(read, **changes):
    parts = {"key": "acme:list", "title": "List", "matter": "actions", "suffixes": (".txt",)}
    return SimpleNamespace(**{**parts, "read": read, **changes})


def says(*news, problems=()):
    return lambda data, programme, request: Imported(tuple(news), problems)


def reading(change):
    """Read as the library does, and then change what was found."""
    return lambda data, programme, request: change(CsvImporter().read(data, programme, request))


class Paired(ImporterConformance):
    def exporter(self, importer):
        return CsvExporter()


NEWS = ActionNews("row 2", ActionState(status="done"), id="rota")


@pytest.mark.parametrize(
    ("thing", "test", "values"),
    [
        (importer(says(), suffixes=()), "test_toolkit_accepts_it", {}),
        (importer(says(), suffixes=("txt",)), "test_toolkit_accepts_it", {}),
        (importer(says(), matter="answers"), "test_toolkit_accepts_it", {}),
        (
            importer(lambda data, programme, request: data[0]),
            "test_file_with_nothing_in_it_brings_no_news",
            {"data": b""},
        ),
        (importer(says(NEWS)), "test_file_with_nothing_in_it_brings_no_news", {"data": b""}),
        (importer(says()), "test_option_that_it_does_not_know_is_a_problem", {}),
        (importer(says("news")), "test_file_that_went_out_comes_back_as_it_went", {}),
        (importer(says(NEWS)), "test_file_that_went_out_comes_back_as_it_went", {}),
        (
            importer(reading(lambda found: Imported(found.value[1:]))),
            "test_file_that_went_out_comes_back_as_it_went",
            {},
        ),
        (
            importer(says(problems=[Problem("WC003", "", "x", "y")])),
            "test_option_that_it_does_not_know_is_a_problem",
            {},
        ),
        (
            importer(says(problems=[Problem("WC003", "row 2", "x" * 5000, "y")])),
            "test_option_that_it_does_not_know_is_a_problem",
            {},
        ),
        (
            importer(lambda data, programme, request: Imported(data.decode().splitlines())),
            "test_file_that_is_damaged_is_read",
            {},
        ),
        (
            importer(reading(lambda found: Imported(found.value, [Problem("W", "p", "f", "e")]))),
            "test_hostile_text_comes_back_as_it_went",
            {"text": "naïve"},
        ),
    ],
)
def test_fault_of_an_importer_is_found(thing, test, values):
    assert fails(Paired, thing, test, **values)


def test_importer_that_stops_telling_half_way_is_found():
    def read(data, programme, request):
        request.advance(1, 2)
        return Imported(())

    thing = importer(read)
    assert fails(Paired, thing, "test_file_with_nothing_in_it_brings_no_news", data=b"")


@pytest.mark.parametrize("text", ["naïve", "=1+1"])
def test_sound_importer_and_exporter_pass(text):
    test = "test_hostile_text_comes_back_as_it_went"
    assert not fails(Paired, CsvImporter(), test, text=text)
    assert not fails(ExporterConformance, exporter(sound), "test_toolkit_accepts_it")
    test = "test_hostile_text_everywhere_is_written"
    assert not fails(ExporterConformance, exporter(sound), test, text=text)


def listed(programme, request):
    return QuestionListExporter().write(programme, request)


FORMS = {"key": "acme:form", "title": "Form", "matter": "forms", "suffix": ".txt"}


@pytest.mark.parametrize(
    ("thing", "test"),
    [
        ({"write": listed, "matter": "actions"}, "test_toolkit_accepts_it"),
        ({"write": lambda p, r: b"always the same"}, "test_every_question_changes_the_file"),
        ({"write": lambda p, r: "text"}, "test_instrument_without_questions_is_written"),
        (
            {"write": lambda p, r: CsvExporter().write(p, r)},
            "test_instrument_that_is_not_there_is_refused",
        ),
        (
            {"write": lambda p, r: listed(p, SimpleNamespace(**{**fields(r), "options": {}}))},
            "test_option_that_it_does_not_know_is_refused",
        ),
    ],
)
def test_fault_of_an_exporter_of_forms_is_found(thing, test):
    with pytest.raises((Exception, pytest.fail.Exception)):
        getattr(FormExporterConformance, test)(
            FormExporterConformance(), exporter=SimpleNamespace(**FORMS | thing)
        )


def fields(request):
    return {name: getattr(request, name) for name in ("as_of", "instrument", "advance")}
