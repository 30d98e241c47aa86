"""A small programme with three workshops on Tuesdays, for tests of its dates."""

import workshopcore as wc
from workshopcore.calendar import DateRules, weeks

RULES = DateRules(weekdays="Tuesday", apart=weeks(2, 4))
PEOPLE = [
    wc.Person("Amina", id="amina", required=True),
    wc.Person("Tomasz", id="tomasz", weight="2"),
    wc.Person("Mei", id="mei"),
    wc.Person("Ruth", id="ruth", role="facilitator"),
    wc.Person("Ivo", id="ivo", role="facilitator"),
    wc.Person("Dr Obi", id="obi", role="expert"),
]


def workshop(number, day, **more):
    return wc.Workshop(
        f"Workshop {number}",
        id=f"w{number}",
        start=f"{day}T09:15",
        end=f"{day}T16:00",
        **more,
    )


def programme(*workshops, **more):
    return wc.Programme(
        title="A year",
        **{
            "start": "2027-01-04",
            "end": "2027-03-26",
            "time_zone": "Europe/London",
            "people": PEOPLE,
            "workshops": workshops
            or [workshop(1, "2027-01-12"), workshop(2, "2027-02-02"), workshop(3, "2027-02-23")],
            **more,
        },
    )
