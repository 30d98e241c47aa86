"""`--report-folder`: reports of a house on the command line."""

import os

import pytest

HEAD = '+++\nkey = "acme:{}"\ntitle = "{}"\naudience = "participants"\n+++\n'


@pytest.fixture
def reports(tmp_path):
    """Return a folder with a report in it."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "note.md.jinja").write_text(HEAD.format("note", "Note") + "{{ programme.title }}")
    return folder


def listed(result):
    assert result.exit_code == 0
    return {line.split()[0] for line in result.stdout.splitlines() if line}


def test_reports_in_a_folder_are_listed(run, reports):
    assert "acme:note" not in listed(run("reports"))
    assert "acme:note" in listed(run("reports", "--report-folder", str(reports)))


def test_folders_are_named_once_and_for_all(run, reports, tmp_path, monkeypatch):
    other = tmp_path / "other"
    other.mkdir()
    (other / "more.md.jinja").write_text(HEAD.format("more", "More") + "x")
    monkeypatch.setenv("WORKSHOPCORE_REPORT_FOLDERS", os.pathsep.join([str(reports), str(other)]))

    assert {"acme:note", "acme:more"} <= listed(run("reports"))


def test_report_in_a_folder_is_published(run, programme, reports, tmp_path):
    out = tmp_path / "out"
    options = ["--as-of", "2027-02-01", "--report-folder", str(reports), "--report", "acme:note"]
    result = run("publish", str(programme), "--to", str(out), *options)

    assert result.exit_code == 0
    [page] = (out / "participants").rglob("acme-note.html")
    assert "Harbour team" in page.read_text()


def test_template_that_fails_fails_its_document(run, programme, reports, tmp_path):
    (reports / "note.md.jinja").write_text(HEAD.format("note", "Note") + "{{ programme.titel }}")
    options = ["--as-of", "2027-02-01", "--report-folder", str(reports), "--report", "acme:note"]
    result = run("publish", str(programme), "--to", str(tmp_path / "out"), *options)

    assert result.exit_code == 1
    assert "note.md.jinja:6: a Programme has no 'titel'" in result.output


def test_everything_wrong_in_a_folder_is_said_at_once(run, programme, reports, tmp_path):
    (reports / "note.md.jinja").write_text(HEAD.format("note", "Note") + "{{ a }}\n{{ b }}")
    folder = ["--report-folder", str(reports)]

    for command in (["reports"], ["publish", str(programme), "--to", str(tmp_path / "out")]):
        result = run(*command, *folder)
        assert result.exit_code == 2
        assert "note.md.jinja:6: there is no 'a' here" in result.stderr
        assert "note.md.jinja:7: there is no 'b' here" in result.stderr


def test_folder_that_is_not_there_is_named(run):
    result = run("reports", "--report-folder", "nowhere")
    assert result.exit_code == 2
    assert "nowhere: there is no such folder or file" in result.stderr
