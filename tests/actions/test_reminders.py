"""Who is reminded of what, and of which date."""

from datetime import date

import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.actions import Enclosure, reminders, without_owner
from workshopcore.errors import AsOfRequiredError, InvalidValueError, UnknownKeyError


def workshop(title, day, **given):
    return wc.Workshop(title, id=title.lower(), start=f"{day}T09:30", end=f"{day}T16:30", **given)


@pytest.fixture(scope="module")
def year():
    def action(statement, owner, due, **given):
        return wc.Action(statement, owner, due, agreed="2027-01-19", **given)

    return wc.Programme(
        title="A year of change",
        id="year",
        people=[
            wc.Person("Amina Yusuf", id="amina", email=" amina@example.org "),
            wc.Person("Jo Park", id="jo"),
            wc.Person("Li Wei", id="li", left="2027-02-20", successor="jo"),
            wc.Person("Sam Osei", id="sam", left="2027-02-20"),
            wc.Person("Ines Duarte", id="ines", email="ines at example.org"),
            wc.Person("Miriam Oduya", "facilitator", id="miriam", email="miriam@example.com"),
            wc.Person("Tariq Haddad", "facilitator", id="tariq"),
            wc.Person("Rosa Lindqvist", "sponsor", id="rosa"),
        ],
        facilitators=[wc.Facilitator("miriam", "co"), wc.Facilitator("tariq", "lead")],
        workshops=[
            workshop("One", "2027-01-19"),
            workshop("Two", "2027-03-09", events=[wc.Event("2027-02-25", "postponed")]),
            workshop("Three", "2027-04-06"),
        ],
        actions=[
            action("Undated", "amina", None),
            action("Later", "amina", "2027-05-03"),
            action("Sooner", "amina", "2027-03-15"),
            action("Late", "amina", "2027-02-20"),
            action("Later still", "amina", "2027-02-10"),
            action("Done", "amina", "2027-02-10", updates=[wc.Update("2027-02-01", "done")]),
            action("Taken over", "li", "2027-03-20"),
            action("Orphan", "sam", "2027-03-20"),
            action("Finished", "ines", "2027-03-01", updates=[wc.Update("2027-02-01", "done")]),
        ],
    )


def found(programme, as_of="2027-03-01", **asked):
    return {each.person.id: each for each in reminders(programme, as_of, **asked)}


def ids(standings):
    return [each.action.id for each in standings]


def test_everybody_with_something_open_is_reminded_in_the_order_of_the_programme(year):
    assert list(found(year)) == ["amina", "jo", "tariq"]


def test_late_actions_come_first_and_those_without_a_date_last(year):
    mine = found(year)["amina"]
    assert ids(mine.actions) == ["later-still", "late", "sooner", "later", "undated"]
    assert ids(mine.late) == ["later-still", "late"]


def test_action_of_a_leaver_is_in_the_letter_of_who_took_over(year):
    assert ids(found(year)["jo"].actions) == ["taken-over"]
    assert list(found(year, "2027-02-20")) == ["amina", "li", "sam"]


def test_action_that_nobody_answers_for_is_for_the_lead_facilitator_to_place(year):
    letter = found(year)["tariq"]
    assert (ids(letter.actions), ids(letter.unowned)) == ([], ["orphan"])
    assert ids(without_owner(year, "2027-03-01")) == ["orphan"]
    assert without_owner(year, "2027-02-20") == ()


@pytest.mark.parametrize(
    ("gone", "placing"),
    [(["tariq"], "miriam"), (["tariq", "miriam"], "rosa"), (["tariq", "miriam", "rosa"], None)],
)
def test_without_a_lead_facilitator_somebody_else_places_what_nobody_answers_for(
    year, gone, placing
):
    people = [
        evolve(person, left="2027-02-01") if person.id in gone else person for person in year.people
    ]
    letters = found(evolve(year, people=people))
    assert [id for id, letter in letters.items() if letter.unowned] == [placing] * bool(placing)


def test_date_is_the_soonest_that_is_still_to_come(year):
    assert found(year)["amina"].by == date(2027, 3, 15)


def test_date_is_the_next_workshops_where_that_is_sooner(year):
    letter = found(year, "2027-03-31")["amina"]
    assert (letter.workshop.id, letter.by) == ("three", date(2027, 4, 6))


def test_workshop_that_is_postponed_is_not_the_next(year):
    assert found(year, "2027-02-24")["amina"].workshop.id == "two"
    assert found(year, "2027-02-25")["amina"].workshop.id == "three"


def test_action_that_is_due_today_is_not_late_and_today_is_the_date(year):
    letter = found(year, "2027-03-15")["amina"]
    assert letter.by == date(2027, 3, 15)
    assert "sooner" not in ids(letter.late)


def test_there_is_no_date_after_the_last_workshop_when_all_has_passed(year):
    letter = found(year, "2027-06-01")["amina"]
    assert (letter.workshop, letter.by) == (None, None)


def test_only_those_who_are_asked_for_are_reminded(year):
    assert list(found(year, people=["jo", "ines"])) == ["jo"]
    with pytest.raises(UnknownKeyError, match="Did you mean 'amina'"):
        reminders(year, "2027-03-01", people=["amena"])


def test_day_is_needed(year):
    with pytest.raises(AsOfRequiredError, match="a reminder depends on the day"):
        reminders(year, None)


def test_address_is_the_persons(year):
    assert found(year)["amina"].email == "amina@example.org"
    assert found(year)["amina"].reachable


@pytest.mark.parametrize(
    ("email", "shown"),
    [
        ("", "nothing"),
        ("  ", "nothing"),
        ("jo at example.org", "'jo at example.org'"),
        ("Jo <jo@example.org>", "'Jo <jo@example.org>'"),
        ("jo@example.org, li@example.org", "'jo@example.org, li@example.org'"),
        ("jo@example.org\nBcc: li@example.org", r"'jo@example.org\nBcc: li@example.org'"),
        ("jo.@example.org", "'jo.@example.org'"),
        ("jo@-example.org", "'jo@-example.org'"),
        (f"{'j' * 65}@example.org", f"'{'j' * 59}…' (77 characters)"),
        (f"jo@{'e.' * 130}org", f"'jo@{'e.' * 28}…' (266 characters)"),
    ],
)
def test_person_who_cannot_be_written_to_has_a_reminder_that_says_so(year, email, shown):
    people = [evolve(p, email=email) if p.id == "jo" else p for p in year.people]
    letter = found(evolve(year, people=people))["jo"]
    assert not letter.reachable
    with pytest.raises(InvalidValueError) as caught:
        letter.email  # noqa: B018 - it is the look that raises
    assert str(caught.value) == (
        f"expected an e-mail address of Jo Park, found {shown}."
        " Give 'jo' an email in the programme, or print the letter"
    )


def test_enclosures_go_with_a_reminder(year):
    plan = Enclosure("plan.txt", "text/plain", b"x")
    letter = evolve(found(year)["amina"], enclosures=[plan])
    assert letter.enclosures == (plan,)
