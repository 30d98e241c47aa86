"""What the report of a run sheet hands over to the page that runs the day."""

import attrs
import pytest

import workshopcore as wc
from workshopcore.agenda import run_sheet
from workshopcore.contracts.reports import ReportRequest
from workshopcore.reports.run_sheet import run_sheet_report


@pytest.fixture
def residential(reading):
    """Return a day with tracks, a lock, a window, an expert and a night."""
    return wc.Programme(
        title="A year",
        id="year",
        time_zone="Europe/London",
        people=[
            wc.Person("Amina Yusuf", id="amina", role="facilitator"),
            wc.Person("Ines Duarte", id="ines", role="expert", position="Professor"),
        ],
        workshops=[
            wc.Workshop(
                "Away",
                id="away",
                start="2027-03-27T14:00",
                end="2027-03-28T12:00",
                venue=wc.Venue("Hall", rooms=[wc.Room("Long room", id="long")]),
                agenda=[
                    wc.Session(title="Talk", minutes=(30, 45, 60), lead=["amina"], room="long"),
                    wc.Parallel(
                        [
                            wc.Track("Red", [wc.Session(title="R", minutes=30, priority="could")]),
                            wc.Track("Blue", [wc.Buffer((0, 10, 20))]),
                        ]
                    ),
                    wc.Lunch(45, title="Supper", window=("18:00", "18:30")),
                    wc.Session(title="Morning", minutes=60, start="2027-03-28T09:00"),
                    wc.Session("action-planning", title="Plan", minutes=40, priority="must"),
                ],
            )
        ],
        experts=[
            wc.ExpertEngagement("ines", "Choice", session="away/talk", arrival="by train, 13:30")
        ],
    )


def live(programme, workshop, **request):
    sheet = run_sheet(programme, workshop, formats={})
    return run_sheet_report(programme, sheet, ReportRequest(**request)).details.get("live")


def test_items_have_their_place_their_range_and_what_holds_them(residential):
    found = live(residential, "away")
    items = {item["title"]: item for item in found["items"]}
    kept = ("path", "kind", "track", "at", "minutes", "shortest", "usual", "longest", "tier")
    assert {key: items["Talk"][key] for key in kept} == {
        "path": "agenda[0]",
        "kind": "session",
        "track": (),
        "at": 0,
        "minutes": 60,
        "shortest": 30,
        "usual": 45,
        "longest": 60,
        "tier": "should",
    }
    assert items["R"]["path"] == "agenda[1].tracks[0].agenda[0]"
    assert items["R"]["track"] == ("Red",)
    assert (items["R"]["mayGo"], items["R"]["tier"]) == (True, "could")
    assert items["Supper"]["start"] == (240, 270)
    assert items["Morning"]["start"] == (1080, 1080)
    assert items["Morning"]["rests"] is True
    assert items["Talk"]["held"] is True
    assert items["Plan"]["planning"] is items["Plan"]["held"] is True
    assert "start" not in items["Talk"]
    assert "mayGo" not in items["Plan"]


def test_parallels_name_their_tracks_by_path(residential):
    (block,) = live(residential, "away")["parallels"]
    assert dict(block) == {"path": "agenda[1]", "tracks": ("Red", "Blue")}


def test_clock_that_goes_forward_in_the_night_is_told(residential):
    found = live(residential, "away")
    assert found["starts"] == "2027-03-27T14:00:00Z"
    assert found["minutes"] == 21 * 60
    assert found["offsets"][1:] == ((11 * 60, 3600),)


def test_what_to_know_of_an_item_is_told_at_a_glance(residential):
    talk = live(residential, "away")["items"][0]
    assert talk["about"] == (
        "Long room",
        "Amina Yusuf",
        "Ines Duarte (Professor): by train, 13:30",
    )


def test_what_is_on_record_is_told_up_to_the_day_of_the_document(residential, reading):
    actuals = [
        wc.Actual("talk", "2027-03-27T14:05", "2027-03-27T15:00"),
        wc.Actual("supper", fate="cut"),
        wc.Actual("morning", "2027-03-28T09:10"),
    ]
    year = reading.changed(residential, "away", actuals=actuals)
    told = {
        day: {name: dict(fact) for name, fact in live(year, "away", as_of=day)["facts"].items()}
        for day in map(wc.model.accept.day, ("2027-03-26", "2027-03-27", "2027-03-28"))
    }
    first = {
        "talk": {"start": 5, "end": 60, "fate": "done"},
        "supper": {"fate": "cut"},
    }
    assert list(told.values()) == [
        {},
        first,
        {**first, "morning": {"start": 18 * 60 + 10, "fate": "done"}},
    ]


def test_day_timed_anew_and_day_without_items_have_no_such_page(residential, reading):
    sheet = run_sheet(residential, "away", formats={})
    after = sheet.replan(now="14:20", running="talk")
    assert "live" not in run_sheet_report(residential, after, ReportRequest()).details
    empty = reading.one_day()
    assert live(empty, "day") is None


def test_workshop_that_does_not_take_place_has_no_such_page(residential):
    off = residential.with_event(wc.Event("2027-02-01", "cancelled"), "workshop", "away")
    assert live(off, "away") is None
    assert live(off, "away", as_of=wc.model.accept.day("2027-01-01")) is not None


def test_words_are_those_of_the_language_that_is_spoken(residential):
    from workshopcore.language import Speech, speech

    assert speech() == Speech()
    said = live(residential, "away")["phrases"]
    assert said["start next"] == "Start next"
    assert said["cannot hold"].startswith("{session} cannot hold at {time}: {minutes} minutes")


def test_fingerprint_changes_with_the_items_and_not_with_their_words(residential, reading):
    away = residential.workshop("away")
    before = live(residential, "away")["fingerprint"]
    reworded = [attrs.evolve(away.agenda[0], title="Talk!", minutes=50), *away.agenda[1:]]
    assert live(reading.changed(residential, "away", agenda=reworded), "away")["fingerprint"] == (
        before
    )
    shorter = reading.changed(residential, "away", agenda=away.agenda[:-1])
    assert live(shorter, "away")["fingerprint"] != before
