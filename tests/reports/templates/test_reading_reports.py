"""Folders of reports: all of them, or everything that is wrong."""

import zipfile
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest

from workshopcore.errors import TemplateError
from workshopcore.reports.templates import read_reports


def faults(*places):
    """Return what is wrong, each as the name of its file, its line and the words."""
    with pytest.raises(TemplateError) as caught:
        read_reports(*places)
    return [(Path(each.file).name, each.line, each.message) for each in caught.value.faults]


def test_reports_come_from_folders_within_folders(house):
    house.write("One", "one")
    (house.folder / "letters").mkdir()
    house.write("Two", "two").rename(house.folder / "letters" / "two.md.jinja")
    (house.folder / "letters" / "notes.txt").write_text("no report")
    (house.folder / ".git").mkdir()
    (house.folder / ".git" / "x.md.jinja").write_text("no report")

    reports = read_reports(house.folder)
    assert [report.key for report in reports] == ["acme:two", "acme:one"]
    assert reports[0].file == str(house.folder / "letters" / "two.md.jinja")


def test_single_file_is_a_report(house):
    file = house.write("One")
    house.write("Two", "two")

    assert [report.key for report in read_reports(file)] == ["acme:note"]
    assert [report.key for report in read_reports(str(file))] == ["acme:note"]


def test_reports_come_out_of_a_distribution(house, tmp_path):
    house.part("Yours", "_close")
    file = house.write("{% include '_close.md.jinja' %}")
    archive = tmp_path / "plugin.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("reports/note.md.jinja", file.read_text())
        packed.writestr("reports/_close.md.jinja", "Yours")
    folder = zipfile.Path(archive, "reports/")
    assert isinstance(folder, Traversable)

    [report] = read_reports(folder)
    assert report.key == "acme:note"


def test_nothing_is_read_when_a_report_is_built(house):
    file = house.write("First")
    [report] = read_reports(house.folder)
    file.unlink()

    from workshopcore.contracts.reports import ReportRequest
    from workshopcore.testing import sample_programme

    [paragraph] = report.build(sample_programme(), ReportRequest()).blocks
    assert paragraph.text == "First"


def test_everything_wrong_in_all_files_is_told_together(house):
    house.write("{{ programm.title }}\n{% if %}", "a")
    house.write("{{ x|uper }}\n\n{{ day|uper }}", "b")
    house.write("fine", "c", audience="boss")
    house.part("{% endif %}", "_d")

    assert faults(house.folder) == [
        ("_d.md.jinja", 1, "Encountered unknown tag 'endif'"),
        ("a.md.jinja", 7, "Expected an expression, got 'end of statement block'"),
        ("b.md.jinja", 6, "there is no filter 'uper': did you mean 'upper'?"),
        ("b.md.jinja", 8, "there is no filter 'uper': did you mean 'upper'?"),
        (
            "c.md.jinja",
            4,
            "audience is facilitators, participants, expert, sponsor or public, not 'boss'",
        ),
    ]


def test_message_has_every_fault_on_a_line_of_its_own(house):
    house.write("{{ a }}{{ b }}")

    with pytest.raises(TemplateError) as caught:
        read_reports(house.folder)
    first, *rest = str(caught.value).splitlines()
    assert first == "2 faults"
    assert rest[0] == f"  {house.folder / 'note.md.jinja'}:6: there is no 'a' here"


def test_lines_of_the_head_are_templates_too(house):
    house.write("fine", heading='"{{ programm.title }}"', subtitle='"{% if %}"')

    assert faults(house.folder) == [
        ("note.md.jinja", 5, "there is no 'programm' here: did you mean 'programme'?"),
        ("note.md.jinja", 6, "Expected an expression, got 'end of statement block'"),
    ]


def test_what_is_not_needed_is_not_there(house):
    house.write("{{ workshop.title }} {{ as_of }}", needs='["as_of"]')

    assert faults(house.folder) == [
        (
            "note.md.jinja",
            7,
            "there is no 'workshop' here: add 'workshop' to needs, in the head of the file",
        )
    ]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.md.jinja", b"no head", "a report begins with a head, TOML between two lines '+++'"),
        ("a.md.jinja", b"+++\n\xff\n+++\n", "it is no text in UTF-8"),
        ("a.md.jinja", b"x" * (2**20 + 1), "it is larger than 1 MiB"),
        ("a.md.jinja", "+++\n+++\n\U000f0001".encode(), "line 3 has the character U+F0001"),
        ("a.txt", b"", "there is no report here: the names of templates end in '.md.jinja'"),
    ],
)
def test_file_that_is_none_is_named(tmp_path, name, content, words):
    (tmp_path / name).write_bytes(content)
    [(_, _, told)] = faults(tmp_path)
    assert words in told


def test_place_that_is_not_there_is_named(tmp_path):
    assert faults(tmp_path / "nowhere") == [("nowhere", 0, "there is no such folder or file")]


def test_key_that_is_there_twice_is_named(house, tmp_path):
    house.write("One", "one")
    house.write("Two", "two").write_text((house.folder / "one.md.jinja").read_text())

    assert faults(house.folder) == [
        ("two.md.jinja", 1, f"the key 'acme:one' is also that of {house.folder / 'one.md.jinja'}")
    ]


def test_same_folder_named_twice_is_read_once(house):
    house.write("One")
    assert len(read_reports(house.folder, house.folder)) == 1


@pytest.mark.parametrize("name", ["../secret.md.jinja", "/etc/passwd", "letters/../../x.md.jinja"])
def test_templates_see_nothing_outside_of_their_folder(house, name):
    (house.folder.parent / "secret.md.jinja").write_text("secret")
    house.write("{% include '" + name + "' %}")

    [(_, line, words)] = faults(house.folder)
    assert line == 6
    assert words.startswith(f"there is no template '{name}' in this folder")
