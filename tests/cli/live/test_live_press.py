import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.cli.live.press import press


def test_start_records_the_first_thing(state, play, on_record):
    assert on_record(play(state, "09:02:40 s")) == ["talk 09:02-"]


@pytest.mark.parametrize("key", ["s", "S", " ", "\r", "\n"])
def test_start_has_several_keys(state, at, on_record, key):
    after, entries = press(state, key, at("09:00"))
    assert on_record(after) == ["talk 09:00-"]
    assert [entry.new for entry in entries] == [wc.Actual("talk", "2027-01-19T09:00")]


def test_start_ends_what_is_on(state, play, on_record):
    after = play(state, "09:00 s", "09:45 s")
    assert on_record(after) == ["talk 09:00-09:45", "game 09:45-"]
    assert after.said == "Started Game; ended Talk"


def test_start_passes_over_buffers(state, play, on_record):
    after = play(state, "09:00 s", "09:40 s", "09:55 s")
    assert on_record(after)[-1] == "break 09:55-"


def test_end_ends_what_is_on_and_starts_nothing(state, play, on_record):
    after = play(state, "09:00 s", "09:35 e")
    assert on_record(after) == ["talk 09:00-09:35"]
    assert after.said == "Ended Talk"


def test_end_of_nothing_says_so(state, play):
    after = play(state, "09:10 e")
    assert (after.actuals, after.said) == (
        (),
        "Nothing is on by the record, so nothing can end",
    )


def test_start_leaves_out_what_has_to_go(state, play, on_record):
    after = play(state, "09:00 s", "10:15 s")
    assert on_record(after) == ["talk 09:00-10:15", "game cut", "break 10:15-"]
    assert after.said == "Started Break; ended Talk; left out Game"


def test_another_comes_round_to_what_was_to_be_left_out(state, play, on_record):
    # Break is next; passed over are it, the expert, the tracks, the other break, plan and close.
    after = play(state, "09:00 s", *["10:15 n"] * 6, "10:15 s")
    assert on_record(after) == ["talk 09:00-10:15", "game 10:15-"]


def test_another_passes_over_what_comes_between(state, play, on_record):
    after = play(state, "09:00 s", "09:40 n", "09:40 s")
    assert on_record(after) == ["talk 09:00-09:40", "game cut", "break 09:40-"]


def test_another_says_when_there_is_none(with_agenda, play):
    state = with_agenda(wc.Session(title="Only", minutes=30))
    assert play(state, "09:00 n").said == "There is nothing else to choose from"


def test_leave_out_records_that_it_will_not_be(state, play, on_record):
    after = play(state, "09:00 s", "09:10 x")
    assert on_record(after) == ["talk 09:00-", "game cut"]
    assert after.said == "Left out Game"
    assert on_record(play(after, "09:40 s"))[-1] == "break 09:40-"


def test_leave_out_of_tracks_leaves_out_all_that_is_in_them(state, play, on_record):
    before = play(state, "09:00 s", "09:40 s", "09:55 s", "10:10 s")
    after = play(before, "10:20 x")
    assert on_record(after)[-3:] == ["red-1 cut", "red-2 cut", "blue-1 cut"]


def test_nothing_can_be_left_out_at_the_end(with_agenda, play):
    state = with_agenda(wc.Session(title="Only", minutes=30))
    after = play(state, "09:00 s", "09:10 x")
    assert after.said == "Nothing comes that could be left out"


def test_longer_takes_the_time_from_what_comes(state, play, at):
    after = play(state, "09:00 s", "09:10 +", "09:10 +")
    assert after.said == "Talk takes 50 minutes"
    assert after.at(at("09:10")).sheet.changes == (
        "Talk 40 → 50",
        "Buffer 20 → 10",
        "finish unchanged",
    )


def test_shorter_gives_time_to_what_comes(state, play, at):
    after = play(state, "09:00 s", "09:10 -")
    assert after.said == "Talk takes 35 minutes"
    assert after.at(at("09:10")).sheet.row("talk").minutes == 35


def test_shorter_ends_at_the_time_used(state, play):
    after = play(state, "09:00 s", "09:39 -")
    assert after.said == "Talk takes 39 minutes"
    assert play(after, "09:39 -").said == "Talk has used its 39 minutes: end it"


def test_longer_needs_something_that_is_on(state, play):
    after = play(state, "09:10 +")
    assert after.said == "Nothing is on by the record: start it first"
    assert dict(after.lasting) == {}


def test_longer_is_taken_back(state, play):
    after = play(state, "09:00 s", "09:10 +", "09:11 u")
    assert dict(after.lasting) == {}
    assert after.said == "Taken back: Talk takes 45 minutes"


def test_undo_takes_a_start_off_the_record(state, play, on_record):
    before = play(state, "09:00 s")
    after, entries = press(play(before, "09:40 s"), "u", None)
    assert after.actuals == before.actuals
    assert [(entry.session, entry.new) for entry in entries] == [
        ("game", None),
        ("talk", wc.Actual("talk", "2027-01-19T09:00")),
    ]
    assert after.said == "Taken back: Started Game; ended Talk"


