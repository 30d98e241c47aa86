"""What `--write` does to the file: dates and states, and nothing else."""

from datetime import date

import pytest

from workshopcore.model.lifecycle import Event


def lines_of(text):
    return [line for line in text.splitlines() if line.strip()]


def test_dates_go_into_the_file_and_comments_stay(choose, year, loaded):
    before = lines_of(year.read_text(encoding="utf-8"))

    result = choose("--write", "--fix", "three=2027-03-02")

    after = lines_of(year.read_text(encoding="utf-8"))
    assert result.stdout.endswith("Saved in year.toml, pencilled where it was not confirmed.\n")
    assert [f"{each.start:%Y-%m-%d %H:%M}" for each in loaded().workshops] == [
        *("2027-01-05 09:15", "2027-02-02 09:15", "2027-03-02 09:15"),
    ]
    assert [line for line in before if "#" in line] == [line for line in after if "#" in line]
    moved = {"start = 2027-01-12", "end = 2027-01-12", "start = 2027-02-23", "end = 2027-02-23"}
    gone = [line for line in before if line not in after]
    assert {line.partition("T")[0] for line in gone} == moved


def test_what_was_proposed_is_pencilled_and_what_was_given_stays(choose, loaded):
    choose("--write", "--fix", "three=2027-03-02")

    assert [each.state(date(2026, 11, 30)) for each in loaded().workshops] == [
        *("pencilled", "pencilled", "proposed"),
    ]


def test_writing_again_adds_nothing(choose, year):
    choose("--write")
    before = year.read_bytes()

    result = choose("--write", day="2026-12-01")

    assert (result.exit_code, year.read_bytes()) == (0, before)


def test_a_confirmed_workshop_that_moves_was_postponed_first(choose, run, loaded):
    choose("--write")
    run("record", "year.toml", "two", "--state", "confirmed", "--on", "2026-12-01")

    choose("--move", "two", "--write", day="2026-12-07")

    two = loaded().workshop("two")
    # Another has to move with it, and three weeks twice is the most even that is left.
    assert [f"{each.day}" for each in loaded().workshops] == [
        *("2027-01-19", "2027-02-09", "2027-03-02"),
    ]
    assert two.events == (
        Event("2026-11-30", "pencilled"),
        Event("2026-12-01", "confirmed"),
        Event("2026-12-07", "postponed", "Was to be on Tue 2027-02-02"),
        Event("2026-12-07", "pencilled"),
    )


def test_a_postponed_workshop_is_pencilled_for_its_new_day(choose, year, loaded):
    text = year.read_text(encoding="utf-8").replace(
        "start = 2027-02-02T09:15:00\n",
        'start = 2027-02-02T09:15:00\nevents = [{ on = 2026-11-02, status = "postponed" }]\n',
    )
    year.write_text(text, encoding="utf-8")

    choose("--mend", "--write")

    assert [event.status for event in loaded().workshop("two").events] == ["postponed", "pencilled"]
    assert loaded().workshop("two").day != date(2027, 2, 2)


def test_later_news_stops_it_and_nothing_is_written(choose, run, year):
    run("record", "year.toml", "two", "--state", "cancelled", "--on", "2026-12-24")
    before = year.read_bytes()

    result = choose("--write")

    assert result.exit_code == 2
    assert "Error: 'Two' cannot be pencilled: there is later news of 2026-12-24" in result.stderr
    assert "Name a later day with --as-of" in result.stderr
    assert year.read_bytes() == before


@pytest.mark.parametrize("asked", [["--json"], []])
def test_without_dates_nothing_is_written(choose, year, asked):
    before = year.read_bytes()

    result = choose("--write", "--weeks-apart", "4", "--until", "2027-02-12", *asked)

    assert result.exit_code == 1
    assert "Saved" not in result.stdout
    assert year.read_bytes() == before


def test_json_says_whether_it_is_saved(choose):
    assert '"saved": true' in choose("--write", "--json").stdout


def test_what_somebody_else_writes_meanwhile_stays(choose, year, loaded, monkeypatch):
    """The dates are chosen once more on top of it."""
    from workshopcore.cli.dates import sitting

    real, written = sitting.with_new_dates, []

    def meanwhile(programme, dates, on):
        if not written:
            text = year.read_text(encoding="utf-8").replace('"Mei Tanaka"', '"Mei Sato"')
            year.write_text(text, encoding="utf-8")
        written.append(programme)
        return real(programme, dates, on)

    monkeypatch.setattr(sitting, "with_new_dates", meanwhile)
    choose("--write")

    assert len(written) == 2
    assert "Mei Sato" in [person.name for person in loaded().people]
    assert loaded().workshop("one").day == date(2027, 1, 5)
