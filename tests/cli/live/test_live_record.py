import json

import pytest

import workshopcore as wc
from workshopcore.cli.live.entry import Entry
from workshopcore.cli.live.record import FileRecord, Rehearsal
from workshopcore.cli.program import Refusal

START = Entry("talk", None, wc.Actual("talk", "2027-01-19T09:00"))
END = Entry("talk", START.new, wc.Actual("talk", "2027-01-19T09:00", "2027-01-19T09:40"))


@pytest.fixture
def record(morning):
    return FileRecord(morning, "w")


@pytest.fixture
def broken(morning):
    """Break the file, and return what mends it."""
    text = morning.read_text(encoding="utf-8")
    morning.write_text(text + "\n[[", encoding="utf-8")
    return lambda: morning.write_text(text, encoding="utf-8")


def sidecar(morning):
    return morning.with_name("morning.w.unsaved.json")


def test_entry_is_in_the_file_at_once(record, morning, on_record):
    record.add([START])
    assert on_record(wc.load(morning)) == ["talk 09:00-"]
    assert (record.trouble, record.held) == ("", ())


def test_file_keeps_what_a_person_wrote_around_it(record, morning):
    record.add([START])
    assert "# the long one" in morning.read_text(encoding="utf-8")


def test_entry_is_taken_out_of_the_file_again(record, morning, on_record):
    record.add([START])
    record.add([START.undone])
    assert on_record(wc.load(morning)) == []


def test_second_of_two_breaks_of_the_same_name_is_told_apart(record, morning, on_record):
    record.add([Entry("break-2", None, wc.Actual("break-2", "2027-01-19T11:55"))])
    assert on_record(wc.load(morning)) == ["break-2 11:55-"]


def test_what_somebody_else_wrote_in_between_stays(record, morning, on_record):
    text = morning.read_text(encoding="utf-8")
    morning.write_text(text.replace("Where are we now?", "And now?"), encoding="utf-8")
    record.add([START])
    there = wc.load(morning)
    assert there.workshop("w").title == "And now?"
    assert on_record(there) == ["talk 09:00-"]


def test_what_somebody_else_records_is_taken_in(record, morning, on_record):
    other = FileRecord(morning, "w")
    other.add([START])
    record.settle()
    record.add([END])
    assert on_record(record.programme) == ["talk 09:00-09:40"]
    assert on_record(wc.load(morning)) == ["talk 09:00-09:40"]


def test_settling_reads_nothing_while_nothing_changed(record, morning):
    record.settle()
    before = record.programme
    record.settle()
    assert record.programme is before


def test_entry_that_cannot_be_saved_is_held_and_said(record, broken, on_record):
    record.add([START])
    assert record.held == (START,)
    assert "morning.toml" in record.trouble
    assert on_record(record.programme) == ["talk 09:00-"]


def test_entry_that_was_held_is_saved_when_it_can_be(record, broken, morning, on_record):
    record.add([START])
    record.add([END])
    broken()
    record.settle()
    assert on_record(wc.load(morning)) == ["talk 09:00-09:40"]
    assert (record.trouble, record.held) == ("", ())


def test_entry_that_was_held_is_kept_beside_the_file_for_the_next_sitting(
    record, broken, morning, on_record
):
    record.add([START])
    assert sidecar(morning).exists()
    broken()
    again = FileRecord(morning, "w")
    assert on_record(wc.load(morning)) == ["talk 09:00-"]
    assert (again.held, sidecar(morning).exists()) == ((), False)


def test_everything_of_an_entry_survives_beside_the_file(record, broken, morning):
    whole = wc.Actual(
        "talk", "2027-01-19T09:00", "2027-01-19T09:40", fate="moved", note="To next time"
    )
    entries = (START, Entry("talk", START.new, whole), Entry("talk", whole, None))
    record.add(entries)
    broken()
    text = morning.read_text(encoding="utf-8")
    morning.write_text(text.replace('id = "talk"', 'id = "speech"'), encoding="utf-8")
    assert FileRecord(morning, "w").held == entries[:2]


def test_entry_of_a_session_that_has_gone_holds_up_no_other(record, morning, on_record):
    text = morning.read_text(encoding="utf-8")
    morning.write_text(text.replace('id = "talk"', 'id = "speech"'), encoding="utf-8")
    game = Entry("game", None, wc.Actual("game", "2027-01-19T09:40"))
    record.add([START, game])
    assert on_record(wc.load(morning)) == ["game 09:40-"]
    assert record.held == (START,)
    assert "'talk'" in record.trouble


