"""What has not changed is not made again, and whatever could have changed it is noticed."""

import json
import sys
from importlib import import_module

import attrs
import pytest

from workshopcore.contracts.report import Paragraph, Report
from workshopcore.testing import sample_programme
from workshopcore.toolkit import Toolkit
from workshopcore.toolkit.memory import NAME, Memory, fingerprint, ground
from workshopcore.toolkit.memory import source as source_of

DAY = "2027-06-30"
REPORT = Report("acme:note", "A note", "participants", [Paragraph("Said.")])


PLUGIN = """
from types import SimpleNamespace
from workshopcore import hookimpl

WRITTEN = []

def render(report, style):
    WRITTEN.append(report.key)
    return f"{style.footer} {report}".encode()

@hookimpl
def workshopcore_renderers():
    raw = {"key": "acme:raw", "title": "Raw", "suffix": ".raw", "media_type": "text/plain"}
    return [SimpleNamespace(**raw, render=render)]
"""


@pytest.fixture
def plugin(tmp_path_factory, monkeypatch):
    """Return a plugin that can be imported by name, and notes what its renderer writes."""
    folder = tmp_path_factory.mktemp("code")
    (folder / "acme_that_counts.py").write_text(PLUGIN, encoding="utf-8")
    monkeypatch.syspath_prepend(folder)
    yield import_module("acme_that_counts")
    del sys.modules["acme_that_counts"]


@pytest.fixture
def written(plugin):
    return plugin.WRITTEN


@pytest.fixture
def publish(plugin, written, tmp_path):
    toolkit = Toolkit(discover=False, plugins=[plugin])

    def published(programme=None, **details):
        written.clear()
        reports = ["overview", "action-plan", "participant-agenda"]
        details = {"as_of": DAY, "reports": reports, "renderers": ["acme:raw"], **details}
        return toolkit.publish(programme or sample_programme(), tmp_path, **details)

    return published


def test_second_run_makes_nothing(publish, written):
    first = publish()
    assert written
    second = publish()
    assert (written, second.changed) == ([], ())
    assert (second.paths, second.releases) == (first.paths, first.releases)


def test_only_what_says_something_new_is_made(publish, written):
    programme = sample_programme()
    publish(programme)
    first, *others = programme.actions
    changed = attrs.evolve(first, statement="Ask the front desk what people ask for first")
    publish(attrs.evolve(programme, actions=[changed, *others]))
    assert "action-plan" in written
    assert "participant-agenda" not in written


def test_file_that_somebody_touched_is_made_again(publish, written):
    publication = publish()
    page = publication.paths[1]
    page.write_text("mine", encoding="utf-8")
    again = publish()
    assert written == ["overview"]
    assert again.changed == (page,)
    page.unlink()
    assert publish().changed == (page,)


def test_another_style_makes_everything_again(publish, written):
    publish()
    number = len(written)
    publish(style="civic")
    assert len(written) == number


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 9}', '{"version": 1, "files": 3}'])
def test_memory_that_cannot_be_read_means_that_everything_is_made(publish, written, tmp_path, text):
    publish()
    number = len(written)
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert publish().changed == ()
    assert len(written) == number


def test_memory_keeps_what_other_runs_made(publish, tmp_path):
    publish(reports=["overview"])
    publish(reports=["action-plan"])
    kept = json.loads((tmp_path / NAME).read_text(encoding="utf-8"))["files"]
    assert set(kept) == {
        "index.raw",
        "participants/1-before/overview.raw",
        "participants/3-between/action-plan.raw",
    }


def test_nothing_is_remembered_of_a_plugin_whose_code_is_not_known(tmp_path):
    class Plugin:
        pass

    publication = Toolkit(discover=False, plugins=[Plugin()]).publish(
        sample_programme(), tmp_path, as_of=DAY, reports=["overview"]
    )
    assert publication.paths
    assert not (tmp_path / NAME).exists()


def source(report, renderer, style, code):
    """Return what a file is made from, as a publication puts it together."""
    return source_of(fingerprint(report), renderer, code, fingerprint(style))


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Another"},
        {"language": "de"},
        {"subtitle": "Now"},
        {"details": {"live": 1}},
        {"blocks": [Paragraph("Said!")]},
    ],
)
def test_source_is_of_everything_that_a_report_holds(change):
    toolkit = Toolkit(discover=False)
    html, plain = toolkit.renderers["html"], toolkit.styles["plain"]
    before = source(REPORT, html, plain, "code")
    assert source(attrs.evolve(REPORT), html, plain, "code") == before
    assert source(attrs.evolve(REPORT, **change), html, plain, "code") != before


def test_source_is_of_the_renderer_the_style_and_the_code():
    toolkit = Toolkit(discover=False)
    html, text, plain = (
        toolkit.renderers["html"],
        toolkit.renderers["text"],
        toolkit.styles["plain"],
    )
    footed = attrs.evolve(plain, footer="In confidence")
    sources = {
        source(REPORT, html, plain, "code"),
        source(REPORT, text, plain, "code"),
        source(REPORT, html, footed, "code"),
        source(REPORT, html, plain, "other code"),
    }
    assert len(sources) == 4
    assert source(REPORT, html, plain, "") == ""


def test_ground_is_of_every_file_of_the_code(tmp_path, monkeypatch):
    package = tmp_path / "acme_pages"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    templates = tmp_path / "templates"
    templates.mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    seen = {ground(["acme_pages.renderers"], [templates])}
    (package / "page.jinja").write_text("{{ report.title }}", encoding="utf-8")
    seen.add(ground(["acme_pages.renderers"], [templates]))
    (templates / "callout.jinja").write_text("!", encoding="utf-8")
    seen.add(ground(["acme_pages.renderers"], [templates]))
    (tmp_path / "somebodys_library-2.0.dist-info").mkdir()
    seen.add(ground(["acme_pages.renderers"], [templates]))
    assert len(seen) == 4
    assert ground(["acme_pages.renderers"], [templates]) in seen
    assert ground(["no_such_package"]) == ground([])


def test_file_that_is_not_there_is_not_still_there(tmp_path):
    memory = Memory(tmp_path, {"a.html": ("from", "hash")})
    assert not memory.still("a.html", "from")
    assert not memory.still("b.html", "from")
