"""`workshopcore evaluate import`."""

import json
import os
from hashlib import sha256

import pytest
from evaluated import AFTER, BEFORE, CODES, HEADINGS, rows, write

import workshopcore as wc
from workshopcore.cli import editing
from workshopcore.cli.evaluate import keeping
from workshopcore.evaluation import kept_answers


@pytest.fixture
def take(run, year, export):
    def take(*arguments, wave="close", path=None):
        return run("evaluate", "import", year, wave, path or export(), *arguments)

    return take


def answers_in(folder, year, wave="close"):
    programme = wc.load(year)
    data = (folder / "answers" / f"{wave}.csv").read_bytes()
    return kept_answers(data, programme.instrument("pulse"), programme.wave(wave).answers)


def test_import_only_looks_unless_it_is_told_to_write(take, year, folder):
    before = year.read_bytes()

    result = take()

    assert (result.exit_code, result.stderr) == (0, "")
    assert "close.csv: answers of 9 people for 'close'; 9 with a code" in result.stdout
    assert "Only looked at: add --write to keep them" in result.stdout
    assert year.read_bytes() == before
    assert not (folder / "answers").exists()


def test_import_shows_how_many_answered_each_question(take):
    lines = take().stdout.splitlines()

    assert lines[:4] == [
        "question  answered",
        "worth     9 of 9",
        "tools     9 of 9",
        "else      0 of 9",
    ]


def test_import_writes_the_file_and_names_it_by_hash_and_count(take, year, folder):
    result = take("--write")

    assert result.exit_code == 0
    data = (folder / "answers" / "close.csv").read_bytes()
    kept = wc.load(year).wave("close").answers
    assert (kept.path, kept.sha256, kept.count) == (
        "answers/close.csv", sha256(data).hexdigest(), 9,
    )  # fmt: skip
    assert answers_in(folder, year).by_token("worth") == dict(zip(CODES, AFTER, strict=True))


def test_import_keeps_comments_and_freezes_the_instrument(take, year):
    result = take("--write")

    text = year.read_text(encoding="utf-8")
    assert "# What we ask, and when." in text
    assert "# promised" in text
    assert wc.load(year).instrument("pulse").frozen_as
    assert "The instrument is frozen now: a change to it is a new version" in result.stdout


def test_import_leaves_names_and_moments_behind(take, folder):
    take("--write")

    text = (folder / "answers" / "close.csv").read_text()
    assert "Amina" not in text
    assert "2027" not in text


def test_import_keeps_times_if_asked(take, year, folder):
    take("--write", "--keep-times")

    assert sorted(answers_in(folder, year).submitted)[0] == "2027-11-24 09:00"


def test_import_makes_a_secret_for_its_owner_alone(take, folder):
    result = take("--write")

    key = folder / "answers" / "key"
    assert len(bytes.fromhex(key.read_text())) == 32
    assert f"Made {key}: keep it safe, and to yourself" in result.stdout
    if os.name == "posix":
        assert key.stat().st_mode & 0o777 == 0o600
        assert (folder / "answers" / "close.csv").stat().st_mode & 0o077 == 0


def test_import_never_makes_another_secret(take, folder, export):
    take("--write")
    key = (folder / "answers" / "key").read_text()

    result = take("--write", wave="baseline", path=export("baseline.csv", BEFORE))

    assert "Made" not in result.stdout
    assert (folder / "answers" / "key").read_text() == key


def test_same_answers_may_be_imported_again(take, year):
    take("--write")
    before = year.read_bytes()

    assert take("--write").exit_code == 0
    assert year.read_bytes() == before


def test_other_answers_replace_none_unless_told_so(take, export, year, folder):
    take("--write")
    before = (folder / "answers" / "close.csv").read_bytes()
    more = export("more.csv", BEFORE)

    result = take("--write", path=more)

    assert result.exit_code == 2
    assert "has other answers: add --replace" in result.stderr
    assert (folder / "answers" / "close.csv").read_bytes() == before
    assert take("--write", "--replace", path=more).exit_code == 0
    assert answers_in(folder, year).by_token("worth") == dict(zip(CODES, BEFORE, strict=True))


