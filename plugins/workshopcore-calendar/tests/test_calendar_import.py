"""What a task says of an action, whoever wrote it."""

from datetime import date

import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.contracts.exchange import ActionState
from workshopcore_calendar import TaskImporter


def one(imported):
    """Return the only news of a file that has no faults."""
    assert imported.problems == ()
    (news,) = imported.value
    return news


def faults(imported):
    return [(fault.path, fault.found) for fault in imported.problems]


def edited(data, action, *changes):
    """Return a file of ours in which somebody changed the task of one action."""
    before, start, rest = data.replace(b"\r\n ", b"").decode().partition(f"UID:{action}@")
    task, end, after = rest.partition("END:VTODO")
    for old, new in changes:
        task = task.replace(old, new)
    return "".join([before, start, task, end, after]).encode()


def without_ours(data):
    """Return a file as a program leaves it that drops what it does not know."""
    lines = data.replace(b"\r\n ", b"").split(b"\r\n")
    return b"\r\n".join(line for line in lines if not line.startswith(b"X-WORKSHOPCORE"))


def news_of(imported, action):
    assert imported.problems == ()
    return next(news for news in imported.value if news.id == action)


def test_task_that_nobody_touched_says_what_was_sent(year, write, read):
    for news in read(write(year), year).value:
        said = evolve(news.said, objective=news.sent.objective)
        assert (said, news.on) == (news.sent, None)
        assert news.known_as == ""


def test_task_comes_back_with_its_identifier_and_place(year, write, read):
    found = read(write(year), year).value
    assert [news.id for news in found] == [action.id for action in year.actions]
    assert found[0].place == "line 5"


@pytest.mark.parametrize("action", ["proposed", "agreed", "blocked", "in-progress", "reopened"])
def test_task_that_its_owner_ticks_off_is_done_on_that_day(year, write, read, action):
    ticked = edited(
        write(year),
        action,
        (
            "\r\nSTATUS:",
            "\r\nCOMPLETED:20270701T233000Z\r\nPERCENT-COMPLETE:100\r\nSTATUS:COMPLETED\r\nX-WAS:",
        ),
        ("\r\nPERCENT-COMPLETE:40", ""),
    )
    news = news_of(read(ticked, year), action)
    assert (news.said.status, news.sent.status) == ("done", action)
    assert news.said.progress == 100
    # Half past eleven in UTC is the next day in London, in summer.
    assert news.on == date(2027, 7, 2)


@pytest.mark.parametrize(
    ("action", "word", "status"),
    [
        ("agreed", "IN-PROCESS", "in-progress"),
        ("blocked", "IN-PROCESS", "in-progress"),
        ("done", "NEEDS-ACTION", "reopened"),
        ("verified", "IN-PROCESS", "in-progress"),
        ("in-progress", "CANCELLED", "cancelled"),
        ("in-progress", "NEEDS-ACTION", "agreed"),
        ("cancelled", "NEEDS-ACTION", "reopened"),
        ("superseded", "COMPLETED", "done"),
        ("blocked", "On hold", "blocked"),
    ],
)
def test_another_status_is_another_state(year, write, read, action, word, status):
    old = {"done": "COMPLETED", "verified": "COMPLETED", "in-progress": "IN-PROCESS"}
    old |= {"cancelled": "CANCELLED", "superseded": "CANCELLED"}
    changed = edited(
        write(year),
        action,
        (f"\r\nSTATUS:{old.get(action, 'NEEDS-ACTION')}", f"\r\nSTATUS:{word}"),
    )
    assert news_of(read(changed, year), action).said.status == status


