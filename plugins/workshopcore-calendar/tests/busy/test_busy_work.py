"""How much work a diary is, counted in calls: twice the events are twice the work."""

import sys
from datetime import date, timedelta

import pytest

from workshopcore.contracts.exchange import ImportRequest
from workshopcore_calendar import DiaryImporter


@pytest.fixture
def calls(team, calendar, event):
    """Return how many calls it takes to read so many events, every tenth of them a series."""

    def diary(count):
        events = []
        for number in range(count):
            day = date(2027, 1, 4) + timedelta(days=number % 300)
            lines = [f"DTSTART;TZID=Europe/London:{day:%Y%m%d}T090000", "DURATION:PT45M"]
            if number % 10 == 0:
                lines.append("RRULE:FREQ=WEEKLY;COUNT=8")
            events.append(event(*lines, "SUMMARY:Something", uid=number))
        return calendar(*events)

    def calls(count):
        data, counted = diary(count), 0

        def count_calls(_frame, kind, _argument):
            nonlocal counted
            counted += kind in ("call", "c_call")

        request = ImportRequest(options={"who": "amina"})
        before = sys.getprofile()
        sys.setprofile(count_calls)
        try:
            DiaryImporter().read(data, team, request)
        finally:
            sys.setprofile(before)
        return counted

    # Whatever is done once in a process is done now.
    calls(10)
    return calls


def test_twice_the_events_are_twice_the_work(calls):
    few, some, many = calls(300), calls(600), calls(1200)
    assert (many - some) / (some - few) == pytest.approx(2, rel=0.05)
