"""Series of every kind, beside an expansion by dateutil alone, written here for the purpose."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.contracts.exchange import ImportRequest
from workshopcore_calendar import DiaryImporter

LONDON = ZoneInfo("Europe/London")
TEAM = wc.Programme(title="A year", time_zone="UTC", people=[wc.Person("Amina Yusuf", id="amina")])
FIRST, LAST = date(2027, 3, 1), date(2027, 4, 30)
WINDOW = datetime(2027, 3, 1, tzinfo=UTC), datetime(2027, 5, 1, tzinfo=UTC)

# None after the last day of a rule: what such a series is, nobody has laid down.
STARTS = st.datetimes(datetime(2026, 9, 1), datetime(2027, 3, 31)).map(
    lambda moment: moment.replace(minute=0, second=0, microsecond=0)
)
RULES = st.one_of(
    st.builds(
        "FREQ=WEEKLY;INTERVAL={};BYDAY={}".format,
        st.integers(1, 3),
        st.lists(
            st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA"]), min_size=1, unique=True
        ).map(",".join),
    ),
    st.builds("FREQ=DAILY;INTERVAL={}".format, st.integers(1, 9)),
    st.builds("FREQ=MONTHLY;BYMONTHDAY={}".format, st.sampled_from([1, 15, 31, -1])),
    st.builds(
        "FREQ=MONTHLY;BYDAY={}{}".format, st.sampled_from([1, 2, -1]), st.sampled_from(["TU", "FR"])
    ),
)
ENDS = st.one_of(
    st.just(""), st.integers(1, 60).map(";COUNT={}".format), st.just(";UNTIL=20270401T120000Z")
)


def brute(start, rule, hours, skipped, moved):
    """Return the busy hours of a series, one by one, as hours since an epoch."""
    aware = start.replace(tzinfo=LONDON)
    times = {aware.replace(tzinfo=None)}
    for each in rrulestr(rule, dtstart=aware):
        if each > WINDOW[1] + timedelta(days=3):
            break
        times.add(each.replace(tzinfo=None))
    ordered = sorted(times)
    gone = {ordered[n] for n in skipped if n < len(ordered)}
    shifted = {ordered[n] for n in moved if n < len(ordered)} - gone
    taken = set()
    for wall in ordered:
        if wall in gone:
            continue
        begin = wall + timedelta(hours=30) if wall in shifted else wall
        instant = begin.replace(tzinfo=LONDON).astimezone(UTC)
        end = (begin + timedelta(hours=hours)).replace(tzinfo=LONDON).astimezone(UTC)
        while instant < end:
            if WINDOW[0] <= instant < WINDOW[1]:
                taken.add(instant)
            instant += timedelta(hours=1)
    return ordered, gone, shifted, taken


def written(start, rule, hours, gone, shifted):
    def at(name, wall):
        return f"{name};TZID=Europe/London:{wall:%Y%m%dT%H%M%S}"

    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:one", at("DTSTART", start)]
    lines += [at("DTEND", start + timedelta(hours=hours)), f"RRULE:{rule}"]
    lines += [at("EXDATE", wall) for wall in sorted(gone)]
    lines.append("END:VEVENT")
    for wall in sorted(shifted):
        begin = wall + timedelta(hours=30)
        lines += ["BEGIN:VEVENT", "UID:one", at("RECURRENCE-ID", wall), at("DTSTART", begin)]
        lines += [at("DTEND", begin + timedelta(hours=hours)), "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


@given(
    STARTS.filter(lambda moment: moment.hour > 3 and moment.hour < 20),
    st.builds("{}{}".format, RULES, ENDS),
    st.integers(1, 3),
    st.sets(st.integers(0, 25), max_size=3),
    st.sets(st.integers(0, 25), max_size=3),
)
def test_series_takes_the_hours_that_it_takes_by_hand(start, rule, hours, skipped, moved):
    _, gone, shifted, taken = brute(start, rule, hours, skipped, moved)
    options = {"who": "amina", "first": FIRST, "last": LAST}
    data = written(start, rule, hours, gone, shifted)
    found = DiaryImporter().read(data, TEAM, ImportRequest(options=options))
    assert found.problems == ()
    hours_found = set()
    for spell in found.value[0].spells:
        here = spell.start
        while here < spell.end:
            hours_found.add(here)
            here += timedelta(hours=1)
    assert hours_found == taken
