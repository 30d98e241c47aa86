"""CSV: what is written is read back exactly, and what others write is read as they meant it."""

import csv
import io
import threading
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.actions import plan
from workshopcore.actions.merging import state_of
from workshopcore.contracts.exchange import ActionState, ExportRequest, ImportRequest
from workshopcore.delimited.formulas import as_text, as_typed
from workshopcore.errors import InvalidValueError
from workshopcore.exchange import CsvExporter, CsvImporter
from workshopcore.testing.strategies import programmes, texts

DAY = date(2027, 2, 20)


def written(programme, **options):
    return CsvExporter().write(programme, ExportRequest(DAY, options=options))


def read(programme, data, **options):
    data = data.encode() if isinstance(data, str) else data
    return CsvImporter().read(data, programme, ImportRequest(options))


def cells(data, **dialect):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), **dialect))


def said(imported):
    return [each.said for each in imported.value]


def paths(imported):
    return [(problem.code, problem.path) for problem in imported.problems]


# Writing.


def test_file_is_what_spreadsheets_expect(programme):
    data = written(programme)
    assert data.startswith(b"\xef\xbb\xbfId,Action,Owner,")
    assert data.endswith(b"\r\n")
    assert cells(data)[1] == [
        *("vision", "Draft the vision", "Amina Yusuf", "One front door"),
        *("2027-03-01", "2027-03-01", "In progress", "40", "Begun"),
        *("Amina Yusuf", "2027-03-01", "In progress", "40", "Begun"),
    ]


def test_file_carries_what_was_sent_out(programme):
    assert cells(written(programme))[0][9:] == [
        f"{name} (as sent)" for name in ("Owner", "Due", "Status", "Progress", "Note")
    ]


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_delimiter_may_be_another(programme, delimiter):
    data = written(programme, delimiter=delimiter)
    assert cells(data, delimiter=delimiter) == cells(written(programme))


@pytest.mark.parametrize("value", ["", ";;", "a", '"', "\n", " ", 5])
def test_delimiter_that_cannot_be_is_refused(programme, value):
    with pytest.raises(InvalidValueError, match="one character to stand between cells"):
        written(programme, delimiter=value)


def test_option_that_is_none_is_refused(programme):
    with pytest.raises(InvalidValueError, match="Did you mean 'delimiter'"):
        written(programme, delimeter=";")


# What spreadsheets would run. The list is that of the page on CSV injection of the Open
# Worldwide Application Security Project, and its full-width twins.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@pytest.mark.parametrize("start", DANGEROUS)
def test_cell_that_starts_like_a_formula_is_text(start):
    cell = f"{start}cmd|' /C calc'!A0"
    assert as_text(cell) == f"'{cell}"
    assert as_typed(as_text(cell)) == cell


@pytest.mark.parametrize("cell", ["Begun", "'Til Monday", "a=b", "2027-03-01", "40", "", "''"])
def test_other_cells_are_left_alone(cell):
    assert as_text(cell) == as_typed(cell) == cell


@given(st.text(st.sampled_from("'=+-@ \t\ra")) | texts())
def test_apostrophes_go_as_they_came(cell):
    assert as_typed(as_text(cell)) == cell
    for shown in (as_text(cell), as_text(cell).strip()):
        assert not shown.startswith(DANGEROUS)


def test_no_cell_of_a_file_starts_like_a_formula():
    hostile = wc.Programme(
        title="A year",
        people=[wc.Person("=HYPERLINK(1)", id="amina")],
        objectives=[wc.Objective("@SUM(1)", id="door")],
        actions=[
            wc.Action(
                "+1+1",
                "amina",
                objective="door",
                created=DAY,
                updates=[wc.Update(DAY, note="\t=1+1")],
            )
        ],
    )
    data = written(hostile)
    for cell in cells(data)[1]:
        assert not cell.startswith(DANGEROUS)
    (news,) = read(hostile, data).value
    assert news.sent == ActionState(owner="amina", status="proposed", note="\t=1+1")
    assert news.said == attrs.evolve(news.sent, statement="+1+1", objective="door")


# The round trip.


