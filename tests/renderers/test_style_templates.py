"""A folder of templates beside a style's file."""

from pathlib import Path

import pytest

from workshopcore.contracts.report import Callout, Paragraph, Report
from workshopcore.errors import ProgrammeFileError
from workshopcore.renderers import HtmlRenderer
from workshopcore.renderers.styles.reading import read_style


@pytest.fixture
def house(tmp_path):
    """Return a function that writes a style with templates, and returns its file."""

    def house(**templates):
        folder = tmp_path / "templates"
        folder.mkdir(exist_ok=True)
        for name, content in templates.items():
            path = folder / name.replace("__", ".").replace("_", "-")
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        file = tmp_path / "house.toml"
        file.write_text('key = "acme"\ntitle = "Acme"\ntemplates = "templates"\n')
        return file

    return house


def problems(file):
    with pytest.raises(ProgrammeFileError) as caught:
        read_style(file)
    return [(Path(each.file).name, each.line, each.found) for each in caught.value.problems]


def test_templates_are_taken_in(house):
    file = house(
        callout__jinja="<aside>{{ block.title }}</aside>",
        form_field__jinja="x",
        house__css="a{}",
        notes__txt="not for us",
    )
    style = read_style(file)
    for entry in (file.parent / "templates").iterdir():
        entry.unlink()

    assert set(style.templates) == {"callout.jinja", "form-field.jinja", "house.css"}
    report = Report("note", "Note", "participants", [Callout("Mind", [Paragraph("x")])])
    assert b"<aside>Mind</aside>" in HtmlRenderer().render(report, style)


def test_style_without_templates_has_none(tmp_path):
    file = tmp_path / "house.toml"
    file.write_text('key = "acme"\ntitle = "Acme"\ntemplates = ""\n')
    assert not read_style(file).templates


def test_everything_wrong_in_them_is_reported_with_its_line(house):
    found = problems(
        house(
            calout__jinja="x",
            callout__jinja="\n{{ blok }}",
            table__jinja="{% if %}",
            house__css="\n\n</style>",
            quote__jinja=b"\xff",
        )
    )
    assert [(name, line) for name, line, _ in found] == [
        ("quote.jinja", 0),
        ("calout.jinja", 1),
        ("callout.jinja", 2),
        ("table.jinja", 1),
        ("house.css", 3),
    ]
    assert found[1][2] == "one: no block has this template: did you mean 'callout.jinja'?"


def test_file_that_is_far_too_large_is_refused(house):
    [(name, _, found)] = problems(house(callout__jinja="x" * (2**20 + 1)))
    assert (name, found) == ("callout.jinja", "more than 1 MiB")


def test_folder_that_is_not_there_is_named(tmp_path):
    file = tmp_path / "house.toml"
    file.write_text('key = "acme"\ntitle = "Acme"\ntemplates = "nowhere"\n')
    [(name, _, found)] = problems(file)
    assert name == "house.toml"
    assert found.startswith("'nowhere' (")


def test_templates_are_a_folder_and_no_table(tmp_path):
    file = tmp_path / "house.toml"
    file.write_text('key = "acme"\ntitle = "Acme"\n[templates]\ncallout = "x"\n')
    assert [found for _, _, found in problems(file)] == ["a table"]
