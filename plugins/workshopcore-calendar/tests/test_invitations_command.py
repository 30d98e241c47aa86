import json
from email import message_from_bytes

import icalendar
import pytest
from attrs import evolve
from click.testing import CliRunner

import workshopcore as wc
import workshopcore_calendar
from workshopcore.cli.command_line import command_line


@pytest.fixture
def run(tmp_path, monkeypatch, series):
    """Return what runs a command beside a programme file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WORKSHOPCORE_LOAD_PLUGINS", "")
    wc.save(series, "programme.toml")
    cli = command_line()
    workshopcore_calendar.workshopcore_commands(cli)

    def run(*arguments):
        return CliRunner().invoke(cli, arguments)

    return run


def invited(run, *options):
    return run("invitations", "programme.toml", "--as-of", "2027-01-04", *options)


def events_in(path):
    return icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")


def test_what_there_is_to_send_is_listed_and_nothing_written(run, tmp_path):
    result = invited(run, "--for", "Amina", "--workshop", "1")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "new: Amina Yusuf, Where are we now?",
        "1 invitation to send. Add --to FOLDER to write them.",
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["programme.toml"]


def test_each_person_has_a_folder_of_invitations(run, tmp_path):
    invited(run, "--to", "out")
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.ics")) == [
        "out/amina/gained.ics",
        "out/amina/where-now.ics",
        "out/amina/where-to.ics",
        "out/hana/desk-expert.ics",
        "out/jo/gained.ics",
        "out/jo/where-now.ics",
        "out/jo/where-to.ics",
        "out/miriam/gained-facilitation.ics",
        "out/miriam/where-now-facilitation.ics",
        "out/miriam/where-to-facilitation.ics",
        "out/olu/where-to.ics",
    ]


def test_who_has_no_address_is_told_and_the_others_are_written(run, tmp_path):
    result = invited(run, "--to", "out")
    assert result.exit_code == 1
    assert result.output.endswith(
        "11 invitations in out. Nothing was sent.\n"
        "No e-mail address: Li Wei. Give them an email in the programme, or a calendar of their"
        " own: workshopcore feeds\n"
    )


def test_record_lies_beside_the_programme(run, tmp_path):
    invited(run, "--to", "out", "--for", "olu")
    (entry,) = json.loads((tmp_path / "invitations.json").read_text())["invitations"]
    assert (entry["person"], entry["workshop"], entry["sequence"]) == ("olu", "where-to", 0)


def test_second_run_has_nothing_to_say(run, tmp_path):
    invited(run, "--to", "out", "--for", "olu")
    written = (tmp_path / "out/olu/where-to.ics").read_bytes()
    result = run(
        "invitations", "programme.toml", "--as-of", "2027-01-05", "--to", "out", "--for", "olu"
    )
    assert (result.exit_code, result.output) == (0, "Everybody has what there is to send.\n")
    assert (tmp_path / "out/olu/where-to.ics").read_bytes() == written


def test_move_and_cancellation_follow(run, tmp_path, series, changed):
    invited(run, "--to", "out", "--for", "amina")
    moved = changed(series, "where-now", end="2027-01-19T13:00")
    off = moved.with_event(wc.Event("2027-01-04", "cancelled"), "workshop", "gained")
    wc.save(off, "programme.toml")
    result = invited(run, "--to", "out", "--for", "amina")
    assert result.output == (
        "Wrote out/amina/where-now.ics (moved)\n"
        "Wrote out/amina/gained.ics (cancelled)\n"
        "2 invitations in out. Nothing was sent.\n"
    )
    (event,) = events_in(tmp_path / "out/amina/where-now.ics")
    assert (event["SEQUENCE"], event["DTSTAMP"].dt.isoformat()) == (1, "2027-01-04T12:00:01+00:00")
    (event,) = events_in(tmp_path / "out/amina/gained.ics")
    assert (event["SEQUENCE"], event["STATUS"]) == (1, "CANCELLED")


def test_without_a_day_it_is_now(run, series, changed):
    far = changed(series, "gained", start="2099-11-09T10:00", end="2099-11-09T12:00")
    wc.save(far, "far.toml")
    result = run("invitations", "far.toml", "--for", "jo", "--workshop", "gained")
    assert result.output.splitlines()[0] == "new: Jo Park, What have we gained?"
    assert run("feeds", "far.toml", "--to", "feeds", "--for", "jo").exit_code == 0


def test_facilitators_alarm_and_sender_are_chosen(run, tmp_path):
    invited(
        run, "--to", "out", "--for", "miriam", "--set-up", "90", "--alarm", "15", "--from", "Jo"
    )
    (event,) = events_in(tmp_path / "out/miriam/where-now-facilitation.ics")
    assert f"{event['DTSTART'].dt:%H:%M}" == "08:00"
    assert event["ORGANIZER"] == "mailto:jo@example.org"
    assert len(event.walk("VALARM")) == 1


def test_record_that_cannot_be_read_stops_everything(run, tmp_path):
    (tmp_path / "invitations.json").write_text("{")
    result = invited(run, "--to", "out")
    assert result.exit_code == 2
    assert "Restore the file from a backup" in result.output
    assert not (tmp_path / "out").exists()


def test_feeds_are_a_file_for_each_person(run, tmp_path):
    result = run("feeds", "programme.toml", "--to", "feeds", "--as-of", "2027-01-25")
    assert (result.exit_code, result.output) == (0, "6 calendars in feeds.\n")
    assert sorted(path.name for path in (tmp_path / "feeds").iterdir()) == [
        *("amina.ics", "hana.ics", "jo.ics", "li.ics", "miriam.ics", "olu.ics"),
    ]
    assert len(events_in(tmp_path / "feeds/amina.ics")) == 3


def test_feed_of_one_person_has_their_actions_if_asked(run, tmp_path):
    options = ("--to", "feeds", "--as-of", "2027-01-25", "--for", "Amina", "--actions")
    assert run("feeds", "programme.toml", *options).output == "1 calendar in feeds.\n"
    assert [path.name for path in (tmp_path / "feeds").iterdir()] == ["amina.ics"]
    assert len(events_in(tmp_path / "feeds/amina.ics")) == 4


def test_feed_of_somebody_who_has_nothing_is_refused(run, series, tmp_path):
    guest = wc.Person("Guest", "observer", id="guest")
    wc.save(evolve(series, people=[*series.people, guest]), "more.toml")
    result = run("feeds", "more.toml", "--to", "feeds", "--as-of", "2027-01-25", "--for", "guest")
    assert result.exit_code == 2
    assert "nothing is in the calendar of guest" in result.output
    assert not (tmp_path / "feeds").exists()


def test_what_is_new_is_written_as_mails(run, tmp_path):
    invited(run, "--to", "out", "--mail", "--for", "olu")
    (path,) = (tmp_path / "out").rglob("*.*")
    assert path.name == "where-to.eml"
    message = message_from_bytes(path.read_bytes())
    assert message["To"] == "Olu Sola <olu@example.org>"
    assert invited(run, "--to", "out", "--mail", "--for", "olu").output == (
        "Everybody has what there is to send.\n"
    )


def test_mails_need_a_folder(run):
    result = invited(run, "--mail")
    assert result.exit_code == 2
    assert "--mail needs --to FOLDER" in result.output
