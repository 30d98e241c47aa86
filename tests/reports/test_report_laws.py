"""What holds for every report of every programme."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import Report
from workshopcore.contracts.reports import ReportRequest, ReportType
from workshopcore.errors import AsOfRequiredError, ReportError, UnknownKeyError
from workshopcore.formats import catalogue
from workshopcore.model.agenda import Session
from workshopcore.model.lifecycle import Event
from workshopcore.model.programme import Programme
from workshopcore.reports import built_in_reports
from workshopcore.testing.strategies import days, programmes

KEYS = [
    "proposal",
    "overview",
    "run-sheet",
    "participant-agenda",
    "joining-instructions",
    "personal-joining-instructions",
    "session-materials",
    "group-lists",
    "who-met-whom",
    "expert-brief",
    "expert-questions",
    "expert-thanks",
    "action-plan",
    "action-review",
    "progress",
    "reminders",
    "workshop-record",
    "certificates",
    "evaluation-form",
    "evaluation-report",
    "case-study",
    "personal-data",
]
KINDS = {kind.key: kind for kind in built_in_reports()}
CATALOGUE = {found.key: found for found in catalogue()}
# The unknown formats of made programmes stand for formats of plugins.
FORMATS = {
    **CATALOGUE,
    "acme:fishbowl": CATALOGUE["fishbowl"],
    "gone:away": CATALOGUE["check-out"],
}


def requests(programme: Programme, as_of: date) -> list[ReportRequest]:
    """Return a request for every workshop and every engagement."""
    workshops = [w.id for w in programme.workshops] or [""]
    engagements = [e.id for e in programme.experts] or [""]
    return [
        ReportRequest(as_of=as_of, workshop=workshop, engagement=engagement, formats=FORMATS)
        for workshop in workshops
        for engagement in engagements
    ]


def test_reports_are_those_of_this_library():
    assert list(KINDS) == KEYS


@pytest.mark.parametrize("key", KEYS)
def test_report_is_a_report_type(key: str):
    assert isinstance(KINDS[key], ReportType)


@given(programme=programmes(workshops=1), as_of=days(), data=st.data())
def test_reports_are_the_same_twice_or_say_why_not(
    programme: Programme, as_of: date, data: st.DataObject
):
    request = data.draw(st.sampled_from(requests(programme, as_of)))
    for key, kind in KINDS.items():
        first, second = (attempt(key, programme, request) for _ in range(2))
        assert first == second
        if isinstance(first, Report):
            assert (first.key, first.audience) == (key, kind.audience)
            assert first.name.isascii()


def attempt(key: str, programme: Programme, request: ReportRequest) -> Report | str:
    """Return the report, or why there is none: for no other reason may a build fail."""
    try:
        return KINDS[key].build(programme, request)
    except ReportError as error:
        return str(error)


@given(programme=programmes(workshops=1), as_of=days())
def test_case_study_of_a_closed_programme_names_every_stated_gain(
    programme: Programme, as_of: date
):
    states = ("proposed", "contracted", "active", "closing")
    closed = evolve(programme, events=[Event(as_of, state) for state in states])
    report = KINDS["case-study"].build(closed, ReportRequest(as_of=as_of))
    text = repr(report)
    stated = [g.id for g in closed.gains if g.stated is None or g.stated <= as_of]
    assert [name for name in stated if f"[gain: {name}]" not in text] == []


@pytest.mark.parametrize("key", [key for key in KEYS if "as_of" in KINDS[key].needs])
def test_report_that_tells_how_things_stand_asks_for_the_day(key: str, year: Programme):
    with pytest.raises(AsOfRequiredError, match=key):
        KINDS[key].build(year, ReportRequest(workshop="first"))


@pytest.mark.parametrize("key", [key for key in KEYS if "workshop" in KINDS[key].needs])
def test_report_about_a_workshop_asks_which(key: str, year: Programme):
    with pytest.raises(ReportError, match="third, first, second"):
        KINDS[key].build(year, ReportRequest(as_of=date(2027, 12, 15)))


@pytest.mark.parametrize("key", [key for key in KEYS if "workshop" in KINDS[key].needs])
def test_report_about_a_workshop_suggests_the_nearest(key: str, year: Programme):
    with pytest.raises(UnknownKeyError, match="Did you mean 'first'"):
        KINDS[key].build(year, ReportRequest(as_of=date(2027, 12, 15), workshop="frist"))


@pytest.mark.parametrize(
    "key", ["run-sheet", "participant-agenda", "session-materials", "expert-brief"]
)
def test_report_with_times_says_why_an_agenda_has_none(key: str, year: Programme, reading: Any):
    untimed = reading.changed(year, "third", agenda=[Session("acme:fishbowl", id="expert")])
    request = ReportRequest(workshop="third", engagement="assessors")
    with pytest.raises(ReportError, match="agenda of 'third' cannot be timed: no length"):
        KINDS[key].build(untimed, request)


def test_report_speaks_the_language_of_the_programme(year: Programme, build: Any):
    assert build(evolve(year, language="cy"), "overview").language == "cy"


def test_report_names_its_file_after_what_it_is_about(year: Programme, build: Any):
    names = [
        build(year, "overview").name,
        build(year, "run-sheet", workshop="first").name,
        build(year, "expert-brief", engagement="assessors").name,
    ]
    assert names == ["overview", "run-sheet-first", "expert-brief-assessors"]


def test_report_under_a_key_of_its_own_has_a_name_fit_for_a_file(year: Programme, build: Any):
    own = evolve(KINDS["run-sheet"], key="acme:run-sheet")
    report = build(year, own, workshop="first")
    assert (report.key, report.name) == ("acme:run-sheet", "acme-run-sheet-first")