def test_other_fields_that_somebody_changes_are_news(year, write, read):
    changed = edited(
        write(year),
        "in-progress",
        ("\r\nSUMMARY:Bring about", "\r\nSUMMARY:Finish"),
        ("\r\nDUE;VALUE=DATE:20270407", "\r\nDUE;VALUE=DATE:20270501"),
        ("\r\nPERCENT-COMPLETE:40", "\r\nPERCENT-COMPLETE:70"),
        ("\\nTwo of five", "\\nFour of five\\; nearly there"),
        ("\r\nLAST-MODIFIED:20270210T120000Z", "\r\nLAST-MODIFIED:20270312T081500Z"),
    )
    news = news_of(read(changed, year), "in-progress")
    assert news.said == ActionState(
        "Finish what is in-progress",
        "amina",
        "in-progress",
        70,
        date(2027, 5, 1),
        None,
        "Four of five; nearly there",
    )
    assert news.on == date(2027, 3, 12)


def test_progress_may_go_back_to_nothing(year, write, read):
    data = edited(write(year), "in-progress", ("\r\nPERCENT-COMPLETE:40", "\r\nPERCENT-COMPLETE:0"))
    assert news_of(read(data, year), "in-progress").said.progress == 0


def test_nought_where_nothing_was_reported_is_no_news(year, write, read):
    data = edited(write(year), "agreed", ("\r\nSTATUS:", "\r\nPERCENT-COMPLETE:0\r\nSTATUS:"))
    assert news_of(read(data, year), "agreed").said.progress is None


def test_task_given_to_somebody_else_changes_its_owner(year, write, read):
    data = edited(write(year), "agreed", ("mailto:amina@", "MAILTO:Jo@"), ("OPT-", "NON-"))
    assert news_of(read(data, year), "agreed").said.owner == "jo"


def test_task_of_whoever_took_over_is_still_the_leavers_on_record(year, write, read):
    people = [
        wc.Person("Amina Yusuf", id="amina", left="2027-05-01", successor="jo"),
        *(person for person in year.people if person.id != "amina"),
    ]
    left = evolve(year, people=people)
    data = write(left)
    assert news_of(read(data, left), "agreed").said.owner == "amina"
    assert news_of(read(without_ours(data), left), "agreed").said.owner == "amina"


def test_people_who_share_an_address_are_still_told_apart(year, write, read):
    people = [evolve(person, email="team@example.org") for person in year.people]
    shared = evolve(year, people=people)
    assert news_of(read(write(shared), shared), "agreed").said.owner == "amina"


def test_description_that_is_rewritten_is_the_note(year, write, read):
    everything = (
        "Objective: Nobody is passed on twice\\; ever\\nWhat will show that it is done:"
        " A note\\, signed\\nWith: Jo Park\\, Li Wei\\nStatus: Blocked\\nLatest news:\\nNo room"
    )
    said = "Moved to the hall\\nOBJECTIVE: as before\\nStill no chairs"
    data = edited(write(year), "blocked", (everything, said))
    note = news_of(read(data, year), "blocked").said.note
    assert note == "Moved to the hall\nStill no chairs"


def test_note_that_only_lies_differently_is_no_news(year, write, read):
    data = edited(write(year), "blocked", ("\\nNo room", "\\n  No\\n room\\n"))
    assert news_of(read(data, year), "blocked").said.note == "No room"


def test_client_that_drops_what_it_does_not_know_still_says_nothing_new(year, write, read):
    found = read(without_ours(write(year)), year).value
    assert [news.sent for news in found] == [None] * 9
    assert [news.said.status for news in found] == [action.id for action in year.actions]
    assert {news.said.owner for news in found} == {"amina"}


def test_what_was_sent_is_as_good_as_lost_where_somebody_spoiled_it(year, write, read):
    data = edited(
        write(year),
        "in-progress",
        ("CORE-STATUS:in-progress", "CORE-STATUS:under way"),
        ("CORE-PROGRESS:40", "CORE-PROGRESS:400"),
        ("CORE-DUE:2027-04-07", "CORE-DUE:soon"),
    )
    sent = news_of(read(data, year), "in-progress").sent
    assert (sent.status, sent.progress, sent.due, sent.owner) == (None, None, None, "amina")


