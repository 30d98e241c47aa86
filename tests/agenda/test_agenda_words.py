"""What an agenda says by itself is said in the language that is spoken."""

import pytest

import workshopcore as wc
from workshopcore.agenda import run_sheet
from workshopcore.agenda.outlook import outlook
from workshopcore.formats import catalogue
from workshopcore.language import speaking

GERMAN = """
msgid ""
msgstr ""
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Open time"
msgstr "Offen"

msgid "Lunch"
msgstr "Mittag"

msgid "Check-in"
msgstr "Ankommen"

msgid "finish {before} → {after}"
msgstr "Ende: {after} statt {before}"

msgid "finish unchanged"
msgstr "Ende bleibt"

msgid "{session} left out"
msgstr "{session} entfällt"

msgid "the finish"
msgstr "das Ende"

msgid "{session} ({time}) is missed by {minutes} min"
msgstr "{minutes} Min. zu spät: {session} ({time})"

msgid "With everything at its shortest, {missed}, and leaving out all that may go is not enough"
msgstr "Auch so: {missed}, und Weglassen reicht nicht"

msgid "On time means no more than {count} minute after the planned time."
msgid_plural "On time means no more than {count} minutes after the planned time."
msgstr[0] "Höchstens {count} Minute"
msgstr[1] "Höchstens {count} Minuten"
"""
FORMATS = {each.key: each for each in catalogue()}


@pytest.fixture
def german(tmp_path):
    (tmp_path / "xd.po").write_text(GERMAN, encoding="utf-8")
    with speaking("xd", folders=[tmp_path], dates={"clock": "HH.mm"}):
        yield


def planned(*agenda, end="13:00"):
    hours = {"start": "2027-01-19T09:00", "end": f"2027-01-19T{end}"}
    day = wc.Workshop("W", id="w", agenda=agenda, **hours)
    return run_sheet(wc.Programme(title="Y", workshops=[day]), "w", formats=FORMATS)


def test_items_without_a_title_have_one_of_the_language(german):
    sheet = planned(
        wc.Session("check-in", minutes=15),
        wc.Lunch(45, start="12:00"),
        wc.Session(title="Lunch", minutes=10),
    )
    titles = [row.title for row in sheet.rows]
    assert titles == ["Ankommen", "Offen", "Mittag", "Lunch"]


def test_changes_are_told_with_clock_times_of_the_house(german):
    sheet = planned(
        wc.Session(title="Talk", minutes=(30, 60, 60), id="talk"),
        wc.Session(title="Game", minutes=(60, 60, 60), priority="could"),
        wc.Session(title="Close", minutes=(60, 60, 60), priority="must"),
        end="12:00",
    )
    late = sheet.replan(now="10:30", running="talk", started="09:00")
    assert late.changes == ("Talk 60 → 90", "Game entfällt", "Ende: 11.30 statt 12.00")
    assert sheet.replan(now="09:10", running="talk", started="09:00").changes == ("Ende bleibt",)


def test_reason_why_a_day_is_too_full_is_told(german):
    sheet = planned(wc.Session(title="Talk", minutes=(300, 300, 300), priority="must"))
    assert sheet.reason == "Auch so: 60 Min. zu spät: das Ende (13.00), und Weglassen reicht nicht"


def test_assumptions_of_a_risk_are_told(german):
    sheet = planned(wc.Session(title="Talk", minutes=(30, 60, 90)))
    assert outlook(sheet).assumptions[0] == "Höchstens 5 Minuten"
