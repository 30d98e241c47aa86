"""How a wave is told in a terminal."""

from datetime import date

import pytest

from workshopcore.cli.evaluate.telling import tell_item, tell_wave
from workshopcore.cli.terminal import Terminal
from workshopcore.contracts.evaluation import Shown, ShownAnswer, ShownItem, ShownWave


@pytest.fixture
def told(capsys):
    def told(tell, value):
        tell(Terminal(), value)
        return capsys.readouterr().out.splitlines()

    return told


def wave(answered=9, opened=None, closed=None, **details):
    return ShownWave("close", "Close", "close", "Pulse", opened, closed, 9, answered, **details)


def item(*counts):
    answers = [ShownAnswer(f"point {at}", str(count), count) for at, count in enumerate(counts)]
    return ShownItem("q", "q", "scale", "Well", 99, sum(counts), answers=answers)


def test_number_that_is_not_shown_is_left_out(told):
    assert told(tell_wave, wave(None)) == ["Close (close)", "  9 asked; Pulse"]


def test_days_are_told_as_far_as_they_are_known(told):
    closed = date(2027, 12, 7)

    assert told(tell_wave, wave(closed=closed))[1] == "  9 of 9 answered; Pulse, until 2027-12-07"
    assert told(tell_wave, wave(opened=closed, closed=closed))[1].endswith(
        "Pulse, 2027-12-07 to 2027-12-07"
    )


def test_comments_that_were_let_through_are_quoted(told):
    lines = told(tell_wave, wave(comments=[Shown("else", "More \x1b[2J time")]))

    assert lines[-1] == "  “More \\x1b[2J time”"


def test_bar_has_a_sign_for_each_person(told):
    assert told(tell_item, item(2, 30))[1:] == [
        "  point 0   2  ##",
        "  point 1  30  " + "#" * 30,
    ]


def test_long_bars_are_in_proportion_and_nobody_is_without_a_sign(told):
    assert told(tell_item, item(0, 1, 300, 600))[1:] == [
        "  point 0    0",
        "  point 1    1  #",
        "  point 2  300  " + "#" * 15,
        "  point 3  600  " + "#" * 30,
    ]


def test_wide_letters_keep_the_columns_straight(told):
    answers = [ShownAnswer("はい", "5", 5), ShownAnswer("No", "–")]
    shown = ShownItem("q", "q", "scale", "Well", 9, 9, answers=answers)

    assert told(tell_item, shown)[1:] == ["  はい  5  #####", "  No    –"]


def test_reason_is_told_to_the_house(told):
    shown = ShownItem("q", "q", "scale", "Well", 9, 9, notes=["Not shown."], reason="1 left")

    assert told(tell_item, shown)[1:] == ["  Not shown.", "  Why, for the house alone: 1 left"]
