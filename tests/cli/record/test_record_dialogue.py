"""The real command on a terminal of its own: each answer is on record before the next question."""

import os
import re
import select
import signal
import subprocess
import sys
from datetime import date

import pytest
from attrs import evolve

import workshopcore as wc

pty = pytest.importorskip("pty", reason="needs a pseudo-terminal")

PATIENCE = 60
"""Seconds after which something that should appear on the screen never will."""

ON = ("--on", "2027-01-20")
WHOLE_DAY = ["", "", ""]
NO_OUTPUTS = ["."]


@pytest.fixture
def answer(on_terminal, programme):
    """Answer question after question; return the exit code and what was shown."""

    def answer(*answers, name="where-now"):
        typed = "".join(f"{line}\n" for line in answers)
        code, shown = on_terminal("record", "programme.toml", name, *ON, typed=typed)
        return code, re.sub("\x1b\\[[0-9;?]*[A-Za-z]", "", shown)

    return answer


def loaded(programme):
    return wc.load(programme)


def test_dialogue_takes_attendance_with_one_key_each(answer, on_record):
    answer("", "a", "n", *NO_OUTPUTS)
    assert {e.person: e.status for e in on_record().attendance} == {
        "amina-yusuf": "attended",
        "tomasz-zielak": "apology",
        "mei-tanaka": "no-show",
    }


def test_dialogue_takes_the_times_of_a_part(answer, on_record):
    answer("p", "10:05", "", "part", "", "12:00", "p", "", "")
    assert [
        (e.status, e.arrived and f"{e.arrived:%H:%M}", e.left and f"{e.left:%H:%M}")
        for e in on_record().attendance
    ] == [
        ("part", "10:05", None),
        ("part", None, "12:00"),
        ("part", None, None),
    ]


def test_dialogue_asks_again_after_an_answer_that_cannot_be(answer, on_record):
    _, shown = answer("x", "p", "25:00", "", "p", "10:05", "", *NO_OUTPUTS)
    assert "expected one of y, there, p, part" in shown
    assert "Not taken: expected a clock time such as 12:30" in shown
    assert on_record().attendance[0].status == "part"


def test_dialogue_takes_a_substitute_from_the_programme(answer, on_record):
    answer("s", "Rosa", ".", *NO_OUTPUTS)
    (entry,) = on_record().attendance
    assert (entry.status, entry.substitute) == ("apology", "rosa-lindqvist")


def test_dialogue_puts_a_substitute_on_the_programme(answer, on_record, programme):
    _, shown = answer("s", "Ana Duarte", "", "Deputy", ".", *NO_OUTPUTS)
    assert "Nobody on the programme is called Ana Duarte. Put them there?" in shown
    assert on_record().attendance[0].substitute == "ana-duarte"
    assert loaded(programme).person("ana-duarte").position == "Deputy"


def test_dialogue_asks_for_another_name_instead(answer, on_record):
    answer("s", "Roza", "n", "Rosa", ".", *NO_OUTPUTS)
    assert on_record().attendance[0].substitute == "rosa-lindqvist"


def test_dialogue_leaves_somebody_whose_substitute_is_not_known(answer, on_record):
    answer("s", "", "-", "", *NO_OUTPUTS)
    assert [entry.person for entry in on_record().attendance] == ["mei-tanaka"]


def test_dialogue_asks_again_where_several_have_a_name(answer, on_record, programme):
    more = [wc.Person("Rosa Lund"), *loaded(programme).people]
    wc.save(evolve(loaded(programme), people=more), programme)
    _, shown = answer("-", "s", "Rosa", "s", "rosa-lund", ".", *NO_OUTPUTS)
    assert "Several are called that: write 'rosa-lund' or 'rosa-lindqvist'" in shown
    assert on_record().attendance[0].substitute == "rosa-lund"