def test_undo_goes_back_to_the_beginning_and_no_further(state, play):
    after = play(state, "09:00 s", "09:40 s", "09:41 u", "09:41 u")
    assert after.actuals == ()
    nothing = play(after, "09:42 u")
    assert nothing.said == "Nothing has been done since the start that could be taken back"


def test_tracks_start_together(state, play, on_record):
    before = play(state, "09:00 s", "09:40 s", "09:55 s", "10:10 s")
    after = play(before, "10:55 s")
    assert on_record(after)[-3:] == ["expert 10:10-10:55", "red-1 10:55-", "blue-1 10:55-"]
    assert after.said == "Started Red one, Blue one; ended Expert"


@pytest.fixture
def in_tracks(state, play):
    return play(state, "09:00 s", "09:40 s", "09:55 s", "10:10 s", "10:55 s")


def test_tracks_go_their_own_ways(in_tracks, play, on_record):
    after = play(in_tracks, "11:10 s", "11:20 2", "11:25 e")
    assert on_record(after)[-3:] == ["red-1 10:55-11:10", "blue-1 10:55-11:25", "red-2 11:10-"]


def test_track_that_is_through_points_at_the_one_that_is_on(in_tracks, play, on_record):
    after = play(in_tracks, "11:10 s", "11:20 s")
    assert on_record(after)[-1] == "red-2 11:10-11:20"
    assert after.said == "Ended Red two"
    assert play(after, "11:21 s").said == ("This track is through; track 2 is still on: press 2")


def test_day_goes_on_when_all_tracks_are_through(in_tracks, play, on_record):
    after = play(in_tracks, "11:10 s", "11:20 s", "11:22 2", "11:30 e", "11:31 s")
    assert on_record(after)[-1] == "break-2 11:31-"


def test_track_that_is_not_there_is_named(in_tracks, state, play):
    assert play(in_tracks, "11:00 3").said == "There is no track 3: 2 tracks are on"
    assert play(state, "09:00 2").said == "There is no track 2: no parallel tracks are on"


def test_tracks_within_tracks_are_numbered_through(with_agenda, play, on_record):
    inner = wc.Parallel(
        [
            wc.Track("Left", [wc.Session(title="a", minutes=20)]),
            wc.Track("Right", [wc.Session(title="b", minutes=20)]),
        ]
    )
    state = with_agenda(
        wc.Parallel(
            [wc.Track("In", [inner]), wc.Track("Out", [wc.Session(title="c", minutes=40)])]
        ),
        wc.Session(title="d", minutes=10),
    )
    after = play(state, "09:00 s", "09:10 3", "09:15 e", "09:16 2", "09:20 e", "09:21 1", "09:22 e")
    assert on_record(after) == ["a 09:00-09:22", "b 09:00-09:20", "c 09:00-09:15"]
    assert on_record(play(after, "09:23 s"))[-1] == "d 09:23-"


def test_day_that_is_through_says_so(with_agenda, play):
    state = with_agenda(wc.Session(title="Only", minutes=30))
    after = play(state, "09:00 s", "09:30 s", "09:31 s")
    assert after.said == "Nothing comes any more: the day is through"


def test_key_that_is_held_down_counts_once(state, play, on_record):
    after = play(state, "09:00:00 s", "09:00:01 s", "09:00:01 e", "09:00:01 x")
    assert on_record(after) == ["talk 09:00-"]
    assert after.said == "Pressed twice at once: counted once"


def test_key_that_is_put_right_at_once_counts(state, play, on_record):
    assert on_record(play(state, "09:00:00 s", "09:00:01 u", "09:00:01 s")) == ["talk 09:00-"]


def test_clock_that_is_put_back_ends_nothing_before_it_began(state, play, on_record):
    after = play(state, "09:30 s", "09:10 s")
    assert on_record(after) == ["talk 09:30-09:30", "game 09:30-"]


def test_start_before_the_beginning_is_a_fact(state, play, on_record, at):
    after = play(state, "08:55 s")
    assert on_record(after) == ["talk 08:55-"]
    assert after.at(at("09:10")).sheet.row("talk").state == "running"


def test_live_that_is_opened_late_starts_what_should_be_on(state, play, on_record):
    assert on_record(play(state, "10:40 s")) == ["expert 10:40-"]


def test_key_that_means_nothing_changes_nothing(state, play):
    assert play(state, "09:00 z", "09:00 é", "09:00 0") == state


def test_help_is_shown_until_the_next_key(state, play):
    helping = play(state, "09:00 ?")
    assert (helping.helping, play(helping, "09:01 z").helping) == (True, False)


def test_quit_ends_it(state, play):
    assert play(state, "09:00 q").over


def test_minutes_decided_for_something_that_has_gone_are_forgotten(state, play, at):
    after = evolve(play(state, "09:00 s", "09:10 +"), lasting={"gone": 10})
    assert after.at(at("09:10")).sheet.row("talk").minutes == 40
