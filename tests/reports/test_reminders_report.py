"""A reminder on paper says what it says by e-mail."""

import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.actions import reminders
from workshopcore.errors import AsOfRequiredError, ReportError
from workshopcore.testing import sample_programme

AS_OF = "2027-05-20"


@pytest.fixture(scope="module")
def toolkit():
    return wc.Toolkit(discover=False)


@pytest.fixture(scope="module")
def programme():
    return sample_programme()


def words(text):
    """Return the words of a text without what marks lists and headings."""
    return [word for word in text.split() if word.strip("*-=")]


def test_report_says_what_the_letter_says(toolkit, programme):
    report = toolkit.report(programme, "reminders", as_of=AS_OF, person="rosa-benitez")
    (reminder,) = reminders(programme, AS_OF, people=["rosa-benitez"])
    able = evolve(reminder, person=evolve(reminder.person, email="rosa@example.org"))
    sent = able.message("x@example.org").get_body(("plain",)).get_content()
    printed = toolkit.render(report, "text").decode().replace("What comes next", "")
    assert words(printed.partition("Dear ")[2]) == words(sent.removeprefix("Dear "))


def test_report_is_for_one_person(toolkit, programme):
    report = toolkit.report(programme, "reminders", as_of=AS_OF, person="rosa-benitez")
    assert (report.audience, report.name) == ("participants", "reminders-rosa-benitez")
    assert report.details["person"] == "rosa-benitez"
    assert report.title == "Your actions on 20 May 2027"


def test_facilitators_report_lists_what_needs_an_owner(toolkit, programme):
    people = [evolve(p, left="2027-05-01") if p.id == "hana-sato" else p for p in programme.people]
    left = evolve(programme, people=people)
    report = toolkit.report(left, "reminders", as_of=AS_OF, person="tomasz-nowak")
    printed = toolkit.render(report, "text").decode()
    assert "Draw the new rota" in printed
    assert "It was with: Hana Sato" in printed


def test_person_with_nothing_open_has_no_report(toolkit, programme):
    with pytest.raises(ReportError) as caught:
        toolkit.report(programme, "reminders", as_of="2027-05-31", person="kofi-mensah")
    said = "nothing of Kofi Mensah's is open on 31 May 2027: there is no letter"
    assert str(caught.value) == said


def test_publishing_lists_those_with_nothing_open_and_nothing_failed(toolkit, programme, tmp_path):
    published = toolkit.publish(programme, tmp_path, as_of=AS_OF, reports=["reminders"])
    letters = {each.person.id for each in reminders(programme, AS_OF)}
    assert {release.name for release in published.releases} == {
        f"{person}/reminders-{person}" for person in letters
    }
    assert {one.about for one in published.skipped} == {
        (("person", person.id),) for person in programme.people if person.id not in letters
    }
    assert not any(one.failed for one in published.skipped)


def test_report_needs_a_person_and_a_day(toolkit, programme):
    with pytest.raises(ReportError, match="is about a person: name one of amara-diallo"):
        toolkit.report(programme, "reminders", as_of=AS_OF)
    with pytest.raises(AsOfRequiredError):
        toolkit.report(programme, "reminders", person="hana-sato")


def test_request_without_a_person_is_answered_by_the_report_itself(programme):
    from workshopcore.contracts.reports import ReportRequest
    from workshopcore.reports.reminders import Reminders

    with pytest.raises(ReportError, match="name one of amara-diallo"):
        Reminders().build(programme, ReportRequest(as_of=wc.Event(AS_OF, "x").on))
    with pytest.raises(ReportError, match="name one of none yet"):
        Reminders().build(wc.Programme(title="A"), ReportRequest(as_of=wc.Event(AS_OF, "x").on))
