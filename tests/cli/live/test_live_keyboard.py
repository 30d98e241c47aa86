import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.cli.live.keyboard import CLOSED, Polled, keyboard, keys_in

pty = pytest.importorskip("pty", reason="needs a pseudo-terminal")


@pytest.fixture
def line(monkeypatch):
    """A terminal whose keys this process reads: what types on it, and its settings."""
    import os
    import termios

    outer, inner = pty.openpty()

    class Line:
        def type(self, keys):
            os.write(outer, keys.encode())

        def hang_up(self):
            nonlocal outer
            os.close(outer)
            outer = None

        def settings(self):
            return termios.tcgetattr(inner)

    with open(inner, closefd=False) as stream:
        monkeypatch.setattr("sys.stdin", stream)
        yield Line()
    os.close(inner)
    if outer is not None:
        os.close(outer)


def test_keyboard_returns_a_key_without_waiting_for_enter(line):
    with keyboard() as keys:
        line.type("s")
        assert keys.read(10) == ("s",)


def test_keyboard_gives_up_when_the_time_is_over(line):
    with keyboard() as keys:
        assert keys.read(0) == ()


def test_keyboard_knows_enter_and_leaves_out_arrows(line):
    with keyboard() as keys:
        line.type("\x1b[Ae\r")
        found = keys.read(10)
    assert found[0] == "e"
    assert found[1:] in (("\r",), ("\n",))


def test_keyboard_leaves_the_terminal_as_it_was(line):
    before = line.settings()
    with keyboard():
        assert line.settings() != before
    assert line.settings() == before


def test_keyboard_leaves_the_terminal_as_it_was_after_a_fault(line):
    before = line.settings()

    def fail():
        with keyboard():
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert line.settings() == before


def test_keyboard_says_when_the_terminal_is_gone(line):
    with keyboard() as keys:
        line.hang_up()
        assert keys.read(10) == (CLOSED,)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", ()),
        ("ss", ("s", "s")),
        ("\x1b", ()),
        ("\x1bOP+", ("+",)),
        ("\x1b[15~-", ("-",)),
        ("é", ("é",)),
    ],
)
def test_input_is_parted_into_keys(text, keys):
    assert keys_in(text) == keys


@given(st.text())
def test_key_is_always_one_character_and_never_an_escape(text):
    assert all(len(key) == 1 and key != "\x1b" for key in keys_in(text))


class Board:
    """What a console that can only be asked answers, one thing a time."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.seconds = 0.0

    def waiting(self):
        return bool(self.answers) and self.answers[0] is not None

    def take(self):
        return self.answers.pop(0)

    def clock(self):
        return self.seconds

    def sleep(self, seconds):
        self.seconds += seconds
        if self.answers and self.answers[0] is None:
            self.answers.pop(0)


def polled(*answers):
    board = Board(*answers)
    return Polled(board.waiting, board.take, board.clock, board.sleep), board


def test_console_is_asked_until_a_key_comes():
    keys, board = polled(None, None, "s")
    assert keys.read(1) == ("s",)
    assert 0 < board.seconds < 1


def test_console_is_not_asked_for_ever():
    keys, board = polled()
    assert keys.read(1) == ()
    assert 1 <= board.seconds < 1.1


@pytest.mark.parametrize("mark", ["\x00", "\xe0"])
def test_console_leaves_out_arrows(mark):
    keys, _ = polled(mark, "H", "s")
    assert (keys.read(1), keys.read(1)) == ((), ("s",))


def test_console_stops_with_ctrl_c():
    keys, _ = polled("\x03")
    with pytest.raises(KeyboardInterrupt):
        keys.read(1)
