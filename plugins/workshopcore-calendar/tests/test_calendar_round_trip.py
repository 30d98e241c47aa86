"""Out and back: no programme says anything new of itself, and news arrives once."""

from datetime import date, timedelta

import pytest
import vobject
from attrs import asdict
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.actions import merge, plan
from workshopcore.contracts.exchange import ExportRequest, ImportRequest
from workshopcore.model.lifecycle import ACTION
from workshopcore.renderers.characters import harmless, one_line
from workshopcore.testing.strategies import days, programmes, texts, titles
from workshopcore_calendar import TaskExporter, TaskImporter

AS_OF = date(2027, 6, 30)


def sent_out(programme, day):
    return TaskExporter().write(programme, ExportRequest(day))


def came_back(data, programme):
    return TaskImporter().read(data, programme, ImportRequest())


def without_ours(data):
    """Return a file as a program leaves it that drops what it does not know."""
    lines = data.replace(b"\r\n ", b"").split(b"\r\n")
    return b"\r\n".join(line for line in lines if not line.startswith(b"X-WORKSHOPCORE"))


@st.composite
def histories(draw, on, status):
    """Return news of an action: any legal moves, with everything that an update can say."""
    found = []
    for _ in range(draw(st.integers(0, 3))):
        on += timedelta(days=draw(st.integers(0, 40)))
        to = draw(st.sampled_from([None, *ACTION.moves[status]]))
        status = to or status
        found.append(
            wc.Update(
                on,
                to,
                progress=draw(st.none() | st.integers(0, 100)),
                due=draw(st.none() | st.just(on + timedelta(days=9))),
                owner=draw(st.sampled_from(["", "amina", "jo"])),
                note=draw(texts()),
            )
        )
    return found


@st.composite
def years(draw):
    """Return programmes of up to four actions, in which every text is anything at all."""
    gone = draw(st.none() | st.just(date(2027, 3, 1)))
    people = [
        wc.Person(draw(titles()), id="amina", email=draw(EMAILS), left=gone, successor="jo"),
        wc.Person(draw(titles()), id="jo", email=draw(EMAILS)),
        wc.Person(draw(titles()), "facilitator", id="miriam", email=draw(EMAILS)),
    ]
    actions = []
    for number in range(draw(st.integers(0, 4))):
        agreed = draw(st.none() | st.just(date(2027, 1, 20)))
        start = "proposed" if agreed is None else "agreed"
        actions.append(
            wc.Action(
                draw(titles()),
                draw(st.sampled_from(["amina", "jo"])),
                draw(st.none() | st.dates(date(2027, 1, 20), date(2027, 12, 31))),
                id=f"action-{number}",
                created=draw(st.none() | st.just(date(2027, 1, 19))),
                agreed=agreed,
                objective=draw(st.sampled_from(["", "once"])),
                evidence_required=draw(texts()),
                supporters=draw(st.sampled_from([[], [wc.Supporter("jo", "informed")]])),
                updates=draw(histories(date(2027, 1, 21), start)),
            )
        )
    return wc.Programme(
        title=draw(titles()),
        id="year",
        time_zone=draw(st.sampled_from(["Europe/London", "Pacific/Apia", "America/Los_Angeles"])),
        people=people,
        objectives=[wc.Objective(draw(titles()), id="once")],
        actions=actions,
    )


EMAILS = st.sampled_from(["amina@example.org", "jo@example.org", "no address", ""])
DAYS = st.dates(date(2027, 1, 18), date(2027, 7, 31))


@given(years(), DAYS)
def test_programme_that_comes_back_says_nothing_that_was_not_sent(programme, day):
    imported = came_back(sent_out(programme, day), programme)
    assert imported.problems == ()
    for news in imported.value:
        said = {name: value for name, value in asdict(news.said).items() if value is not None}
        assert said.items() <= asdict(news.sent).items()