@given(programmes(), st.sampled_from((",", ";", "\t")))
def test_what_is_written_is_read_back_exactly(programme, delimiter):
    imported = read(programme, written(programme, delimiter=delimiter))
    states = {each.action.id: state_of(each) for each in plan(programme, DAY)}
    assert imported.problems == ()
    assert {each.id: each.said for each in imported.value} == states
    for each in imported.value:
        kept = attrs.evolve(states[each.id], statement=None, objective=None)
        assert each.sent == kept


def test_same_programme_gives_the_same_bytes(programme):
    assert written(programme) == written(programme)


def saved(data, encoding="utf-8", delimiter=",", dates="%Y-%m-%d"):
    """Return a file as a spreadsheet saves it: dates in the fashion of the country."""
    rows = [
        [date.fromisoformat(cell).strftime(dates) if cell.count("-") == 2 else cell for cell in row]
        for row in cells(data)
    ]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode(encoding)


@pytest.mark.parametrize(
    ("encoding", "delimiter", "dates"),
    [
        ("utf-8", ",", "%d/%m/%Y"),
        ("cp1252", ",", "%d/%m/%Y"),
        ("cp1252", ";", "%d.%m.%Y"),
        ("utf-16", "\t", "%d/%m/%Y"),
        ("utf-8-sig", ";", "%d-%b-%y"),
    ],
)
def test_file_that_a_spreadsheet_saved_says_the_same(programme, encoding, delimiter, dates):
    data = saved(written(programme), encoding, delimiter, dates)
    assert read(programme, data) == read(programme, written(programme))


def test_big_endian_file_is_read(programme):
    text = written(programme).decode("utf-8-sig")
    data = b"\xfe\xff" + text.encode("utf-16-be")
    assert read(programme, data) == read(programme, written(programme))


# Reading.


def test_problems_name_the_row_and_the_line(programme):
    data = 'Id,Note,Due\nvision,"one\ntwo\nthree",2027-04-01\nrota,x,soon\n'
    imported = read(programme, data)
    assert said(imported)[0].note == "one\ntwo\nthree"
    assert [each.place for each in imported.value] == ["row 2 (line 2)", "row 3 (line 5)"]
    assert paths(imported) == [("WC003", "row 3 (line 5), column Due")]


