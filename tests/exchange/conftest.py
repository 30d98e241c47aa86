"""A small programme to read lists in terms of."""

import pytest

import workshopcore as wc
from workshopcore.contracts.exchange import ImportRequest


def small():
    return wc.Programme(
        title="A year of change",
        people=[
            wc.Person("Amina Yusuf", id="amina", email="a.yusuf@northvale.example"),
            wc.Person("Élodie Martin", id="elodie"),
            wc.Person("Siân Price-Jones", id="sian"),
            wc.Person("Ben Osei", id="ben-o"),
            wc.Person("Ben Adeyemi", id="ben-a"),
            wc.Person("Kofi Mensah", id="km1"),
            wc.Person("Kofi  mensah", id="km2"),
        ],
        objectives=[wc.Objective("One front door", id="door"), wc.Objective("Trust", id="trust")],
        actions=[
            wc.Action(
                "Draft the vision",
                "amina",
                "2027-03-01",
                id="vision",
                agreed="2027-01-19",
                objective="door",
                updates=[wc.Update("2027-02-01", "in-progress", progress=40, note="Begun")],
            ),
            wc.Action("Draw the rota", "km1", id="rota", created="2027-02-10"),
        ],
    )


@pytest.fixture
def programme():
    return small()


@pytest.fixture
def asked():
    """Return a function that makes a request with options."""

    def make(**options):
        return ImportRequest(options)

    return make
