"""The run sheet of a day that is under way."""

import pytest

from workshopcore.agenda import run_sheet
from workshopcore.contracts.formats import FormatPlan, GroupPlan, Step
from workshopcore.contracts.report import Figure
from workshopcore.contracts.reports import ReportRequest
from workshopcore.model.agenda import Lunch, Session
from workshopcore.model.length import Length
from workshopcore.reports.run_sheet import run_sheet_report


@pytest.fixture
def live(year, reading):
    """Return a function that re-plans the first workshop and reports on it."""
    programme = reading.changed(year, "first", actuals=())
    sheet = run_sheet(programme, "first", formats=reading.formats)

    def at(now, running, started=None):
        new = sheet.replan(now=now, running=running, started=started)
        request = ReportRequest(workshop="first", formats=reading.formats)
        return run_sheet_report(programme, new, request)

    return at


def test_live_run_sheet_begins_with_what_changes(live, reading):
    report = live("11:25", "changing")
    note = next(b for b in report.blocks if getattr(b, "title", "") == "What changes")
    assert note.blocks[0].items == (
        "What is changing? 90 → 100",
        "What do people say? 60 → 50",
        "finish unchanged",
    )


def test_live_run_sheet_says_what_to_leave_out(live, reading):
    report = live("13:25", "lunch", "13:25")
    note = next(b for b in report.blocks if getattr(b, "title", "") == "What changes")
    assert note.blocks[0].items[-1] == "Leave out What must change (30 minutes)"
    assert "What must change left out" not in reading.words(note)


def test_live_run_sheet_leaves_out_what_is_behind(live):
    titles = [getattr(block, "title", "") for block in live("11:25", "changing").blocks]
    assert titles == [
        "Before you print this",
        "What changes",
        "The day at a glance",
        "Running order",
        "If time runs short",
        "Session by session",
    ]


def test_live_run_sheet_marks_what_is_over_and_what_is_on(live, reading):
    order = reading.section(live("11:25", "changing"), "Running order")
    assert [row[2] for row in reading.rows(order)][:3] == [
        "Check-in (done; should)",
        "What is changing? (now; Main room; must)",
        "Break",
    ]


def test_live_run_sheet_has_cards_for_what_is_not_over(live, reading):
    cards = reading.section(live("11:25", "changing"), "Session by session")
    assert cards.blocks[0].title == "09:45–11:25 What is changing?"
    assert "Start no later than" not in reading.words(cards.blocks[0])


def test_live_run_sheet_draws_states(live, reading):
    (figure,) = reading.section(live("11:25", "changing"), "The day at a glance").blocks
    assert isinstance(figure, Figure)
    states = [row.get("state", "planned") for row in figure.data["rows"]]
    assert states[:3] == ["done", "running", "planned"]
    assert [line[-1] for line in figure.table.rows][:3] == ["done", "now", ""]


def test_live_run_sheet_says_what_cannot_hold(live, reading):
    report = live("14:10", "lunch", "14:10")
    warning = report.blocks[0]
    assert (warning.kind, warning.title) == ("warning", "A fixed time cannot hold")
    # 40 minutes of lunch, 60 of the vision and 10 of a break from 14:10 on.
    assert warning.blocks[0].text == (
        "Action planning cannot hold at 15:30: 30 minutes later at the earliest, even with"
        " everything that may go left out. Tell people now."
    )


def test_planned_run_sheet_draws_steps_and_locks(year, build, reading):
    (figure,) = reading.section(
        build(year, "run-sheet", workshop="first"), "The day at a glance"
    ).blocks
    rows = {row["label"]: row for row in figure.data["rows"]}
    assert [dict(step) for step in rows["What must change"]["steps"]] == [
        {"label": "Listen", "start": 795}
    ]
    assert [label for label, row in rows.items() if row.get("locked")] == ["Lunch"]
    assert figure.table.columns[-1].title == "Held"


class Turns:
    """A format whose steps have rounds, goes and groups of several kinds."""

    key = "turns"
    title = "Turns"
    people = (1, 99)

    def length(self, people, options):
        return Length(40, 60, 60)

    def expand(self, request):
        pairs = GroupPlan([3, 2], "pairs", note="one three, as the number is odd")
        fours = GroupPlan([3, 2], "groups", note="one of 3, the other of 2")

        def step(name, minutes, **more):
            return Step(name, Length(minutes, minutes, minutes), minutes=minutes, **more)

        return FormatPlan(
            [
                step("Open", 0),
                step("Speak", 10, times=5, arrangement="plenary"),
                step("Ask", 7, times=5),
                step("Tell", 13, times=5, arrangement="pairs", groups=pairs),
                step("Sort", 30, times=8, arrangement="groups", groups=fours, round="Round 1 of 1"),
            ],
            groups=fours,
            notes=["Amina presents today"],
        )


def test_run_sheet_says_how_each_step_goes(reading):
    programme = reading.one_day(
        Session("turns", title="Talk", minutes=60, lead=["amina-yusuf"]), Lunch(60, start="11:00")
    )
    request = ReportRequest(workshop="day", formats={"turns": Turns()})
    sheet = run_sheet(programme, "day", formats=request.formats)
    card = reading.section(run_sheet_report(programme, sheet, request), "10:00–11:00 Talk")
    assert reading.rows(card) == [
        ("10:00", "10", "Speak", "plenary; 5 × 2 min"),
        ("10:10", "7", "Ask", "plenary; 5 × about 80 seconds"),
        (
            "10:17",
            "13",
            "Tell",
            "2 pairs (3 and 2); one three, as the number is odd; 5 × about 2½ min",
        ),
        ("10:30", "30", "Round 1 of 1: Sort", "2 groups (3 and 2); 8 × about 3½ min"),
    ]
    assert dict(card.blocks[0].pairs)["Groups"] == "2 groups: one of 3, the other of 2"
    assert reading.section(card, "Mind").blocks[0].items == ("Amina presents today",)


def test_report_of_a_sheet_is_what_the_report_type_builds(year, build, reading):
    sheet = run_sheet(year, "first", formats=reading.formats)
    request = ReportRequest(workshop="first", formats=reading.formats)
    assert run_sheet_report(year, sheet, request) == build(
        year, "run-sheet", whole=True, workshop="first"
    )
