"""A whole morning, key by key, in the file and on the screen."""

import workshopcore as wc


def test_morning_is_recorded_from_the_first_key_to_the_last(sit, morning, on_record):
    day, looks = sit(
        "08:58 wait",
        "09:00 s",  # talk
        "09:35 +",
        "09:45 s",  # game
        "10:00 s",  # break
        "10:14 s",  # the expert
        "10:15 u",  # too soon, as the expert is not there yet
        "10:30 s",
        "11:10 s",  # both tracks
        "11:25 s",  # red two
        "11:40 e",
        "11:41 2",
        "11:45 e",
        "11:46 s",  # break
        "12:00 s",  # plan
        "12:45 s",  # close
        "12:55 e",
        "12:56 q",
    )
    assert on_record(wc.load(morning)) == [
        "talk 09:00-09:45",
        "game 09:45-10:00",
        "break 10:00-10:30",
        "expert 10:30-11:10",
        "red-1 11:10-11:25",
        "blue-1 11:10-11:45",
        "red-2 11:25-11:40",
        "break-2 11:46-12:00",
        "plan 12:00-12:45",
        "close 12:45-12:55",
    ]
    assert day.state.over
    assert len(looks) == 18
    assert "starts at 09:00" in looks[0]


def test_every_key_is_on_the_screen_with_the_next_look(sit):
    _, looks = sit("09:00 s", "09:00 wait", "09:40 s", "09:41 wait")
    assert "● Talk" in looks[1]
    assert "● Game" in looks[-1]


def test_sitting_goes_on_where_another_ended(sit, morning, on_record):
    sit("09:00 s", "09:20 q")
    _, looks = sit("09:45 s", "09:46 q")
    assert "● Talk  09:00–" in looks[0]
    assert on_record(wc.load(morning)) == ["talk 09:00-09:45", "game 09:45-"]


def test_terminal_that_is_closed_ends_the_sitting(sit, morning, on_record):
    day, _ = sit("09:00 s")
    assert day.state.over
    assert on_record(wc.load(morning)) == ["talk 09:00-"]


def test_keys_after_quitting_are_forgotten(sit, morning, on_record):
    sit("09:00 s", "09:40 q", "09:41 s")
    assert on_record(wc.load(morning)) == ["talk 09:00-"]


def test_somebody_elses_change_of_the_agenda_is_seen(sit, morning):
    def retitle():
        text = morning.read_text(encoding="utf-8")
        morning.write_text(text.replace('title = "Game"', 'title = "Chess"'), encoding="utf-8")

    _, looks = sit("09:00 s", "09:10 edit", "09:11 wait", "09:12 q", other={"edit": retitle})
    assert "Game" in looks[1]
    assert "Chess" in looks[-1]


def test_agenda_that_cannot_be_timed_leaves_the_last_one_and_says_so(sit, morning, on_record):
    def spoil():
        text = morning.read_text(encoding="utf-8")
        spoilt = text.replace('title = "Game", minutes = [10, 15, 20]', 'format = "acme:lost"')
        morning.write_text(spoilt, encoding="utf-8")

    _, looks = sit(
        "09:00 s", "09:10 spoil", "09:40 wait", "09:41 s", "09:42 q", other={"spoil": spoil}
    )
    assert "Game" in looks[2]
    assert "the agenda in the file cannot be timed: " in " ".join(looks[2].split())
    assert on_record(wc.load(morning)) == ["talk 09:00-09:41", "game 09:41-"]


def test_file_that_is_broken_for_a_while_loses_nothing(sit, morning, on_record):
    def spoil():
        morning.write_text(morning.read_text(encoding="utf-8") + "[[", encoding="utf-8")

    def mend():
        morning.write_text(morning.read_text(encoding="utf-8")[:-2], encoding="utf-8")

    _, looks = sit(
        "09:00 s",
        "09:10 spoil",
        "09:40 s",
        "09:41 wait",
        "09:45 mend",
        "09:46 wait",
        "09:47 q",
        other={"spoil": spoil, "mend": mend},
    )
    assert "NOT SAVED, trying again" in looks[3]
    assert "● Game" in looks[3]
    assert "NOT SAVED" not in looks[-1]
    assert on_record(wc.load(morning)) == ["talk 09:00-09:40", "game 09:40-"]


def test_rehearsal_shows_everything_and_writes_nothing(sit, morning):
    before = morning.read_bytes()
    day, looks = sit("09:00 s", "09:40 s", "09:41 q", rehearse=True)
    assert "a rehearsal: nothing is recorded" in looks[-1]
    assert [actual.session for actual in day.state.actuals] == ["talk", "game"]
    assert morning.read_bytes() == before