def test_answers_whose_file_is_gone_are_replaced_only_if_told_so(take, export, folder, year):
    take("--write")
    (folder / "answers" / "close.csv").unlink()
    before = year.read_bytes()

    result = take("--write", path=export("more.csv", BEFORE))

    assert result.exit_code == 2
    assert "'close' has other answers: add --replace" in result.stderr
    assert year.read_bytes() == before
    assert not (folder / "answers" / "close.csv").exists()


def test_programme_that_cannot_be_written_leaves_the_answers_as_they_were(
    take, export, folder, monkeypatch
):
    take("--write")
    before = (folder / "answers" / "close.csv").read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(editing, "_TRIES", 1)
    monkeypatch.setattr("workshopcore.files.save", full)
    result = take("--write", "--replace", path=export("more.csv", BEFORE))

    assert (result.exit_code, result.stderr) == (2, "Error: No space left on device\n")
    assert (folder / "answers" / "close.csv").read_bytes() == before


def test_import_lists_what_it_cannot_use_and_reads_the_rest(take, folder):
    body = [*rows(AFTER), ("", "", "jetty", "perhaps", "Maps;Spades", "")]
    result = take(
        path=write(folder / "odd.csv", [(*row, "x") for row in body], (*HEADINGS, "Extra"))
    )

    assert result.exit_code == 1
    assert "column Extra: expected a question of the instrument" in result.stdout
    assert "row 11, column Worth" in result.stdout
    assert "found 'perhaps'" in result.stdout
    assert "row 11, column What do you use?" in result.stdout
    assert "answers of 9 people" in result.stdout
    assert "1 row left out: without any answer" in result.stdout


def test_import_counts_who_answered_again(take, folder):
    again = [*rows(AFTER), *rows((1,), ("amber",))]

    result = take(path=write(folder / "again.csv", again))

    assert "answers of 9 people" in result.stdout
    assert "1 row left out: answered again later" in result.stdout


def test_file_without_answers_is_refused_with_a_cure(take, folder):
    path = folder / "other.csv"
    path.write_text("Colour,Shape\nred,round\n")

    result = take(path=path)

    assert result.exit_code == 2
    assert "no answers to 'pulse' in it. Add --suggest" in result.stderr
    assert "column Colour" in result.stdout


def test_mapping_of_a_file_is_kept_with_the_instrument(take, folder, year):
    (folder / "our-tool.toml").write_text('token = "C"\n[columns]\nQ1 = "worth"\n"Q2" = ""\n')
    path = write(folder / "q.csv", [("amber", "Agree", "x")] * 1, ("C", "Q1", "Q2"))

    take("--write", "--mapping", "our-tool.toml", path=path)

    kept = wc.load(year).instrument("pulse").mappings["our-tool"]
    assert (kept["token"], dict(kept["columns"])) == ("C", {"Q1": "worth", "Q2": ""})


def test_mapping_can_be_named(take):
    assert "read by the mapping 'forms'" in take("--mapping", "forms").stdout


def test_mapping_that_is_not_there_is_refused(take):
    result = take("--mapping", "form")

    assert result.exit_code == 2
    assert "'pulse' has no mapping 'form'. Did you mean 'forms'?" in result.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"token = ", "expected TOML"),
        (b"\xff\xfe", "expected UTF-8 text"),
        (b"tokn = 'x'", "Did you mean 'token'?"),
    ],
)
def test_mapping_file_that_cannot_be_used_is_refused(take, folder, content, said):
    (folder / "broken.toml").write_bytes(content)

    result = take("--mapping", "broken.toml")

    assert result.exit_code == 2
    assert said in result.stderr


