from datetime import datetime, time, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.errors import IllegalMoveError, UnknownKeyError
from workshopcore.model.visit import holds_arrival


def year(session=None, **terms):
    """Return a programme whose expert is engaged for a session in the middle of a morning."""
    guest = session or wc.Session(title="Our guest", id="guest")
    return wc.Programme(
        title="A year",
        people=[wc.Person("Eve", role="expert"), wc.Person("Amina"), wc.Person("Ben")],
        workshops=[
            wc.Workshop(
                "One",
                start="2027-06-15T09:30",
                end="2027-06-15T12:30",
                agenda=[
                    wc.Session(title="Our questions", id="first", minutes=(20, 40, 60)),
                    wc.Buffer((0, 30, 80)),
                    guest,
                    wc.Session(title="So what", id="last", minutes=(20, 40, 60)),
                ],
            )
        ],
        experts=[
            wc.ExpertEngagement(
                "eve", "Choice", **{"id": "visit", "session": "one/guest", "host": "amina", **terms}
            )
        ],
    )


ARRIVES = ("10:20", "10:50")
WINDOW = (time(10, 20), time(10, 50))


def guest(programme):
    return programme.session("one/guest")


def test_visit_gives_its_session_the_window_the_host_and_the_minutes():
    found = guest(year(arrives=ARRIVES, talk_minutes=20, question_minutes=25).with_visit("visit"))
    assert (found.window, found.lead, found.minutes.usual) == (WINDOW, ("amina",), 45)
    assert (found.format, found.title, found.id) == ("expert-interview", "Our guest", "guest")


def test_visit_changes_nothing_else():
    before = year(arrives=ARRIVES)
    after = before.with_visit("visit")
    agenda = [item for item in after.workshops[0].agenda if item.id != "guest"]
    assert agenda == [item for item in before.workshops[0].agenda if item.id != "guest"]
    assert attrs.evolve(after, workshops=before.workshops) == before


def test_visit_that_is_built_in_is_built_in_once():
    once = year(arrives=ARRIVES, talk_minutes=20, question_minutes=25).with_visit("visit")
    assert once.with_visit("visit") is once


def test_visit_leaves_what_stands_there():
    own = wc.Session("fishbowl", id="guest", minutes=60, lead=["ben"], start="10:30")
    before = year(own, arrives=ARRIVES, talk_minutes=20, question_minutes=25)
    assert before.with_visit("visit") is before


def test_visit_takes_another_format_or_none():
    assert guest(year().with_visit("visit", format="fishbowl")).format == "fishbowl"
    assert guest(year().with_visit("visit", format="")).format == ""


def test_visit_narrows_a_window():
    wide = wc.Session("fishbowl", id="guest", window=("10:00", "10:40"))
    found = guest(year(wide, arrives=ARRIVES).with_visit("visit"))
    assert found.window == (time(10, 20), time(10, 40))


def test_visit_keeps_the_date_of_a_window():
    dated = wc.Session("fishbowl", id="guest", window=("2027-06-15T10:00", "2027-06-15T11:40"))
    found = guest(year(dated, arrives=ARRIVES).with_visit("visit"))
    assert [f"{edge:%d %H:%M}" for edge in found.window] == ["15 10:20", "15 10:50"]


@pytest.mark.parametrize(
    ("lock", "said"),
    [
        ({"start": "11:00"}, "locked to 11:00, and the expert can start between 10:20 and 10:50"),
        ({"window": ("11:00", "11:30")}, "starts between 11:00 and 11:30, and the expert can"),
    ],
)
def test_visit_at_another_time_is_refused(lock, said):
    other = wc.Session("fishbowl", id="guest", **lock)
    with pytest.raises(IllegalMoveError, match=said):
        year(other, arrives=ARRIVES).with_visit("visit")


def test_visit_without_a_session_is_refused():
    nowhere = year().with_engagement(attrs.evolve(year().experts[0], session=""))
    with pytest.raises(IllegalMoveError, match="'visit' has no session"):
        nowhere.with_visit("visit")


def test_visit_of_nobody_is_refused():
    with pytest.raises(UnknownKeyError, match="Did you mean 'visit'"):
        year().with_visit("visits")


def test_visit_is_found_in_a_parallel_track():
    north = wc.Track("North", [wc.Session(title="Our guest", id="guest")])
    south = wc.Track("South", [wc.Session(title="Casework", id="casework")])
    before = year()
    workshop = attrs.evolve(before.workshops[0], agenda=[wc.Parallel([north, south], id="both")])
    after = attrs.evolve(before, workshops=[workshop]).with_visit("visit")
    (both,) = after.workshops[0].agenda
    assert [track.agenda[0].lead for track in both.tracks] == [("amina",), ()]


@pytest.mark.parametrize(
    ("lock", "held"),
    [
        ({}, False),
        ({"start": "10:20"}, True),
        ({"start": "10:50"}, True),
        ({"start": "10:51"}, False),
        ({"start": "2027-06-15T10:30"}, True),
        ({"window": ("10:20", "10:50")}, True),
        ({"window": ("10:30", "10:40")}, True),
        ({"window": ("10:19", "10:40")}, False),
        ({"window": ("10:30", "10:51")}, False),
    ],
)
def test_arrival_is_held_by_a_lock_within_it(lock, held):
    assert holds_arrival(wc.Session("fishbowl", **lock), WINDOW) is held


@given(late=st.integers(0, 80))
def test_replanning_starts_the_visit_while_the_expert_is_there(late):
    programme = year(arrives=ARRIVES, talk_minutes=20, question_minutes=25).with_visit("visit")
    sheet = wc.Toolkit(discover=False).run_sheet(programme, "one")
    now = datetime(2027, 6, 15, 9, 30) + timedelta(minutes=late)
    again = sheet.replan(now=f"{now:%H:%M}", running="first", started="09:30")
    (row,) = [row for row in again.rows if row.id == "guest"]
    assert WINDOW[0] <= row.start.time() <= WINDOW[1]
