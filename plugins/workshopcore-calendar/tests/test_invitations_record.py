import json
from datetime import UTC, datetime

import pytest

from workshopcore.errors import FileChangedError, InvalidValueError
from workshopcore_calendar.invitations import invite
from workshopcore_calendar.invitations.record_file import NAME, RecordFile

AT = datetime(2027, 1, 4, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def record(toolkit, series):
    return invite(toolkit, series, AT).record


@pytest.fixture
def path(tmp_path):
    return tmp_path / NAME


def test_record_comes_back_as_it_was_kept(path, record):
    RecordFile.read(path).keep(record)
    assert RecordFile.read(path).record == record


def test_record_grows(path, record):
    RecordFile.read(path).keep(record[:3])
    RecordFile.read(path).keep(record)
    assert RecordFile.read(path).record == record


def test_record_that_is_not_there_is_empty(path):
    assert RecordFile.read(path).record == ()


def test_record_that_somebody_else_has_written_is_not_overwritten(path, record):
    mine, theirs = RecordFile.read(path), RecordFile.read(path)
    theirs.keep(record[:3])
    with pytest.raises(FileChangedError, match="somebody has invited people meanwhile"):
        mine.keep(record)
    assert RecordFile.read(path).record == record[:3]


@pytest.mark.parametrize("text", ["{", "[]", '{"version": 2, "invitations": []}', '{"version": 1}'])
def test_file_that_is_no_record_is_refused(path, text):
    path.write_text(text)
    with pytest.raises(InvalidValueError, match="the record of earlier invitations"):
        RecordFile.read(path)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("uid", 7, "text"),
        ("sequence", -1, "a whole number from 0"),
        ("sequence", True, "a whole number from 0"),
        ("sequence", "1", "a whole number from 0"),
        ("stamp", "yesterday", "a moment in UTC"),
        ("start", "2027-01-04T09:00", "a moment in UTC"),
        ("method", "REPLY", "one of REQUEST, CANCEL"),
        ("status", "", "one of TENTATIVE, CONFIRMED, CANCELLED"),
        ("time_zone", "Mars/Olympus", "an IANA time zone"),
    ],
)
def test_entry_that_cannot_be_is_refused_with_its_place(path, record, name, value, expected):
    RecordFile.read(path).keep(record)
    found = json.loads(path.read_text())
    found["invitations"][2][name] = value
    path.write_text(json.dumps(found))
    with pytest.raises(InvalidValueError, match=expected) as raised:
        RecordFile.read(path)
    assert f"invitations[2].{name}" in str(raised.value)


def test_entry_that_is_no_table_is_refused(path):
    path.write_text('{"version": 1, "invitations": [3]}')
    with pytest.raises(InvalidValueError, match=r"a message in .*invitations\[0\]"):
        RecordFile.read(path)
