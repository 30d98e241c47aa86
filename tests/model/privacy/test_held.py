"""Everything that is held about one person, and nothing of anybody else."""

import attrs
import pytest

import workshopcore as wc
from workshopcore.errors import UnknownKeyError
from workshopcore.model.privacy import Held, held_about

YEAR = wc.Programme(
    title="A year",
    people=[
        wc.Person("Amina Yusuf", email="amina@example.org", access_needs="A ramp"),
        wc.Person("Tomasz Nowak", position="Deputy to Amina Yusuf"),
    ],
    facilitators=[wc.Facilitator("amina-yusuf", day_rate="600.00 GBP", competencies=["A", "B"])],
    actions=[
        wc.Action(
            "Print the form",
            owner="amina-yusuf",
            created="2027-01-19",
            supporters=[wc.Supporter("tomasz-nowak")],
            updates=[wc.Update("2027-02-01", progress=0, by="amina-yusuf", owner="amina-yusuf")],
        ),
        wc.Action("Ask Yusuf", owner="tomasz-nowak"),
    ],
    quotes=[wc.Quote("We laugh more", "amina-yusuf")],
    situation="AY was new",
)


def test_everything_is_there_in_order():
    assert held_about(YEAR, "amina-yusuf") == (
        Held("people[0].name", "name", "Amina Yusuf", "detail"),
        Held("people[0].role", "role", "participant", "detail"),
        Held("people[0].id", "id", "amina-yusuf", "detail"),
        Held("people[0].email", "email", "amina@example.org", "detail"),
        Held("people[0].access_needs", "access needs", "A ramp", "detail"),
        Held(
            "facilitators[0]",
            "facilitator, as person",
            "function: lead; day rate: 600.00 GBP; competencies: A, B",
            "entry",
        ),
        Held(
            "actions[0]",
            "action, as owner",
            "statement: Print the form; created: 2027-01-19",
            "entry",
        ),
        Held(
            "actions[0].updates[0]",
            "update, as owner and by",
            "on: 2027-02-01; progress: 0",
            "entry",
        ),
        Held(
            "quotes[0]",
            "quote, as speaker",
            "verbatim: We laugh more; scope: internal; attribution: anonymous; about: programme",
            "entry",
        ),
        Held("situation", "programme that may name them", "AY was new", "text"),
        Held("people[1].position", "person that names them", "Deputy to Amina Yusuf", "text"),
        Held("actions[1].statement", "action that names them", "Ask Yusuf", "text"),
    )


def test_what_is_about_others_gives_no_more_than_its_title():
    year = attrs.evolve(
        YEAR,
        client=wc.Organisation("Harbour Trust", sponsor="amina-yusuf", confidentiality="Secret"),
        people=[*YEAR.people, wc.Person("Li", id="li", successor="amina-yusuf", email="li@x.y")],
        experts=[wc.ExpertEngagement("li", "Choice", host="amina-yusuf", fee="600.00 GBP")],
    )
    found = {held.path: held for held in held_about(year, "amina-yusuf")}

    assert found["client"] == Held("client", "organisation, as sponsor", "Harbour Trust", "entry")
    assert found["people[2]"] == Held("people[2]", "person, as successor", "", "entry")
    assert found["experts[0]"] == Held(
        "experts[0]", "expert engagement, as host", "Choice", "entry"
    )


def test_words_that_are_given_are_looked_for():
    found = held_about(YEAR, "tomasz-nowak", also=["Print"])
    assert Held("actions[0].statement", "action that names them", "Print the form", "text") in found


def test_nobody_is_refused():
    with pytest.raises(UnknownKeyError, match="no person 'nobody'"):
        held_about(YEAR, "nobody")