def test_several_mappings_have_to_be_named(take, year):
    text = year.read_text(encoding="utf-8")
    year.write_text(
        text.replace("[[waves]]", '[instruments.mappings.paper]\ndivider = ","\n\n[[waves]]', 1),
        encoding="utf-8",
    )

    result = take()

    assert result.exit_code == 2
    assert "'pulse' has several mappings: add --mapping, forms or paper" in result.stderr


def test_mapping_of_the_waves_own_name_comes_first(take, year):
    text = year.read_text(encoding="utf-8")
    year.write_text(
        text.replace("[[waves]]", '[instruments.mappings.close]\ntoken = "Code"\n\n[[waves]]', 1),
        encoding="utf-8",
    )

    assert "read by the mapping 'close'" in take().stdout


def test_wave_without_an_instrument_is_refused(take, year):
    text = year.read_text(encoding="utf-8").rpartition('instrument = "pulse"\n')
    year.write_text(text[0] + text[2], encoding="utf-8")

    result = take()

    assert result.exit_code == 2
    assert "the wave 'close' names no instrument" in result.stderr


def test_wave_that_is_not_there_is_refused(take):
    result = take(wave="clse")

    assert result.exit_code == 2
    assert "Did you mean 'close'?" in result.stderr


def test_import_prints_json(take):
    result = take("--json")

    found = json.loads(result.stdout)
    assert found["answered"] == {"worth": 9, "tools": 9, "else": 0}
    assert (found["people"], found["with_code"], found["kept"]) == (9, 9, None)
    assert found["left_out"] == {"retracted": 0, "repeated": 0, "empty": 0}


def test_import_prints_what_was_kept_as_json(take):
    kept = json.loads(take("--json", "--write").stdout)["kept"]

    assert set(kept) == {"path", "sha256", "frozen"}
    assert kept["frozen"] is True


def test_suggested_mapping_reads_the_file_once_it_is_filled_in(take, folder):
    path = write(
        folder / "t.csv",
        [("x", "amber", "Absolutely", "Maps,Plans"), ("y", "birch", "2", "Plans")],
        ("Timestamp", "Code", "It is worth my time", "What do you use?"),
    )
    text = take("--suggest", path=path).stdout

    assert '"Timestamp" = ""  # not known by its heading' in text
    assert '"It is worth my time" = "worth"' in text
    assert 'token = "Code"' in text
    assert '[words."worth"]  # Disagree | Neither | Agree\n"Absolutely" = ""' in text
    (folder / "ours.toml").write_text(text.replace('"Absolutely" = ""', '"Absolutely" = "Agree"'))
    found = json.loads(take("--mapping", "ours.toml", "--json", path=path).stdout)
    assert found["answered"] == {"worth": 2, "tools": 2}
    assert [each["path"] for each in found["problems"]] == ["item else"]


def test_suggested_mapping_knows_rows_of_headings(take, folder):
    path = folder / "monkey.csv"
    path.write_text("Respondent ID,What do you use?,,Worth\n,Maps,Plans,Response\n1,Maps,,Agree\n")

    text = take("--suggest", path=path).stdout

    assert "headings = 2" in text
    assert '"What do you use? [Plans]" = "tools=Plans"' in text


def test_suggested_mapping_passes_over_rows_below_the_headings(take, folder):
    path = folder / "qualtrics.csv"
    path.write_text(
        'Q1,Q2\nWorth\x1b it,Else\n"{""ImportId"":""1""}","{""ImportId"":""2""}"\n2,x\n'
    )

    text = take("--suggest", path=path).stdout

    assert "skip = 1" in text
    assert '"Q1" = ""  # Worth\\x1b it' in text


def test_workbook_needs_the_plugin_that_reads_it(take, folder):
    (folder / "answers.xlsx").write_bytes(b"PK\x03\x04rest")

    result = take(path=folder / "answers.xlsx")

    assert result.exit_code == 2
    assert "pip install workshopcore-office" in result.stderr


