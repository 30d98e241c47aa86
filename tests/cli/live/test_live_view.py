import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.cli.live.view import view
from workshopcore.contracts.formats import FormatPlan, Step


@pytest.fixture
def look(shown, at):
    """Return what there is to see of a state at a moment, line by line."""

    def look(state, time, **settings):
        return shown(view(state, at(time), **settings)).splitlines()

    return look


def test_view_shows_what_is_on_with_its_time(state, play, look):
    lines = look(play(state, "09:00 s"), "09:10:30")
    assert lines[0].split() == ["Where", "are", "we", "now?", "09:10:30"]
    assert "● Talk  09:00–09:40" in lines
    assert any(line.endswith("10:30 used, 29:30 left") for line in lines)


def test_view_marks_what_is_next_and_shows_what_comes_with_new_times(state, play, look):
    lines = look(play(state, "09:00 s", "09:05 +", "09:06 n"), "09:10")
    assert [line.strip() for line in lines[5:8]] == [
        "09:45 15 Game",
        "▶ 10:15 15 Break",
        "10:30 45 Expert  fixed",
    ]


def test_view_shows_minutes_that_changed(state, play, look):
    lines = look(play(state, "09:00 s"), "10:00")
    assert "planned 40 min, now 60" in "\n".join(lines)
    assert "Since the plan: Talk 40 → 60, Buffer 20 → 0, finish unchanged" in lines


def test_view_says_how_much_may_be_lost(state, play, look):
    lines = look(play(state, "09:00 s"), "10:05")
    assert "5 min could still be saved before Expert, 10:30 at the latest" in lines


def test_view_says_at_the_top_what_cannot_hold(state, play, look):
    lines = look(play(state, "09:00 s"), "10:30")
    assert lines[1].startswith(" CANNOT HOLD  Expert cannot hold at 10:30: 10 minutes later")


def test_view_shows_what_is_to_be_left_out(state, play, look):
    lines = look(play(state, "09:00 s"), "10:15")
    assert any(line.strip() == "Game  to be left out" for line in lines)
    assert any(line.startswith("▶ 10:15") and "Break" in line for line in lines)


def test_view_asks_for_what_should_be_on(state, look):
    lines = look(state, "09:10")
    assert "? Talk was to be on from 09:00: is it?" in lines


def test_view_before_the_beginning_tells_when_it_starts(state, look):
    lines = look(state, "08:50")
    assert lines[1].strip() == "starts at 09:00"


def test_view_after_the_end_is_not_at_a_loss(state, look):
    assert look(state, "23:59")[0].endswith("23:59:00")


def test_view_shows_tracks_side_by_side(state, play, look):
    state = play(state, "09:00 s", "09:40 s", "09:55 s", "10:30 s", "11:15 s", "11:16 2")
    lines = look(state, "11:20")
    assert [line for line in lines if line.startswith(("1 ", "2 ", "●"))] == [
        "1 Red",
        "● Red one  11:15–11:35",
        "2 Blue",
        "● Blue one  11:15–11:55",
    ]


def test_view_shows_parallel_tracks_to_come_as_one(state, play, look):
    lines = look(play(state, "09:00 s"), "09:10")
    assert "  11:15 40 Red one | Blue one" in lines


def test_view_says_that_saving_failed(state, look):
    lines = look(state, "09:00", trouble="disk full", kept="morning.toml")
    assert lines[1] == " NOT SAVED, trying again  disk full"
    assert "morning.toml" in lines


def test_view_explains_the_keys(state, play, look):
    lines = look(play(state, "09:00 ?"), "09:00")
    assert any(line.startswith("s, space, Enter  start what is next") for line in lines)


def test_view_answers_the_last_key_for_a_minute(state, play, look):
    state = play(state, "09:00 s")
    assert "Started Talk" in look(state, "09:00:59")
    assert "Started Talk" not in look(state, "09:01")


def test_view_of_a_long_day_fits_a_small_screen(with_agenda, play, look):
    agenda = [wc.Session(title=f"Part {number}", minutes=10) for number in range(20)]
    state = play(with_agenda(*agenda), "09:00 s")
    lines = look(state, "09:01", height=20)
    assert len(lines) <= 20
    assert any(line.strip() == "and 14 more" for line in lines)


class Talk:
    """A format of two steps."""

    key, title, people = "acme:talk", "A talk", (1, 100)

    def length(self, people, options):
        return wc.Length(10, 20, 30)

    def expand(self, request):
        first = Step("Listen", wc.Length(5, 10, 15), prompt="What do you hear?", minutes=8)
        rest = request.minutes - 8
        second = Step(
            "Ask",
            wc.Length(1, rest, 99),
            arrangement="pairs",
            minutes=rest,
            times=4,
            round="Round 1",
        )
        return FormatPlan([first, second])


@pytest.fixture
def talking(with_agenda, play):
    state = with_agenda(
        wc.Session("acme:talk", minutes=(20, 20, 20)), formats={"acme:talk": Talk()}
    )
    return play(state, "09:00 s")


def test_view_shows_the_step_with_its_prompt_and_the_one_after(talking, look):
    lines = look(talking, "09:03")
    assert lines[4:7] == [
        "  Listen  5:00 left  (step 1 of 2, plenary)",
        "  “What do you hear?”",
        "  then 09:08 Ask",
    ]


def test_view_shows_rounds_and_turns_of_a_step(talking, look):
    assert "  Ask  11:00 left  (step 2 of 2, Round 1, pairs, 4 goes)" in look(talking, "09:09")


def test_view_keeps_the_last_step_when_all_are_past(talking, look):
    assert any(line.startswith("  Ask  0:00 left") for line in look(talking, "09:45"))


def test_view_cannot_be_tricked_by_a_file(with_agenda, play, look):
    hostile = "[red]x[/red]\x1b[2J\u202e\n:smile:"
    state = with_agenda(
        wc.Session(title=hostile, minutes=30), wc.Session(title=hostile, minutes=30)
    )
    state = evolve(play(state, "09:00 s"), said=hostile)
    text = "\n".join(look(state, "09:00:30", trouble=hostile, kept=hostile))
    assert text.count("[red]x[/red]\\x1b[2J\\u202e\\n:smile:") >= 5
    assert not {"\x1b", "\u202e"} & set(text)
