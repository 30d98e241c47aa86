"""Files as they come: folded, cut short, in any encoding, with anything in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.contracts.exchange import ImportRequest
from workshopcore.testing import sample_programme
from workshopcore_calendar import TaskImporter
from workshopcore_calendar.lines import content_lines

PROGRAMME = sample_programme()


def lines(data):
    return [(line.number, line.text) for line in content_lines(data)]


def paths(imported):
    return [fault.path for fault in imported.problems]


def statements(imported):
    return [news.said.statement for news in imported.value]


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"])
@pytest.mark.parametrize("space", [b" ", b"\t"])
def test_folded_lines_are_whole_and_have_the_number_of_their_first(end, space):
    data = end.join([b"A:1", b"B:2", space + b"3", space + space + b"4", b"", b"C:5"])
    assert lines(data) == [(1, "A:1"), (2, "B:23" + space.decode() + "4"), (6, "C:5")]


def test_character_that_was_folded_in_its_middle_is_whole():
    assert lines(b"SUMMARY:caf\xc3\r\n \xa9") == [(1, "SUMMARY:café")]


@pytest.mark.parametrize(
    "data",
    [
        "\ufeffSUMMARY:café\r\nX:1".encode(),
        "\ufeffSUMMARY:café\r\nX:1".encode("utf-16-le"),
        "\ufeffSUMMARY:café\r\nX:1".encode("utf-16-be"),
    ],
)
def test_mark_of_an_encoding_is_understood(data):
    assert lines(data) == [(1, "SUMMARY:café"), (2, "X:1")]


def test_separators_inside_a_line_do_not_end_it():
    assert lines("A:one\u2028two\x0bthree\x85four".encode()) == [
        (1, "A:one\u2028two\x0bthree\x85four")
    ]


def test_text_in_another_encoding_is_read_and_named(read, task):
    imported = read(task("UID:7", "SUMMARY:X").replace(b"X", b"caf\xe9"), PROGRAMME)
    assert statements(imported) == ["café"]
    assert paths(imported) == ["line 5"]


def test_several_calendars_in_one_file_are_read(read, task):
    both = task("UID:1", "SUMMARY:One") + task("UID:2", "SUMMARY:Two")
    imported = read(both, PROGRAMME)
    assert (statements(imported), imported.problems) == (["One", "Two"], ())


def test_parameters_of_any_kind_are_read(read, task):
    hostile = 'SUMMARY;LANGUAGE="en;x:y";ALTREP="cid:1";X-EMPTY=;BARE:One: two; three'
    imported = read(task("UID:7", hostile), PROGRAMME)
    assert (statements(imported), imported.problems) == (["One: two; three"], ())


def test_escapes_are_undone_once(read, task):
    imported = read(task("UID:7", r"SUMMARY:C:\\New\\notes\; a\, b\: c\x"), PROGRAMME)
    assert statements(imported) == [r"C:\New\notes; a, b: c\x"]


def test_values_are_parted_where_a_comma_parts_them(read, task):
    objective = wc.Objective("One desk, one answer", id="one")
    year = wc.Programme(title="A year", objectives=[objective])
    imported = read(task("SUMMARY:X", r"CATEGORIES:Errands,One desk\, one answer,,"), year)
    assert [news.said.objective for news in imported.value] == ["one"]


def test_task_without_an_end_is_left_out_and_named(read):
    data = b"BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:1\nSUMMARY:Cut sh"
    imported = read(data, PROGRAMME)
    assert (imported.value, paths(imported)) == ((), ["line 2"])


def test_task_that_begins_inside_another_ends_it(read):
    data = (
        b"BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:A\nBEGIN:VTODO\nSUMMARY:B\nEND:VTODO\nEND:VCALENDAR"
    )
    imported = read(data, PROGRAMME)
    assert (statements(imported), paths(imported)) == (["B"], ["line 2"])


def test_alarm_without_an_end_is_named_and_the_task_is_read(read, task):
    imported = read(task("SUMMARY:A", "BEGIN:VALARM", "SUMMARY:B"), PROGRAMME)
    assert (statements(imported), paths(imported)) == (["A"], ["line 7"])


def test_calendar_that_ends_before_its_task_leaves_it_out(read):
    data = b"BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:A\nEND:VCALENDAR\nEND:VTODO"
    imported = read(data, PROGRAMME)
    assert (imported.value, paths(imported)) == ((), ["line 4", "line 5"])


@pytest.mark.parametrize("data", [b"", b"\x00\xff\xfe", b"Id,Action\n1,Draft it\n" * 3, b" \n "])
def test_file_that_is_no_calendar_is_one_problem(read, data):
    imported = read(data, PROGRAMME)
    assert (imported.value, paths(imported)) == ((), ["line 1"])
    assert imported.problems[0].found == "no calendar"


def test_calendar_of_appointments_is_a_problem(read):
    data = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Lunch\nEND:VEVENT\nEND:VCALENDAR"
    imported = read(data, PROGRAMME)
    assert [(fault.path, fault.found) for fault in imported.problems] == [("line 1", "only VEVENT")]


def test_calendar_without_anything_says_nothing(read):
    imported = read(b"BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", PROGRAMME)
    assert (imported.value, imported.problems) == ((), ())


_LINES = st.sampled_from(
    [
        *(
            f"{word}:{name}"
            for word in ("BEGIN", "END")
            for name in ("VCALENDAR", "VTODO", "VALARM")
        ),
        "UID:rota@one-front-door.workshopcore",
        "SUMMARY:Draw the rota",
        "DUE:20270101",
        "DUE;VALUE=DATE:99999999",
        "DTSTART:99991231",
        "DURATION:P999999999W",
        "STATUS:COMPLETED",
        "PERCENT-COMPLETE:٣",
        "X-WORKSHOPCORE-PROGRESS:٣",
        "X-WORKSHOPCORE-DUE:2027-13-01",
        'ATTENDEE;ROLE="x:y',
        "CATEGORIES:a,b\\,c",
        "COMPLETED:x",
        " folded",
        "RRULE:FREQ=DAILY",
    ]
)


@given(st.binary() | st.lists(_LINES.map(str.encode) | st.binary(max_size=20)).map(b"\n".join))
def test_anything_is_read_or_named_with_its_line(data):
    imported = TaskImporter().read(data, PROGRAMME, ImportRequest())
    last = len(data.splitlines()) + 1
    for fault in imported.problems:
        number = int(fault.path.removeprefix("line ").partition(",")[0])
        assert 1 <= number <= last
    assert [*imported.problems] == sorted(
        imported.problems, key=lambda fault: int(fault.path.removeprefix("line ").split(",")[0])
    )
