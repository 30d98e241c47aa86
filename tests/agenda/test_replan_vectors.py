"""The page that runs the day is tested with the same file: tests/browser/test_live_engine.py."""

import json

import pytest
from replan_answers import answer
from replan_vectors import VECTORS, planned

from workshopcore.reports.live.day import live_day

FOUND = json.loads(VECTORS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def sheets():
    return {name: planned(day) for name, day in FOUND["days"].items()}


def test_days_are_given_to_the_page_as_the_vectors_have_them(sheets):
    given = {name: day["live"] for name, day in FOUND["days"].items()}
    assert {name: live_day(sheet) for name, sheet in sheets.items()} == given


def test_every_moment_of_the_vectors_is_timed_anew_as_they_say(sheets):
    found = {case["name"]: answer(sheets[case["day"]], case["moment"]) for case in FOUND["cases"]}
    assert found == {case["name"]: case["expect"] for case in FOUND["cases"]}


def test_vectors_cover_what_a_day_can_bring():
    answers = [case["expect"] for case in FOUND["cases"]]
    told = [each for each in answers if "rows" in each]
    lives = [day["live"] for day in FOUND["days"].values()]
    items = [item for live in lives for item in live["items"]]
    assert len(answers) >= 150
    covered = {
        "refused": len(answers) - len(told),
        "left out": sum(bool(each["cuts"]) for each in told),
        "missed": sum(bool(each["clashes"]) for each in told),
        "running": sum(any(row[4] == "running" for row in each["rows"]) for each in told),
        "late finish": sum("" in [clash[0] for clash in each["clashes"]] for each in told),
        "tracks": sum(bool(live["parallels"]) for live in lives),
        "clocks change": sum(len(live["offsets"]) > 1 for live in lives),
        "nights": sum(item.get("rests", False) for item in items),
        "locks": sum(len(set(item.get("start", []))) == 1 for item in items),
        "windows": sum(len(set(item.get("start", []))) == 2 for item in items),
        "held": sum(item.get("held", False) for item in items),
        "decided": sum("lasting" in case["moment"] for case in FOUND["cases"]),
        "said to be on": sum("running" in case["moment"] for case in FOUND["cases"]),
    }
    assert {what: number for what, number in covered.items() if number < 5} == {}