def test_workshop_that_has_gone_is_trouble_and_no_end(record, morning):
    text = morning.read_text(encoding="utf-8")
    morning.write_text(
        text.replace('id = "w"', 'id = "v"').replace("w/expert", "v/expert"), encoding="utf-8"
    )
    record.add([START])
    assert record.held == (START,)
    assert record.trouble.startswith("no workshop 'w'")


def test_file_that_has_gone_is_trouble_and_is_not_made_anew(record, morning):
    morning.rename(morning.with_name("elsewhere.toml"))
    record.add([START])
    assert "found no file of that name" in record.trouble
    assert not morning.exists()


def test_file_that_changes_all_the_time_is_trouble(morning):
    def load(path):
        programme = wc.load(path)
        with path.open("a", encoding="utf-8") as file:
            file.write("# again\n")
        return programme

    record = FileRecord(morning, "w", load=load)
    record.add([START])
    assert record.trouble == f"{morning} is being changed all the time"
    assert record.held == (START,)


def test_left_behind_says_where_entries_are_kept(record, broken, morning):
    record.add([START])
    assert record.left_behind == (
        f"Not saved: 1 entry. It is kept in {sidecar(morning)}, and the next --live takes it up"
    )


def test_left_behind_counts(record, broken, morning):
    record.add([START, END])
    assert record.left_behind == (
        f"Not saved: 2 entries. They are kept in {sidecar(morning)}, and the next --live takes"
        " them up"
    )


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (END, "talk, 2027-01-19T09:00 to 2027-01-19T09:40"),
        (START.undone, "talk, nothing"),
        (Entry("talk", None, wc.Actual("talk", fate="cut")), "talk, cut"),
    ],
)
def test_left_behind_tells_every_kind_of_entry(record, broken, morning, entry, told):
    sidecar(morning).mkdir()
    record.add([entry])
    sidecar(morning).rmdir()
    assert record.left_behind == f"Not saved, and kept nowhere. Write it down: {told}"


def test_folder_that_takes_no_file_is_trouble_in_words(record, morning, monkeypatch):
    def full(*_arguments, **_settings):
        raise OSError(28, "No space left on device", str(morning))

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        record.add([START])
    assert record.trouble == f"{morning}: No space left on device"
    record.settle()
    assert (record.trouble, record.held) == ("", ())


def test_left_behind_tells_the_entries_where_they_could_be_kept_nowhere(record, broken, morning):
    sidecar(morning).mkdir()
    record.add([START])
    sidecar(morning).rmdir()
    assert record.left_behind == (
        "Not saved, and kept nowhere. Write it down: talk, 2027-01-19T09:00 to now"
    )


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"version": 2, "entries": []}',
        '{"version": 1, "entries": [{"session": "talk", "old": null, "new": {"colour": "red"}}]}',
        '{"version": 1, "entries": [{"session": "talk", "old": null, "new": {"start": "noon"}}]}',
        '{"version": 1, "entries": [{"session": "talk"}]}',
        '{"version": 1, "entries": 3}',
        "[" * 100_000,
    ],
)
def test_file_of_held_entries_that_is_none_stops_the_start(morning, content):
    sidecar(morning).write_text(content)
    with pytest.raises(Refusal, match="expected entries that an earlier sitting could not save"):
        FileRecord(morning, "w")


def test_file_of_held_entries_can_be_read_by_people(record, broken, morning):
    record.add([START])
    assert json.loads(sidecar(morning).read_text()) == {
        "version": 1,
        "entries": [
            {
                "session": "talk",
                "old": None,
                "new": {"start": "2027-01-19T09:00:00", "fate": "done", "note": ""},
            }
        ],
    }


def test_rehearsal_begins_empty_and_leaves_the_file_alone(record, morning, on_record):
    record.add([START])
    before = morning.read_bytes()
    rehearsal = Rehearsal(wc.load(morning), "w")
    assert on_record(rehearsal.programme) == []
    rehearsal.add([Entry("game", None, wc.Actual("game", "2027-01-19T09:40"))])
    rehearsal.settle()
    assert on_record(rehearsal.programme) == ["game 09:40-"]
    assert morning.read_bytes() == before
