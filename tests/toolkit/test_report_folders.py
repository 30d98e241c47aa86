"""Reports out of folders, in a toolkit."""

import pytest

import workshopcore as wc
from workshopcore.errors import TemplateError
from workshopcore.testing import sample_programme

HEAD = '+++\nkey = "acme:{}"\ntitle = "Note"\naudience = "participants"\n+++\n'


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a report that is sound and one that fails when it is built."""
    for name, body in (("good", "{{ programme.title }}"), ("bad", "\n{{ programme.titel }}")):
        (tmp_path / f"{name}.md.jinja").write_text(HEAD.format(name) + body)
    return tmp_path


def test_reports_stand_beside_all_others(folder):
    toolkit = wc.Toolkit(discover=False, report_folders=[folder])

    assert {"acme:good", "acme:bad", "overview"} <= set(toolkit.reports)
    page = toolkit.render(toolkit.report(sample_programme(), "acme:good"), "html")
    assert b"One front door" in page
    assert toolkit.failures == ()
    [record] = [each for each in toolkit.plugins if each.name == "report-folders"]
    assert record.provides["reports"] == ("acme:bad", "acme:good")


def test_one_folder_needs_no_list(folder):
    assert "acme:good" in wc.Toolkit(discover=False, report_folders=str(folder)).reports


def test_toolkit_is_not_made_of_a_folder_with_faults(folder):
    (folder / "bad.md.jinja").write_text("{{ x }}")
    with pytest.raises(TemplateError, match=r"bad\.md\.jinja:1: a report begins with a head"):
        wc.Toolkit(discover=False, report_folders=[folder])


def test_template_that_fails_is_a_document_that_failed(folder, tmp_path):
    toolkit = wc.Toolkit(discover=False, report_folders=[folder])
    publication = toolkit.publish(
        sample_programme(),
        tmp_path / "out",
        as_of="2027-06-30",
        reports=["acme:bad", "acme:good"],
    )

    [skipped] = publication.skipped
    assert (skipped.report, skipped.failed) == ("acme:bad", True)
    assert skipped.reason.startswith(f"{folder / 'bad.md.jinja'}:7: a Programme has no 'titel'")
    assert [release.report for release in publication.releases] == ["acme:good"]


def test_plugin_may_bring_reports_as_files(folder):
    from workshopcore import hookimpl
    from workshopcore.reports.templates import read_reports

    class Acme:
        @hookimpl
        def workshopcore_reports(self):
            return read_reports(folder)

    toolkit = wc.Toolkit(discover=False, plugins=[Acme()])
    assert toolkit.report(sample_programme(), "acme:good").blocks