def test_headings_may_have_a_title_above(programme):
    data = "Actions of the team\n\nId,Due\nvision,1/4/2027\n"
    assert [each.place for each in read(programme, data).value] == ["row 4 (line 4)"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_they_like(programme, ending):
    data = ending.join(["Id,Note", "vision,x", "rota,y"])
    assert [each.said.note for each in read(programme, data).value] == ["x", "y"]


def test_line_that_names_the_delimiter_is_followed(programme):
    imported = read(programme, "sep=|\r\nId|Note\r\nvision|a;b,c\r\n")
    assert [(each.place, each.said.note) for each in imported.value] == [
        ("row 3 (line 3)", "a;b,c")
    ]


def test_delimiter_may_be_named(programme):
    (news,) = read(programme, "Id|Note\nvision|a;b,c\n", delimiter="|").value
    assert news.said.note == "a;b,c"


def test_delimiter_is_the_one_with_which_the_headings_make_sense(programme):
    data = "Id;Note, if any;Due\nvision;one, two, three;1/4/2027\n"
    assert said(read(programme, data)) == [ActionState(due=date(2027, 4, 1))]


def test_headings_of_a_mapping_tell_the_delimiter_and_the_row(programme):
    data = "Our list, so far\nWas; Wer\nOrder chairs;Amina\n"
    columns = {"statement": "Was", "owner": "Wer"}
    assert said(read(programme, data, columns=columns)) == [ActionState("Order chairs", "amina")]


def test_windows_letters_are_read(programme):
    data = "Id,Note\nvision,“Élodie” – 5 €\n".encode("cp1252")
    assert [each.note for each in said(read(programme, data))] == ["“Élodie” – 5 €"]


def test_bytes_that_no_encoding_has_are_a_problem_with_their_line(programme):
    imported = read(programme, b"Id,Note\nvision,\xe9\nrota,\x81x\n")
    assert paths(imported) == [("WC001", "line 3")]
    assert [each.note for each in said(imported)] == ["é", "\ufffdx"]


def test_encoding_may_be_named(programme):
    data = "Id,Note\nvision,Łódź\n".encode("cp1250")
    assert [each.note for each in said(read(programme, data, encoding="cp1250"))] == ["Łódź"]


@pytest.mark.parametrize(
    "name", ["zlib", "rot13", "unicode_escape", "idna", "nonsense", "a\0b", ""]
)
def test_encoding_that_is_none_is_a_problem(programme, name):
    imported = read(programme, "Id,Note\nvision,x\n", encoding=name)
    if name:
        assert (imported.value, paths(imported)) == ((), [("WC003", "options.encoding")])
    else:
        assert len(imported.value) == 1


@pytest.mark.parametrize(
    ("options", "path"),
    [
        ({"delimiter": "ab"}, "options.delimiter"),
        ({"encoding": 5}, "options.encoding"),
    ],
)
def test_option_that_cannot_be_is_a_problem_and_the_file_is_read(programme, options, path):
    imported = read(programme, "Id,Note\nvision,x\n", **options)
    assert paths(imported) == [("WC003", path)]
    assert len(imported.value) == 1


def test_option_that_nobody_has_is_a_problem(programme):
    imported = read(programme, "Id,Note\nvision,x\n", delimeter=";")
    assert paths(imported) == [("WC002", "options.delimeter")]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\r\n", "\ufeff".encode("utf-16")])
def test_file_with_nothing_in_it_is_a_problem(programme, data):
    assert paths(read(programme, data)) == [("WC004", "file")]


def test_workbook_is_sent_to_another_importer(programme):
    imported = read(programme, b"PK\x03\x04" + bytes(100))
    assert paths(imported) == [("WC001", "file")]
    assert "importer for workbooks" in imported.problems[0].hint


def test_row_with_a_stray_quotation_mark_is_left_out(programme):
    imported = read(programme, 'Id,Note\nvision,"a"b\nrota,y\n')
    assert [each.id for each in imported.value] == ["rota"]
    assert paths(imported) == [("WC001", "row 2 (line 2)")]


@pytest.mark.parametrize("rest", ["", "x" * 200_000])
def test_quotation_mark_that_is_not_closed_is_a_problem_with_its_line(programme, rest):
    imported = read(programme, f'Id,Note\nvision,x\nrota,"y\nvision,z{rest}\n')
    assert [each.id for each in imported.value] == ["vision"]
    assert paths(imported) == [("WC001", "row 3 (line 3)")]


def test_file_that_is_too_large_is_not_read(programme):
    imported = read(programme, bytes(33 * 2**20))
    assert paths(imported) == [("WC001", "file")]


def test_million_columns_are_no_matter(programme):
    data = "Id,Note" + ",x" * 1_000_000 + "\nvision,y" + ",z" * 1_000_000
    assert [each.said.note for each in read(programme, data).value] == ["y"]


def test_nul_is_a_letter_like_others(programme):
    assert [each.note for each in said(read(programme, "Id,Note\nvision,a\0b\n"))] == ["a\0b"]


def test_reading_changes_nothing_for_others(programme):
    before = csv.field_size_limit(), sorted(csv.list_dialects())
    read(programme, "Id,Note\nvision," + "x" * 200_000)
    assert (csv.field_size_limit(), sorted(csv.list_dialects())) == before


def test_files_are_read_side_by_side(programme):
    data = written(programme)
    expected, found = read(programme, data), []
    readers = [
        threading.Thread(target=lambda: found.append(read(programme, data))) for _ in range(4)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert found == [expected] * 4


@given(
    st.binary()
    | st.text(st.sampled_from('Id,Note;Due\t"\r\nvision=1\0\ufeff')).map(str.encode)
    | st.builds(
        lambda mark, rest: mark + rest, st.sampled_from((b"\xff\xfe", b"\xef\xbb\xbf")), st.binary()
    )
)
def test_any_bytes_are_read(data):
    programme = wc.Programme(
        title="A year",
        people=[wc.Person("Amina Yusuf", id="amina")],
        actions=[wc.Action("Draft the vision", "amina", id="vision")],
    )
    imported = read(programme, data)
    assert imported == read(programme, data)
    assert imported.value or imported.problems or data.strip()
    for problem in imported.problems:
        assert problem.path
        assert problem.expected
