"""The kit for importers of answers finds what it should."""

from types import SimpleNamespace

import pytest

from workshopcore.contracts.exchange import Imported
from workshopcore.errors import Problem
from workshopcore.testing import AnswersConformance

SAMPLE = b"Would you recommend it?\n9\n10\n\n3\n"
ODD_OPTION = Problem("WC002", "options.odd", "'odd'", "an option")
TESTS = (
    "test_toolkit_accepts_it",
    "test_option_that_it_does_not_know_is_a_problem",
    "test_rows_of_the_sample_keep_their_numbers",
    "test_answers_of_the_sample_are_read",
    "test_sample_that_is_cut_short_is_read_as_far_as_it_goes",
)


class Sampled(AnswersConformance):
    def sample(self):
        return SAMPLE


def rows(data):
    return tuple((line,) if line else () for line in data.decode(errors="replace").splitlines())


def importer(read=None, **changes):
    """Return an importer that reads lines."""

    def as_it_should(data, programme, request):
        return Imported(rows(data), [ODD_OPTION] if request.options else ())

    parts = {
        "key": "acme:lines",
        "title": "Lines",
        "matter": "answers",
        "suffixes": (".txt",),
        "read": read or as_it_should,
    }
    return SimpleNamespace(**{**parts, **changes})


def fails(thing, test):
    try:
        getattr(Sampled(), test)(thing)
    except (Exception, pytest.fail.Exception):  # noqa: BLE001 the thing may raise anything
        return True
    return False


def faulty(change):
    return importer(lambda data, programme, request: Imported(change(rows(data))))


@pytest.mark.parametrize("test", TESTS)
def test_importer_that_does_as_it_should_passes(test):
    assert not fails(importer(), test)


@pytest.mark.parametrize(
    ("thing", "test"),
    [
        (importer(matter="actions"), "test_toolkit_accepts_it"),
        (importer(suffixes=()), "test_toolkit_accepts_it"),
        (faulty(tuple), "test_option_that_it_does_not_know_is_a_problem"),
        (
            faulty(lambda rows: tuple(filter(None, rows))),
            "test_rows_of_the_sample_keep_their_numbers",
        ),
        (faulty(lambda rows: rows[:-1]), "test_answers_of_the_sample_are_read"),
        (
            faulty(lambda rows: tuple(map(list, rows))),
            "test_answers_of_the_sample_are_read",
        ),
        (
            faulty(lambda rows: tuple((len(cell),) for row in rows for cell in row)),
            "test_answers_of_the_sample_are_read",
        ),
        (
            faulty(lambda rows: rows if len(rows) == 5 else (("made up",),)),
            "test_sample_that_is_cut_short_is_read_as_far_as_it_goes",
        ),
    ],
)
def test_fault_is_found(thing, test):
    assert fails(thing, test)


def test_importer_without_a_sample_skips_what_needs_one():
    with pytest.raises(pytest.skip.Exception):
        AnswersConformance().test_answers_of_the_sample_are_read(importer())
