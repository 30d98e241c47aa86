"""A diary of 5,000 events read into busy time, beside the libraries used on their own.

The peer is the plainest loop that somebody would write who knows both libraries: parse the
file with icalendar, ask recurring-ical-events for everything in two years, keep what is neither
cancelled nor transparent. It puts nothing together and names no broken line.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import cycle

import pytest

import workshopcore as wc
from workshopcore.contracts.busy_time import Spell
from workshopcore.contracts.exchange import ImportRequest

pytest.importorskip("workshopcore_calendar")

from workshopcore_calendar import DiaryImporter
from workshopcore_calendar.busy.merging import merged

EVENTS = 5_000
FIRST, END = date(2027, 1, 1), date(2029, 1, 1)
RULES = ("FREQ=WEEKLY;COUNT=30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=40", "FREQ=MONTHLY")
TEAM = wc.Programme(
    title="A year of change",
    start="2027-01-11",
    end="2027-11-30",
    people=[wc.Person("Amina Yusuf", id="amina", email="amina@example.org")],
)


def diary(count: int) -> bytes:
    """Return a diary such as a calendar program exports; one event in twenty repeats."""
    rules = cycle(RULES)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Calendar//EN"]
    for number in range(count):
        day = date(2026, 6, 1) + timedelta(days=number % 900)
        hour = 8 + number % 9
        lines += [
            "BEGIN:VEVENT",
            f"UID:{number:06}-5e1f-4a5b@example.org",
            "DTSTAMP:20260101T000000Z",
            f"DTSTART;TZID=Europe/London:{day:%Y%m%d}T{hour:02}0000",
            f"DTEND;TZID=Europe/London:{day:%Y%m%d}T{hour:02}4500",
            f"SUMMARY:Meeting number {number} of somebody's year",
            "LOCATION:Mill House\\, the small room",
            "STATUS:CONFIRMED",
            "TRANSP:OPAQUE",
            "DESCRIPTION:Bring the papers of last time\\, and a pen.",
        ]
        if number % 20 == 0:
            lines.append(f"RRULE:{next(rules)}")
        lines.append("END:VEVENT")
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def ours(data: bytes) -> tuple[Spell, ...]:
    request = ImportRequest(options={"who": "amina", "first": FIRST, "last": END - timedelta(1)})
    found = DiaryImporter().read(data, TEAM, request)
    assert found.problems == ()
    (busy,) = found.value
    return busy.spells


def peers(data: bytes) -> list[tuple[datetime, datetime]]:
    import icalendar
    import recurring_ical_events

    calendar = icalendar.Calendar.from_ical(data)
    return [
        (event.start.astimezone(UTC), event.end.astimezone(UTC))
        for event in recurring_ical_events.of(calendar).between(FIRST, END)
        if event.get("STATUS") != "CANCELLED" and event.get("TRANSP") != "TRANSPARENT"
    ]


def best_of(rounds: int, *calls: Callable[[], object]) -> list[float]:
    """Return the shortest time of each call; they take turns, so a busy machine is so for all."""
    times: list[list[float]] = [[] for _ in calls]
    for _ in range(rounds):
        for call, own in zip(calls, times, strict=True):
            start = time.perf_counter()
            call()
            own.append(time.perf_counter() - start)
    return [min(own) for own in times]


@pytest.mark.benchmark(group="busy time")
def test_diary_of_five_thousand_events_beside_the_libraries(benchmark, capsys):
    count = EVENTS if benchmark.enabled else EVENTS // 20
    data = diary(count)
    spells = benchmark.pedantic(ours, (data,), rounds=3, warmup_rounds=1)
    assert spells == merged(Spell(*times) for times in peers(data))
    if not benchmark.enabled:
        return
    less = diary(EVENTS // 2)
    own, half, theirs = best_of(3, lambda: ours(data), lambda: ours(less), lambda: peers(data))
    with capsys.disabled():
        print(
            f"\nbusy time, {EVENTS:,} events, {len(data) / 2**20:.1f} MB: {own * 1000:,.0f} ms,"
            f" icalendar and recurring-ical-events {theirs * 1000:,.0f} ms:"
            f" {theirs / own:.1f} times as fast; {own / half:.2f} times as long as half of it"
        )