def test_task_of_another_tool_is_known_as_what_it_calls_it(year, read, task):
    data = task(
        "UID:8F2C-44@tasks.example",
        "DTSTAMP:20270105T090000Z",
        "SUMMARY:Order the\\n new desk\\, soon",
        "DESCRIPTION:The oak one\\nnot the pine one",
        "CATEGORIES:Errands,Nobody is passed on twice\\; ever",
        "ATTENDEE;CN=Jo:mailto:jo@example.org",
        "STATUS:IN-PROCESS",
        "PERCENT-COMPLETE:25",
        "DUE;VALUE=DATE:20270301",
        "LAST-MODIFIED:20270220T090000Z",
        "X-APPLE-SORT-ORDER:12",
        "BEGIN:VALARM",
        "SUMMARY:Not this",
        "END:VALARM",
    )
    news = one(read(data, year))
    assert (news.id, news.known_as, news.sent) == ("", "ics:8F2C-44@tasks.example", None)
    assert news.on == date(2027, 2, 20)
    assert news.said == ActionState(
        "Order the new desk, soon",
        "jo",
        "in-progress",
        25,
        date(2027, 3, 1),
        "once",
        "The oak one\nnot the pine one",
    )


def test_task_of_another_programme_is_anothers(year, read, task):
    news = one(read(task("UID:agreed@last-year.workshopcore", "SUMMARY:Draft it"), year))
    assert (news.id, news.known_as) == ("", "ics:agreed@last-year.workshopcore")


def test_task_known_from_before_says_nothing_new_in_a_coarser_word(year, read, task):
    blocked = evolve(year.action("blocked"), id="theirs", known_as=["ics:7@tasks.example"])
    known = year.with_action(blocked)
    news = one(read(task("UID:7@tasks.example", "SUMMARY:X", "STATUS:NEEDS-ACTION"), known))
    assert news.said.status == "blocked"


def test_task_with_nothing_but_words_is_news(year, read, task):
    news = one(read(task("SUMMARY:Order the desk"), year))
    assert (news.id, news.known_as, news.on) == ("", "", None)
    assert news.said == ActionState("Order the desk")


@pytest.mark.parametrize(
    ("lines", "due"),
    [
        (["DUE;VALUE=DATE:20270401"], date(2027, 4, 1)),
        (["DUE:20270401"], date(2027, 4, 1)),
        (["DUE:20270401T170000"], date(2027, 4, 1)),
        # Midnight of the first of April in London, as many programs write it.
        (["DUE:20270331T230000Z"], date(2027, 4, 1)),
        # Midnight in Paris is the day before in London, but not for whoever chose the day.
        (["DUE;TZID=Europe/Paris:20270401T000000"], date(2027, 4, 1)),
        (["DUE;TZID=Customized Time Zone 1:20270401T000000"], date(2027, 4, 1)),
        (["DTSTART;VALUE=DATE:20270325", "DURATION:P1W"], date(2027, 4, 1)),
        (["DTSTART:20270331T220000Z", "DURATION:PT90M"], date(2027, 4, 1)),
        (["DTSTART;VALUE=DATE:20270325", "DURATION:P1W", "DUE:20270402"], date(2027, 4, 2)),
        (["DTSTART:20270325"], None),
        (["DUE:"], None),
    ],
)
def test_due_date_is_the_day_that_was_meant(year, read, task, lines, due):
    assert one(read(task("UID:7", "SUMMARY:X", *lines), year)).said.due == due


@pytest.mark.parametrize(
    ("line", "path", "found"),
    [
        ("DUE:tomorrow", "line 6, DUE", "'tomorrow'"),
        ("DUE;VALUE=DATE:20270231", "line 6, DUE", "'20270231'"),
        ("DUE:P7D", "line 6, DUE", "'P7D'"),
        ("DUE:18991231", "line 6, DUE", "'18991231'"),
        ("DUE:99991231T235959Z", "line 6, DUE", "'99991231T235959Z'"),
        ("DUE:00010101T000000Z", "line 6, DUE", "'00010101T000000Z'"),
        ("DURATION:P7D", "line 6, DURATION", "'DURATION alone'"),
        ("STATUS:MAYBE", "line 6, STATUS", "'MAYBE'"),
        ("PERCENT-COMPLETE:half", "line 6, PERCENT-COMPLETE", "'half'"),
        ("PERCENT-COMPLETE:101", "line 6, PERCENT-COMPLETE", "'101'"),
        ("ATTENDEE:mailto:x@example.net", "line 6, ATTENDEE", "'x@example.net'"),
        ("LAST-MODIFIED:yesterday", "line 6, LAST-MODIFIED", "'yesterday'"),
        ("SUMMARY Order the desk", "line 6", "'SUMMARY Order the desk'"),
    ],
)
def test_value_that_cannot_be_is_named_with_its_line(year, read, task, line, path, found):
    imported = read(task("UID:7", "SUMMARY:Order the desk", line), year)
    assert faults(imported) == [(path, found)]
    (news,) = imported.value
    assert news.said.statement == "Order the desk"


