"""What a report is asked for."""

from datetime import date

import pytest

from workshopcore.contracts.evaluation import Evaluation
from workshopcore.errors import (
    AsOfRequiredError,
    InvalidValueError,
    ReportError,
    UnknownKeyError,
)
from workshopcore.model.programme import Programme
from workshopcore.testing import sample_programme


@pytest.fixture
def asked(with_plugin, make_report_type):
    """Return a function that asks for a report and returns the request it got."""

    def ask(needs=(), programme=None, **request):
        seen = []
        kind = make_report_type(needs=needs)
        says = kind.build
        kind.build = lambda programme, request: seen.append(request) or says(programme, request)
        toolkit = with_plugin(reports=lambda: [kind])
        toolkit.report(programme or sample_programme(), "acme:note", **request)
        return seen[0]

    return ask


@pytest.mark.parametrize("day", ["2027-06-30", date(2027, 6, 30)])
def test_day_is_a_date_or_text(asked, day):
    assert asked(["as_of"], as_of=day).as_of == date(2027, 6, 30)


def test_day_that_is_missing_is_asked_for(asked):
    with pytest.raises(AsOfRequiredError, match="the report 'acme:note' depends on the day"):
        asked(["as_of"])


def test_day_that_is_none_is_refused(asked):
    with pytest.raises(InvalidValueError):
        asked(["as_of"], as_of="tomorrow")


def test_day_that_is_not_needed_is_handed_on(asked):
    assert asked(as_of="2027-06-30").as_of == date(2027, 6, 30)
    assert asked().as_of is None


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("workshop", "a workshop: name one of where-now, what-good-is, one-desk, looking-back"),
        ("engagement", "an engagement: name one of law"),
        ("person", "a person: name one of amara-diallo, wei-lin"),
    ],
)
def test_subject_that_is_missing_is_asked_for_with_the_choices(asked, name, choices):
    with pytest.raises(ReportError, match=choices):
        asked([name])


def test_subject_that_the_programme_has_none_of_says_so(asked):
    with pytest.raises(ReportError, match="none in this programme yet"):
        asked(["workshop"], programme=Programme(title="A year"))


def test_subject_is_handed_on(asked):
    request = asked(["workshop", "person"], workshop="one-desk", person="wei-lin")
    assert (request.workshop, request.person) == ("one-desk", "wei-lin")


@pytest.mark.parametrize("needs", [(), ("workshop",)])
def test_subject_that_does_not_exist_names_the_nearest(asked, needs):
    with pytest.raises(UnknownKeyError, match=r"no workshop 'one-dask'. Did you mean 'one-desk'"):
        asked(needs, workshop="one-dask")


def test_slip_of_the_pen_is_answered_with_a_suggestion(asked):
    with pytest.raises(ReportError, match=r"asked for 'workshp'. Did you mean 'workshop'"):
        asked(workshp="one-desk")


def test_name_that_means_nothing_is_answered_with_what_there_is(asked):
    known = "as_of, workshop, engagement, person, wave, options, evaluation"
    with pytest.raises(ReportError, match=f"It knows {known}"):
        asked(colour="red")


def test_evaluation_is_handed_on(asked):
    shown = Evaluation(date(2027, 6, 30))
    assert asked(evaluation=shown).evaluation is shown


def test_answers_that_nobody_protected_are_refused(asked):
    with pytest.raises(InvalidValueError, match="evaluate first"):
        asked(evaluation={"close": []})


def test_options_and_formats_are_handed_on(asked):
    request = asked(options={"own_copy": True})
    assert request.options["own_copy"] is True
    assert "check-in" in request.formats


def test_report_that_does_not_exist_names_the_nearest(with_plugin):
    with pytest.raises(UnknownKeyError, match=r"no report type 'run-sheets'.*'run-sheet'"):
        with_plugin().report(sample_programme(), "run-sheets")