def test_dialogue_goes_on_from_what_is_on_record(answer, on_record):
    answer("a", "s", "Rosa", "p", "10:05", "", *NO_OUTPUTS)
    before = on_record().attendance
    _, shown = answer("", "", "", *NO_OUTPUTS)
    assert re.findall(r"\[(apology|substitute|part|there)\]", shown)[:3] == [
        "apology",
        "substitute",
        "part",
    ]
    assert on_record().attendance == before


def test_dialogue_takes_outputs_in_the_order_of_the_agenda(answer, on_record):
    _, shown = answer(*WHOLE_DAY, "", "Many gaps", "Few strengths", "", "One door", *NO_OUTPUTS)
    assert [(c.session, c.text) for c in on_record().captures] == [
        ("strengths-and-gaps", "Many gaps"),
        ("strengths-and-gaps", "Few strengths"),
        ("what-matters-most", "One door"),
    ]
    assert shown.index("Check in:") < shown.index("Strengths and gaps:")
    _, again = answer(*WHOLE_DAY, *NO_OUTPUTS)
    assert "Many gaps" not in again
    assert "Check in: " in again


def test_dialogue_counts_the_outputs_that_are_there(answer):
    answer(*WHOLE_DAY, "Hello", *NO_OUTPUTS)
    _, shown = answer(*WHOLE_DAY, *NO_OUTPUTS)
    assert "Check in (1 on record):" in shown


def test_dialogue_takes_decisions_with_method_and_dissent(answer, programme):
    answer(*WHOLE_DAY, *NO_OUTPUTS, "One door", "v", "Two would wait", "Mondays", "", "", "")
    assert [(d.statement, d.method, d.dissent) for d in loaded(programme).decisions] == [
        ("One door", "vote", "Two would wait"),
        ("Mondays", "consensus", ""),
    ]
    elsewhere = wc.Decision("Elsewhere", origin="where-to")
    wc.save(loaded(programme).with_decision(elsewhere), programme)
    _, again = answer(*WHOLE_DAY, *NO_OUTPUTS)
    assert "on record: One door" in again
    assert "Elsewhere" not in again


def test_dialogue_takes_what_was_parked_and_what_becomes_of_it(answer, programme, issue):
    answer(
        *WHOLE_DAY,
        *NO_OUTPUTS,
        "",
        *("Pay", "Nobody", "Tomasz", "Rooms", "", ""),
        *("a", "invite-partners", "by March"),
        *("e", "to the director"),
        "",
    )
    found = {issue.statement: issue for issue in loaded(programme).parked_issues}
    day = date(2027, 1, 20)
    assert {name: issue.state(day) for name, issue in found.items()} == {
        "Saturday opening": "action",
        "Pay": "escalated",
        "Rooms": "parked",
    }
    assert found["Saturday opening"].became == "invite-partners"
    assert (found["Pay"].raised_by, found["Rooms"].raised_by) == ("tomasz-zielak", "")


def test_dialogue_takes_photographs_and_asks_what_they_show(answer, folder, on_record):
    (folder / "wall.jpg").write_bytes(b"wall")
    _, shown = answer(
        *WHOLE_DAY, *NO_OUTPUTS, "", "", "none.jpg", "wall.jpg", "Cards on a wall", ""
    )
    assert "Not taken: expected a file that can be read, found 'none.jpg'" in shown
    (attachment,) = on_record().attachments
    assert (attachment.path, attachment.caption) == ("wall.jpg", "Cards on a wall")
    _, again = answer(*WHOLE_DAY, *NO_OUTPUTS, "", "", "")
    assert "on record: wall.jpg" in again


def test_dialogue_offers_every_next_state(answer, on_record):
    answer(*WHOLE_DAY, *NO_OUTPUTS, "", "", "", "y", "", "y", "y")
    assert [event.status for event in on_record().events] == [
        "confirmed",
        "delivered",
        "written-up",
        "closed",
    ]
    assert str(on_record().events[1].on) == "2027-01-20"