@given(programmes(people=2), days())
def test_programme_that_comes_back_is_the_same_programme(programme, day):
    imported = came_back(sent_out(programme, day), programme)
    merged = merge(programme, imported.value, day)
    assert merged.programme is programme
    assert (merged.changes, merged.conflicts, merged.problems) == ((), (), ())
    assert merged.unchanged == len(imported.value)


@given(years())
def test_programme_is_the_same_though_its_tasks_lost_what_was_sent(programme):
    last = date(2500, 12, 31)
    imported = came_back(without_ours(sent_out(programme, last)), programme)
    merged = merge(programme, imported.value, last)
    assert merged.programme is programme
    assert (merged.changes, merged.conflicts, merged.problems) == ((), (), ())


@given(years(), DAYS)
def test_file_has_short_lines_and_nothing_that_acts_on_a_terminal(programme, day):
    data = sent_out(programme, day)
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(character < " " or character == "\x7f" for character in b"".join(lines).decode())


@given(years(), DAYS)
def test_vobject_reads_what_was_sent_of_any_programme(programme, day):
    (calendar,) = vobject.readComponents(sent_out(programme, day).decode())
    tasks = {task.uid.value: task for task in calendar.contents.get("vtodo", [])}
    standings = {f"{each.action.id}@year.workshopcore": each for each in plan(programme, day)}
    assert tasks.keys() == standings.keys()
    for uid, standing in standings.items():
        kept = tasks[uid].contents
        assert [each.value for each in kept.get("due", [])] == [standing.due] * bool(standing.due)
        assert kept["x-workshopcore-status"][0].value == standing.status
        assert tasks[uid].summary.value == one_line(standing.action.statement)
        assert [each.value for each in kept.get("x-workshopcore-note", [])] == (
            [harmless(standing.news.replace("\r\n", "\n"))] * bool(standing.news)
        )


def ticked_off(data, action):
    """Return a file in which somebody ticked one task off, on the second of July."""
    before, uid, task = data.partition(f"UID:{action}@".encode())
    task = task.replace(b"\r\nSTATUS:NEEDS-ACTION", b"\r\nSTATUS:COMPLETED", 1)
    return b"".join([before, b"COMPLETED:20270702T081500Z\r\n", uid, task])


@pytest.mark.parametrize("action", ["agreed", "blocked", "reopened"])
def test_task_that_is_ticked_off_is_done_once_however_often_the_file_comes(year, action):
    data = ticked_off(sent_out(year, AS_OF), action)
    merged = merge(year, came_back(data, year).value, date(2027, 7, 9))
    assert merged.programme.action(action).status(date(2027, 7, 2)) == "done"
    assert merged.programme.action(action).updates[-1].on == date(2027, 7, 2)
    again = merge(merged.programme, came_back(data, merged.programme).value, date(2027, 7, 9))
    assert (again.changes, again.conflicts, again.problems) == ((), (), ())


def test_new_task_of_another_tool_is_proposed_once(year, task):
    data = task("UID:7@tasks.example", "SUMMARY:Order the desk", "ATTENDEE:mailto:jo@example.org")
    merged = merge(year, came_back(data, year).value, AS_OF)
    action = merged.programme.actions[-1]
    assert (action.owner, action.known_as) == ("jo", ("ics:7@tasks.example",))
    again = merge(merged.programme, came_back(data, merged.programme).value, AS_OF)
    assert (len(again.programme.actions), again.changes) == (10, ())


def test_what_changed_on_both_sides_is_a_conflict(year):
    data = sent_out(year, AS_OF).replace(b"DUE;VALUE=DATE:20270407", b"DUE;VALUE=DATE:20270901")
    ours = year.with_update("agreed", wc.Update("2027-06-30", due="2027-08-01"))
    merged = merge(ours, came_back(data, ours).value, AS_OF)
    (conflict,) = [each for each in merged.conflicts if each.action == "agreed"]
    days = (date(2027, 4, 7), date(2027, 8, 1), date(2027, 9, 1))
    assert (conflict.sent, conflict.ours, conflict.theirs) == days
