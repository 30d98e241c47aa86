"""Papers of a day in a language whose words stand in another order than the English ones."""

import pytest

import workshopcore as wc
from workshopcore.contracts.report import Run, Table
from workshopcore.contracts.reports import ReportRequest
from workshopcore.language import speaking
from workshopcore.reports.run_sheet import run_sheet_report
from workshopcore.toolkit import Toolkit

WORDS = """
msgid ""
msgstr ""
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Leave out {sessions}"
msgstr "{sessions} weglassen"

msgid "and"
msgstr "und"

msgid "{session} left out"
msgstr "{session} entfällt"

msgid "Leave out {session} ({count} minute)"
msgid_plural "Leave out {session} ({count} minutes)"
msgstr[0] "{session} weglassen ({count} Minute)"
msgstr[1] "{session} weglassen ({count} Minuten)"

msgid "{session}, then {next}"
msgstr "{session}, danach {next}"

msgid "{title} ({number} of {parts})"
msgstr "{title} – {number}/{parts}"

msgid "What to do"
msgstr "Was zu tun ist"
"""


@pytest.fixture
def toolkit(tmp_path):
    (tmp_path / "xd.po").write_text(WORDS, encoding="utf-8")

    class German:
        @wc.hookimpl
        def workshopcore_translations(self):
            return [tmp_path]

    return Toolkit(discover=False, plugins=[German()])


def day(*agenda, **fields):
    hours = {"start": "2027-01-19T09:00", "end": "2027-01-19T12:00"}
    workshop = wc.Workshop("W", id="w", agenda=agenda, **{**hours, **fields})
    return wc.Programme(title="Y", workshops=[workshop])


def tables(blocks):
    for block in blocks:
        if isinstance(block, Table):
            yield block
        yield from tables(getattr(block, "blocks", ()))


def table_with(report, column):
    return next(
        each for each in tables(report.blocks) if column in [head.title for head in each.columns]
    )


def test_what_to_leave_out_stands_before_the_verb_and_keeps_its_weight(toolkit):
    programme = day(
        wc.Session(title="One", minutes=(30, 30, 30), priority="could"),
        wc.Session(title="Two", minutes=(30, 30, 30), priority="could"),
        wc.Session(title="Close", minutes=(120, 120, 120), priority="must"),
    )
    report = toolkit.report(programme, "run-sheet", workshop="w", language="xd")
    told = [row[-1] for row in table_with(report, "Was zu tun ist").rows]
    assert (Run("One", "strong"), Run(" weglassen")) in told
    both = (Run("One", "strong"), Run(" und "), Run("Two", "strong"), Run(" weglassen"))
    assert both in told


def test_days_of_the_week_are_those_of_the_language():
    programme = day(
        wc.Session(title="One", minutes=(30, 60, 90)),
        wc.Session(title="Two", minutes=(30, 60, 90), start="2027-01-20T09:00", id="two"),
        start="2027-01-19T14:00",
        end="2027-01-20T11:00",
    )
    plain = Toolkit(discover=False)
    english, german = (
        plain.report(programme, "run-sheet", workshop="w", language=language)
        for language in ("en-GB", "de")
    )
    seen = [
        {row[1].partition(" ")[0] for row in each.rows}
        for report in (english, german)
        for each in tables(report.blocks)
        if len(each.columns) == 4 and not each.caption
    ]
    assert seen == [{"Tuesday", "Wednesday"}, {"Dienstag", "Mittwoch"}]


def test_sessions_told_together_are_joined_as_the_language_joins_them(toolkit):
    programme = day(
        wc.Session(title="One", minutes=10),
        wc.Session(title="Two", minutes=10),
        wc.Session(title="Three", minutes=10),
        wc.Session(title="Four", minutes=(150, 150, 150)),
    )
    report = toolkit.report(programme, "participant-agenda", workshop="w", language="xd")
    [table] = tables(report.blocks)
    assert table.rows[0][1] == "One, danach Two, danach Three"


def test_what_is_left_out_of_a_new_plan_is_told_once(toolkit):
    programme = day(
        wc.Session(title="Talk", minutes=(30, 60, 60), id="talk"),
        wc.Session(title="Game", minutes=(60, 60, 60), priority="could"),
        wc.Session(title="Close", minutes=(60, 60, 60), priority="must"),
    )
    with speaking("xd", folders=toolkit.translations):
        late = toolkit.run_sheet(programme, "w").replan(
            now="10:30", running="talk", started="09:00"
        )
        report = run_sheet_report(programme, late, ReportRequest(workshop="w"))
    [changes] = [block for block in report.blocks if getattr(block, "title", "") == "What changes"]
    told = changes.blocks[0].items
    assert "Game weglassen (60 Minuten)" in told
    assert "Game entfällt" not in told