def test_dialogue_leaves_the_state_as_it_is(answer, on_record, confirmed):
    _, shown = answer(*WHOLE_DAY, *NO_OUTPUTS, "", "", "", "n")
    assert "By the record it is confirmed. Is it delivered now?" in shown
    assert [event.status for event in on_record().events] == ["confirmed"]


def test_dialogue_does_not_close_over_an_issue_that_is_only_parked(answer, on_record, issue):
    _, shown = answer(*WHOLE_DAY, *NO_OUTPUTS, "", "", "", "", "y", "y", "y")
    assert "It can be closed once somebody has looked at saturday-opening." in shown
    assert on_record().events[-1].status == "written-up"


def test_dialogue_stops_at_a_move_that_cannot_be(answer, on_record, programme):
    late = wc.Event("2027-02-01", "confirmed")
    wc.save(loaded(programme).with_event(late, "workshop", "where-now"), programme)
    _, shown = answer(*WHOLE_DAY, *NO_OUTPUTS, "", "", "", "y")
    assert "Not taken: expected a legal move" in shown
    assert [event.status for event in on_record().events] == ["confirmed"]


def test_dialogue_ends_with_what_is_missing(answer):
    code, shown = answer(*WHOLE_DAY, *NO_OUTPUTS, "", "", "", "n")
    assert code == 0
    assert "output: nothing came out of 'Strengths and gaps' by the record" in shown


def test_dialogue_shows_text_of_a_file_as_it_is(answer, programme):
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text.replace("Mei Tanaka", "Mei [red]\\u001b[2J"), encoding="utf-8")
    _, shown = answer("", "")
    assert "Mei [red]\\x1b[2J [there]" in shown


class Screen:
    """A terminal with the command on it, to be answered when it asks."""

    def __init__(self, folder):
        self._outer, inner = pty.openpty()
        # Whoever starts the command may have Ctrl-C ignored, and a child inherits that.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "workshopcore.cli", "record", "programme.toml", "1", *ON],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            cwd=folder,
            env={**os.environ, "TERM": "xterm-256color"},
            start_new_session=True,
        )
        signal.signal(signal.SIGINT, before)
        os.close(inner)
        self._seen = ""

    def wait_for(self, text):
        while text not in self._seen:
            ready, _, _ = select.select([self._outer], [], [], PATIENCE)
            assert ready, f"{text!r} did not appear: {self._seen[-2000:]}"
            self._seen += os.read(self._outer, 65536).decode(errors="replace")
        self._seen = ""

    def type(self, text):
        os.write(self._outer, text.encode())

    def interrupt(self):
        self._process.send_signal(signal.SIGINT)
        # A signal that comes just before somebody is waited for is heard at the next key.
        self.type("\n")

    def end(self):
        code = self._process.wait(PATIENCE)
        os.close(self._outer)
        return code


def test_dialogue_that_is_stopped_has_recorded_every_answer(folder, programme, on_record):
    screen = Screen(folder)
    screen.wait_for("Amina Yusuf [there]")
    screen.type("a\n")
    screen.wait_for("Tomasz Zielak [there]")
    assert [entry.status for entry in on_record().attendance] == ["apology"]
    screen.interrupt()
    assert screen.end() == 130
    assert [entry.status for entry in on_record().attendance] == ["apology"]


def test_dialogue_keeps_what_somebody_else_writes_meanwhile(folder, programme, on_record):
    screen = Screen(folder)
    screen.wait_for("Amina Yusuf [there]")
    before = programme.read_text(encoding="utf-8")
    programme.write_text(before + "\n# By somebody else\n", encoding="utf-8")
    screen.type("\n")
    screen.wait_for("Tomasz Zielak [there]")
    screen.interrupt()
    screen.end()
    assert "\n# By somebody else\n" in programme.read_text(encoding="utf-8")
    assert [entry.person for entry in on_record().attendance] == ["amina-yusuf"]