WORKBOOKS = """
from attrs import frozen
from workshopcore import hookimpl
from workshopcore.contracts.exchange import Imported
from workshopcore.errors import Problem

@frozen
class Reader:
    key: str = "books:answers"
    title: str = "Workbook"
    matter: str = "answers"
    suffixes: tuple = (".book",)

    def read(self, data, programme, request):
        if b"empty" in data:
            return Imported((), [Problem("WC004", "file", "nothing", "a workbook")])
        sheet = request.options.get("sheet", "")
        rows = [("Code", "Worth"), ("amber", sheet or "Agree")]
        return Imported(tuple(rows), [Problem("WC003", "row 9", "a formula", "a value")])

@hookimpl
def workshopcore_importers():
    return [Reader()]
"""


def test_workbook_is_read_by_a_plugin(take, folder, install):
    install("books", WORKBOOKS)
    (folder / "a.book").write_bytes(b"PK\x03\x04rest")

    result = take(path=folder / "a.book")

    assert result.exit_code == 1
    assert "row 9: expected a value, found a formula" in result.stdout
    assert "answers of 1 person" in result.stdout


def test_sheet_of_a_workbook_can_be_named(take, folder, install):
    install("books", WORKBOOKS)
    (folder / "a.book").write_bytes(b"PK\x03\x04rest")

    result = take("--sheet", "Two", "--format", "books:answers", path=folder / "a.book")

    assert result.exit_code == 2
    assert "found 'Two'" in result.stdout


def test_workbook_with_nothing_in_it_says_why(take, folder, install):
    install("books", WORKBOOKS)
    (folder / "a.book").write_bytes(b"PK\x03\x04empty")

    result = take(path=folder / "a.book")

    assert (result.exit_code, "expected a workbook, found nothing" in result.stderr) == (2, True)


def test_workbook_of_another_name_is_refused(take, folder, install):
    install("books", WORKBOOKS)
    (folder / "a.zip").write_bytes(b"PK\x03\x04rest")

    result = take(path=folder / "a.zip")

    assert (result.exit_code, "no format ends in '.zip'" in result.stderr) == (2, True)


def test_csv_file_has_no_sheets(take):
    result = take("--sheet", "Two")

    assert (result.exit_code, "leave --sheet out" in result.stderr) == (2, True)


def test_instrument_that_changes_meanwhile_stops_the_import(take, year, folder, monkeypatch):
    whole = keeping.make_secret

    def meanwhile(file):
        text = year.read_text(encoding="utf-8")
        year.write_text(text.replace("It is worth my time", "It was worth it"), encoding="utf-8")
        return whole(file)

    monkeypatch.setattr(keeping, "make_secret", meanwhile)
    result = take("--write")

    assert result.exit_code == 2
    assert "'pulse' has just been changed. Nothing was written: try again" in result.stderr
    assert not (folder / "answers" / "close.csv").exists()


def test_folder_that_is_full_leaves_nothing_behind(take, folder, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("workshopcore.cli.evaluate.keeping.os.fsync", full)
    result = take("--write")

    assert (result.exit_code, "No space left on device" in result.stderr) == (2, True)
    assert [path.name for path in (folder / "answers").iterdir()] == ["key"]


def test_instrument_that_is_frozen_stays_so(take, year, export):
    take("--write")
    frozen = wc.load(year).instrument("pulse").frozen_on

    result = take("--write", wave="baseline", path=export("baseline.csv", BEFORE))

    assert "The instrument is frozen now" not in result.stdout
    assert wc.load(year).instrument("pulse").frozen_on == frozen


def test_instrument_without_mappings_needs_none(take, year, folder):
    text = year.read_text(encoding="utf-8")
    start, end = text.index("[instruments.mappings.forms]"), text.index("[[waves]]")
    year.write_text(text[:start] + text[end:], encoding="utf-8")

    result = take(path=write(folder / "plain.csv", [("Agree",)] * 6, ("Worth",)))

    assert "answers of 6 people for 'close'\n" in result.stdout
    assert "with a code" not in result.stdout