@pytest.mark.parametrize(
    ("start", "length", "found"),
    [
        ("noon", "P7D", "'noon'"),
        ("20270325", "a week", "'a week'"),
        ("20270325", "20270401", "'20270401'"),
        ("20270325", "P9999999W", "'P9999999W'"),
        ("20270325", "P99999999999999W", "'P99999999999999W'"),
    ],
)
def test_length_of_time_that_cannot_be_is_named(year, read, task, start, length, found):
    imported = read(task("SUMMARY:X", f"DTSTART:{start}", f"DURATION:{length}"), year)
    assert faults(imported) == [("line 6, DURATION", found)]


@pytest.mark.parametrize("name", ["RRULE", "RDATE", "RECURRENCE-ID", "EXRULE"])
def test_task_that_comes_again_is_a_problem(year, read, task, name):
    imported = read(task("UID:7", "SUMMARY:Water the plants", f"{name}:FREQ=DAILY"), year)
    assert imported.value == ()
    assert faults(imported) == [(f"line 6, {name}", f"'{name}'")]
    assert "a task of its own" in imported.problems[0].hint


def test_foreign_task_without_words_is_a_problem(year, read, task):
    imported = read(task("UID:7", "SUMMARY:   "), year)
    assert (imported.value, faults(imported)) == ((), [("line 3", "nothing")])


def test_due_date_that_somebody_took_away_is_a_problem(year, write, read):
    data = edited(write(year), "agreed", ("\r\nDUE;VALUE=DATE:20270407", ""))
    imported = read(data, year)
    news = imported.value[1]
    assert (news.id, news.said.due) == ("agreed", None)
    (fault,) = imported.problems
    assert (fault.path, fault.expected) == (news.place, "DUE, as 2027-04-07 was sent")


def test_options_are_unknown(year, write, read):
    imported = read(write(year), year, options={"month_first": True})
    assert [fault.path for fault in imported.problems] == ["options.month_first"]
    assert len(imported.value) == 9


def test_enormous_file_is_refused(year, read):
    imported = read(b" " * (32 * 2**20 + 1), year)
    assert (imported.value, faults(imported)) == ((), [("line 1", "33,554,433 bytes")])


def test_our_task_without_words_keeps_the_rest(year, read, task):
    news = one(read(task("UID:agreed@year.workshopcore", "STATUS:COMPLETED"), year))
    assert (news.said.statement, news.said.status) == (None, "done")


def test_task_that_only_says_when_it_was_completed_is_done(year, read, task):
    news = one(read(task("UID:7", "SUMMARY:X", "COMPLETED:20270301T120000Z"), year))
    assert (news.said.status, news.on) == ("done", date(2027, 3, 1))


def test_several_people_for_one_task_are_nobody(year, read, task):
    two = ["ATTENDEE:mailto:amina@example.org", "ATTENDEE:mailto:jo@example.org"]
    assert one(read(task("SUMMARY:X", *two), year)).said.owner is None


def test_progress_is_told(year, write, read):
    told = []
    read(write(year), year, advance=lambda done, every: told.append((done, every)))
    assert told[-1] == (9, 9)


def test_importer_is_what_it_says():
    made = TaskImporter()
    assert (made.key, made.matter, made.suffixes) == ("calendar:vtodo", "actions", (".ics",))
