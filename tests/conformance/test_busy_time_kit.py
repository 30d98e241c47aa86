"""The kit for importers of busy time finds what it should."""

from types import SimpleNamespace

import pytest

from workshopcore.contracts.busy_time import Busy, Poll
from workshopcore.contracts.exchange import Imported
from workshopcore.errors import Problem
from workshopcore.testing import BusyTimeConformance

SAMPLE = b"noor 2027-01-19 SECRET"
GOOD = Busy("noor", ["2027-01-19"])
ODD_OPTION = Problem("WC002", "options.odd", "'odd'", "an option")


class Sampled(BusyTimeConformance):
    def sample(self):
        return SAMPLE


def importer(read=None, **changes):
    """Return an importer that reads the sample, and nothing else, as it is told."""

    def as_it_should(data, programme, request):
        said = (GOOD,) if data == SAMPLE else ()
        return Imported(said, [ODD_OPTION] if request.options else ())

    parts = {
        "key": "acme:diary",
        "title": "Diary",
        "matter": "busy-time",
        "suffixes": (".txt",),
        "read": read or as_it_should,
    }
    return SimpleNamespace(**{**parts, **changes})


def says(*values, problems=()):
    return lambda data, programme, request: Imported(values, problems)


def fails(thing, test):
    try:
        getattr(Sampled(), test)(thing)
    except (Exception, pytest.fail.Exception):  # noqa: BLE001 the thing may raise anything
        return True
    return False


TESTS = (
    "test_toolkit_accepts_it",
    "test_option_that_it_does_not_know_is_a_problem",
    "test_sample_says_something_of_its_owner",
    "test_sample_gives_nothing_away",
    "test_sample_that_is_damaged_is_read_and_gives_nothing_away",
)


@pytest.mark.parametrize("test", TESTS)
def test_importer_that_does_as_it_should_passes(test):
    assert not fails(importer(), test)


@pytest.mark.parametrize(
    ("thing", "test"),
    [
        (importer(matter="actions"), TESTS[0]),
        (importer(says()), TESTS[1]),
        (importer(says()), TESTS[2]),
        (importer(says(Busy("somebody-else", ["2027-01-19"]))), TESTS[2]),
        (importer(says(GOOD, problems=[ODD_OPTION])), TESTS[2]),
        (importer(says("noor")), TESTS[2]),
        (importer(says(Busy("noor", ["2027-01-20", "2027-01-19"]))), TESTS[2]),
        (importer(says(problems=[Problem("WC003", "line 1", "'Secret'", "a day")])), TESTS[3]),
        (importer(says(Poll("secret"))), TESTS[4]),
        (importer(lambda data, programme, request: Imported((), data[0:0] or data[99])), TESTS[4]),
    ],
)
def test_fault_is_found(thing, test):
    assert fails(thing, test)


def test_without_a_sample_nothing_is_asked_of_one():
    for test in TESTS[2:]:
        getattr(BusyTimeConformance(), test)(importer(says()))
