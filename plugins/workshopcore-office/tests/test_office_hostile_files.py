"""Files that are something else, damaged, or made to do harm: each is one problem, and no more."""

import struct
import warnings
import zipfile
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.exchange import Imported
from workshopcore.errors import Problem

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
SHEET = "xl/worksheets/sheet1.xml"


def rebuilt(data, change):
    """Return an archive whose parts went through a function; parts that it makes None are gone."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return file.getvalue()


def zipped(*parts):
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return file.getvalue()


def only(imported):
    """Return the one problem of a file that cannot be read."""
    assert imported.value == ()
    [problem] = imported.problems
    return problem.found


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "an empty file"),
        (b"Id;Action;Owner\n", "a file of another kind, or a damaged one"),
        (b"PK\x03\x04 and so on", "a file of another kind, or a damaged one"),
        (OLE + "Workbook".encode("utf-16-le"), "a workbook of the old kind (.xls)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a workbook locked with a password"),
        (zipped(("mimetype", "x"), ("content.xml", "x")), "an OpenDocument file (.ods)"),
        (zipped(("Index/Document.iwa", "x")), "a Numbers file"),
        (zipped(("photo.jpg", "x")), "an archive without a workbook in it"),
        (
            zipped(("[Content_Types].xml", "x"), ("xl/workbook.bin", "x")),
            "a binary workbook (.xlsb)",
        ),
        (
            zipped(("[Content_Types].xml", "<Types/>")),
            "a workbook that cannot be read as far as that",
        ),
        (zipped(), "an archive without a workbook in it"),
    ],
)
def test_a_file_that_is_something_else_says_what_it_is(read, data, what):
    assert only(read(data)) == what


def test_the_cure_says_how_to_make_it_a_workbook(read):
    assert str(read(OLE).problems[0]) == (
        "WC003 file: expected an Excel workbook (.xlsx), found a workbook of the old kind (.xls)."
        " Open it in Excel and save it as 'Excel Workbook (*.xlsx)'"
    )


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><sst>&i;</sst>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/hostname">]><sst/>'


@pytest.mark.parametrize(
    "part", [SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("attack", [BOMB, OUTSIDE, f"<!-- {'x' * 3_000_000} -->\n{OUTSIDE[21:]}"])
def test_xml_that_declares_entities_is_refused(sent, read, part, encoding, attack):
    data = rebuilt(sent, lambda name, old: attack.encode(encoding) if name == part else old)

    assert only(read(data)) == f"a part that declares a document type ({part!r})"


def test_what_unpacks_to_gigabytes_is_refused_unopened(sent, read):
    blank = b"<row/>" * 50_000_000

    data = rebuilt(sent, lambda name, old: blank if name == SHEET else old)

    assert len(data) < 1_000_000
    assert only(read(data)) == "13 parts with 286 MiB"


def test_more_parts_than_any_workbook_has_are_refused(sent, read):
    with zipfile.ZipFile(BytesIO(sent)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]

    data = zipped(*parts, *((f"{number}.xml", "") for number in range(1000)))

    assert only(read(data)) == "1013 parts with 0 MiB"


def test_a_size_that_is_a_lie_is_found_out(sent, read):
    with ZipFile(BytesIO(sent)) as archive:
        size = archive.getinfo(SHEET).file_size
    data = sent.replace(struct.pack("<L", size), struct.pack("<L", 10))

    assert only(read(data)) == f"an archive with a damaged part ({SHEET!r})"


def sheets(many, part="worksheets/sheet1.xml"):
    """Make a workbook of many sheets that all are in one part."""

    def change(name, old):
        if name == "xl/workbook.xml":
            extra = "".join(
                f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(9, many)
            )
            return old.replace(b"</sheets>", extra.encode() + b"</sheets>")
        return old

    return change


@pytest.mark.parametrize(
    ("many", "found"), [(10, "5 sheets in 4 parts"), (500, "495 sheets in 4 parts")]
)
def test_one_part_is_not_read_again_and_again(sent, read, many, found):
    assert only(read(rebuilt(sent, sheets(many)))) == found


def with_rows(rows):
    """Put XML of rows at the end of the list."""

    def change(name, old):
        return old.replace(b"</sheetData>", rows + b"</sheetData>") if name == SHEET else old

    return change


def test_a_million_rows_without_anything_in_them_are_passed_over(sent, read, changes):
    blank = b"".join(b'<row r="%d" ht="15"/>' % row for row in range(21, 1_048_577))
    blank_cells = b'<row r="%d" ht="15"><c r="A%d"/></row>' % (1_048_577, 1_048_577)

    imported = read(rebuilt(sent, with_rows(blank + blank_cells)))

    assert imported.problems == ()
    assert len(imported.value) == 5


@pytest.mark.parametrize(
    "rows",
    [
        b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>',
        b'<row r="21"><c r="ZZZZZZ21"><v>1</v></c></row>',
        b'<row r="21"><c r="A21" s="99999"><v>1</v></c></row>',
        b'<row r="21"><c r="A21" t="s"><v>99999</v></c></row>',
        b'<row r="21"><c r="A21"><v>1e999</v></c></row>',
        b'<row r="21"><c r="I21"><v>99e99</v></c></row>',
        b'<row r="21"><c r="A21" t="d"><v>no date</v></c></row>',
        b'<row r="x"><c r="!"><v>one</v></c></row>',
        b'<row r="21"><c r="A21"><f t="shared" si="0">A1:</f></c></row>',
        b"<row><c><v>1</v></c></row>",
        b"<row",
    ],
)
def test_a_sheet_that_makes_no_sense_never_raises(sent, read, rows):
    imported = read(rebuilt(sent, with_rows(rows)))

    assert {news.id for news in imported.value} <= {"draft", "hall", "ask", "name", "minutes"}


HOSTS = b"".join(
    b'<row r="%d"><c r="B%d" t="inlineStr"><is><t>Thank host %d</t></is></c></row>' % (n, n, n)
    for n in range(21, 2_000)
)


def test_what_comes_before_the_damage_is_read(sent, read):
    imported = read(rebuilt(sent, with_rows(HOSTS + b"<row")))

    assert [(problem.path, problem.found) for problem in imported.problems] == [
        ("sheet Actions", "a workbook that cannot be read as far as that")
    ]
    assert len(imported.value) > 1000


def test_enormous_text_is_news_like_any_other(sent, read, changes):
    text = b"x" * 5_000_000
    row = b'<row r="21"><c r="B21" t="inlineStr"><is><t>%s</t></is></c></row>' % text

    imported = read(rebuilt(sent, with_rows(row)))

    assert len(imported.value[-1].said.statement) == 5_000_000


def test_macros_are_no_hindrance_and_are_never_looked_at(sent, read, changes):
    def change(name, old):
        if name == "[Content_Types].xml":
            return old.replace(
                b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            )
        return old

    with_macros = rebuilt(sent, change)
    file = BytesIO(with_macros)
    with ZipFile(file, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 not a project")

    imported = read(file.getvalue())

    assert imported.problems == ()
    assert changes(imported) == {}


def test_the_list_of_sheets_may_be_in_another_part(sent, read, changes):
    def change(name, old):
        return old.replace(b"/xl/workbook.xml", b"/xl/book2.xml") if "Types" in name else old

    moved = {
        "xl/workbook.xml": "xl/book2.xml",
        "xl/_rels/workbook.xml.rels": "xl/_rels/book2.xml.rels",
    }
    with ZipFile(BytesIO(rebuilt(sent, change))) as archive:
        parts = [(moved.get(name, name), archive.read(name)) for name in archive.namelist()]

    assert changes(read(zipped(*parts))) == {}


def test_two_lists_of_sheets_are_refused(sent, read):
    def change(name, old):
        if "Types" not in name:
            return old
        again = old[old.index(b"<Override") : old.index(b"</Types>")]
        return old.replace(again, again + again)

    assert only(read(rebuilt(sent, change))) == "a workbook that cannot be read as far as that"


def test_names_of_sheets_are_no_way_into_a_message(sent, read):
    def change(name, old):
        if name == SHEET:
            return old.replace(b"</sheetData>", HOSTS + b"<row")
        return old.replace(b'"Actions"', b'"Actions&#10;%s"' % (b"x" * 5000))

    [problem] = read(rebuilt(sent, change)).problems

    assert problem.path == f"sheet Actions {'x' * 52}…"


def test_an_error_is_no_way_into_a_message(sent, read):
    row = b'<row r="21"><c r="B21" t="e"><v>#N/A\n%s</v></c></row>' % (b"x" * 5000)

    imported = read(rebuilt(sent, with_rows(row)))

    assert imported.problems[0].found == f"the error #N/A {'x' * 15}"


def test_what_openpyxl_warns_of_reaches_nobody(sent, read):
    def change(name, old):
        extension = (
            b'<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"/></extLst></worksheet>'
        )
        return old.replace(b"</worksheet>", extension) if name == SHEET else old

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read(rebuilt(sent, change)).problems == ()


def assert_is_an_answer(imported):
    assert isinstance(imported, Imported)
    assert all(isinstance(problem, Problem) for problem in imported.problems)
    assert imported.value or imported.problems


@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda tail: b"PK\x03\x04" + tail))
def test_no_bytes_raise(read, data):
    assert_is_an_answer(read(data))


@given(data=st.data())
def test_no_damage_to_the_archive_raises(sent, read, data):
    damaged = bytearray(sent)
    for place in data.draw(st.lists(st.integers(0, len(sent) - 1), min_size=1, max_size=8)):
        damaged[place] = data.draw(st.integers(0, 255))

    assert_is_an_answer(read(bytes(damaged[: data.draw(st.integers(1, len(sent)))])))


PARTS = (
    SHEET,
    "xl/sharedStrings.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
    "xl/worksheets/sheet4.xml",
)
SCRAPS = (
    b"",
    b"<",
    b"</row>",
    b'"',
    b"<v>1</v>",
    b"&#0;",
    b"-1",
    b"99999999999",
    b"<c r='A1'/>",
    b"\xff",
)


@given(data=st.data())
def test_no_damage_to_a_part_raises(sent, read, data):
    part = data.draw(st.sampled_from([*PARTS, "[Content_Types].xml", "docProps/core.xml"]))

    def change(name, old):
        if name != part:
            return old
        start, length = data.draw(st.integers(0, len(old))), data.draw(st.integers(0, 40))
        scrap = data.draw(st.sampled_from([*SCRAPS, None]))
        return None if scrap is None else old[:start] + scrap + old[start + length :]

    assert_is_an_answer(read(rebuilt(sent, change)))
