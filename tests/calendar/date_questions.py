"""Small questions for dates, of every kind, for the properties."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from workshopcore.calendar.availability import Availability
from workshopcore.calendar.rules import Apart, DateRules, Hours, Wish
from workshopcore.calendar.wanted import Invitee, Question, Wanted
from workshopcore.contracts.busy_time import Busy, Poll, Spell
from workshopcore.model.programme import Closure

FIRST = date(2027, 2, 26)
DAY = timedelta(days=1)
ANSWERS = st.sampled_from(["yes", "yes", "maybe", "no"])
FULL = Hours("09:00", "17:00")
MORNING, AFTERNOON = Hours("09:00", "12:30"), Hours("13:30", "17:00")
LONG = Hours("08:00", "18:00")
HOURS = [(FULL,), (MORNING, AFTERNOON), (MORNING, FULL), (LONG, MORNING, AFTERNOON)]


def day(number):
    return FIRST + number * DAY


@st.composite
def polls(draw, who, days):
    keys = [day(n) for n in range(days)]
    keys += [(each, half) for each in keys for half in ("morning", "afternoon")]
    return Poll(who, draw(st.dictionaries(st.sampled_from(keys), ANSWERS, max_size=days)))


@st.composite
def diaries(draw, who, days):
    spells = []
    for _ in range(draw(st.integers(0, 3))):
        start = datetime.combine(day(draw(st.integers(0, days - 1))), datetime.min.time())
        start += timedelta(hours=draw(st.integers(7, 19)))
        end = start + timedelta(minutes=draw(st.sampled_from([0, 30, 60, 180, 24 * 60])))
        spells.append(Spell(start, end, tentative=draw(st.booleans())))
    return Busy(who, spells)


def rarely(values):
    """A strategy that says nothing three times out of four."""
    return st.sampled_from([False, False, False, True]).flatmap(
        lambda said: values if said else st.none()
    )


@st.composite
def wishes(draw, days, people, rooms):
    number = st.integers(0, days - 1)
    return Wish(
        between=draw(rarely(st.tuples(number, number).map(lambda ends: map(day, sorted(ends))))),
        weekdays=draw(rarely(st.lists(st.integers(0, 6), min_size=3))),
        hours=draw(st.sampled_from(HOURS)),
        days=draw(rarely(st.just(2))),
        only=draw(rarely(st.lists(number.map(day), min_size=4))),
        not_on=draw(rarely(st.lists(number.map(day), max_size=2))),
        rooms=draw(rarely(st.sampled_from([rooms, rooms[:1]]))),
        quorum=draw(rarely(st.integers(0, 2))),
        required=draw(rarely(st.lists(st.sampled_from(people), max_size=1))),
        invited=draw(rarely(st.lists(st.sampled_from(people), unique=True))),
        apart=draw(rarely(spacings())),
    )


@st.composite
def spacings(draw):
    least = draw(st.integers(0, 3))
    return Apart(least, draw(st.none() | st.integers(least, 9)))


@st.composite
def invitees(draw, name):
    return Invitee(
        name,
        name.title(),
        Decimal(draw(st.sampled_from(["1", "1", "2", "0.5", "0.25", "0"]))),
        draw(rarely(st.just(day(4)))),
        draw(rarely(st.just(day(7)))),
        draw(st.sampled_from([True, True, True, True, False])),
    )


@st.composite
def questions(draw, *, moves=False, most_days=12, most_workshops=4):
    days = draw(st.integers(4, most_days))
    names = ["amina", "tomasz", "mei"][: draw(st.integers(1, 3))]
    rooms = ["oak", "ash"]
    sources = [draw(polls(who, days)) for who in names]
    sources += [draw(diaries(who, days)) for who in [*names, *rooms]]
    rules = DateRules(
        weekdays=draw(st.sampled_from([range(7), range(5), None])),
        apart=draw(spacings()),
        not_in=draw(rarely(st.just(3))) or (),
        quorum=draw(rarely(st.integers(0, 2))),
        nobody_misses_more_than=draw(st.sampled_from([None, None, 0.5, 1, 2])),
        fairest_first=draw(st.booleans()),
        maybe_is_enough=draw(st.booleans()),
    )
    closed = draw(st.lists(st.integers(0, days - 1), max_size=2))
    closures = [Closure(f"Closure {n}", day(each), day(each + n)) for n, each in enumerate(closed)]
    wanted = [
        draw(workshops(f"w{n}", days, names, rooms, moves))
        for n in range(draw(st.integers(1, most_workshops)))
    ]
    return Question(
        tuple(wanted),
        tuple(draw(invitees(name)) for name in names),
        Availability(sources),
        rules,
        tuple(closures),
        FIRST,
        day(days - 1),
        draw(rarely(st.just(day(1)))),
    )


@st.composite
def workshops(draw, name, days, people, rooms, moves):
    wish = draw(wishes(days, people, rooms))
    where = draw(st.integers(0, days - 1))
    start = datetime.combine(day(where), wish.hours[0].start)
    last = day(where + (wish.days or 1) - 1)
    times = (start, datetime.combine(last, wish.hours[0].end))
    held = draw(rarely(st.just(times)))
    agreed = times if moves and held is None and draw(st.booleans()) else None
    return Wanted(
        name,
        name.upper(),
        wish,
        held=held,
        agreed=agreed,
        leaving=agreed is not None and draw(st.booleans()),
        recorded=draw(st.dictionaries(st.sampled_from(people), ANSWERS, max_size=2)),
    )
