from datetime import date

from attrs import evolve

from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.lifecycle import Event
from workshopcore.model.people import Person
from workshopcore.reports.experts import engaged, promised

TODAY = date(2027, 3, 1)


def with_second(year, *events, session="third/expert"):
    """Return the year with another candidate for the expert's session, first on the list."""
    other = ExpertEngagement("omar", "Trusted others", id="omar", session=session, events=events)
    people = [*year.people, Person("Omar Haddad", role="expert", id="omar")]
    return evolve(year, people=people, experts=[other, *year.experts])


def ids(engagements):
    return [one.id for one in engagements]


def test_candidate_is_left_out_once_another_has_agreed(year):
    asked = with_second(year, Event("2027-01-05", "approached"), session=year.experts[0].session)
    assert ids(engaged(asked, TODAY)) == ["assessors"]
    workshop, _, session = year.experts[0].session.partition("/")
    assert ids(promised(asked, workshop, session, TODAY)) == ["assessors"]


def test_engagement_for_another_session_is_not_on_the_same_shortlist(year):
    assert ids(engaged(with_second(year, session="first/must-change"), TODAY)) == [
        "omar",
        "assessors",
    ]


def test_engagement_without_a_session_counts_until_it_is_off(year):
    assert ids(engaged(with_second(year, session=""), TODAY)) == ["omar", "assessors"]
    gone = with_second(year, Event("2027-01-05", "withdrawn"), session="")
    assert ids(engaged(gone, TODAY)) == ["assessors"]


def test_papers_name_nobody_who_was_passed_over(year, build, reading):
    asked = with_second(year, Event("2027-01-05", "approached"), session=year.experts[0].session)
    workshop = year.experts[0].session.partition("/")[0]
    for key, about in (("overview", {}), ("run-sheet", {"workshop": workshop})):
        words = reading.words(build(asked, key, whole=True, **about))
        assert ("Trusted assessors" in words, "Trusted others" in words) == (True, False)
