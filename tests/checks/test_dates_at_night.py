"""Two workshops on the night when an hour comes twice: the clock alone cannot tell them apart."""

import pytest

import workshopcore as wc
from workshopcore.checks import built_in_checks, run_checks


@pytest.mark.parametrize(
    ("end", "start", "at_once"),
    [
        ("2027-10-31T01:50+01:00", "2027-10-31T01:10+00:00", False),
        ("2027-10-31T01:10+00:00", "2027-10-31T01:50+01:00", True),
    ],
)
def test_workshops_overlap_by_instant_not_by_clock(end, start, at_once):
    year = wc.Programme(
        title="A year",
        time_zone="Europe/London",
        people=[wc.Person("Amina Yusuf")],
        workshops=[
            wc.Workshop("First", start="2027-10-30T23:00", end=end),
            wc.Workshop("Second", start=start, end="2027-10-31T09:00"),
        ],
    )
    checks = [check for check in built_in_checks() if check.code == "WC133"]
    assert bool(run_checks(year, checks, formats={})) is at_once


def test_window_of_nearly_a_day_in_the_night_of_25_hours_can_be_timed(find):
    text = """
time_zone = "Europe/London"

[[workshops]]
title = "Night"
start = 2026-10-25T00:05:00
end = 2026-10-25T09:00:00
agenda = [{ kind = "lunch", window = [00:01:00, 00:00:00] }]
"""
    assert [f.message for f in find(text, "WC100", "WC241")] == ["'Lunch' starts at 00:05"]
