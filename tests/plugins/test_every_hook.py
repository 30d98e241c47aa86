"""Every hook is documented, and every hook is called: one installed plugin answers them all."""

import re
from pathlib import Path

import pytest

from workshopcore.plugins.kinds import KINDS
from workshopcore.plugins.loading import hook_arguments
from workshopcore.testing import sample_programme
from workshopcore.toolkit import Toolkit

ROOT = Path(__file__).parents[2]

FULL = """
from pathlib import Path
from types import SimpleNamespace

from workshopcore.contracts.report import Paragraph, Report
from workshopcore.contracts.reports import Style
from workshopcore.model.evaluation import Instrument, Question
from workshopcore.model.length import Length
from workshopcore.plugins import hookimpl

CALLS = {}

def note(hook, *values):
    CALLS[hook] = values

@hookimpl
def workshopcore_session_formats():
    note("workshopcore_session_formats")
    yield SimpleNamespace(
        key="full:dance", title="Dance", people=(2, 40),
        length=lambda people, options: Length(5, 10, 15), expand=lambda request: None,
    )

@hookimpl
def workshopcore_reports():
    note("workshopcore_reports")
    yield SimpleNamespace(
        key="full:note", title="Note", audience="public", needs=frozenset(),
        build=lambda programme, request: Report(
            "full:note", "Note", "public", [Paragraph(programme.title)]
        ),
    )

@hookimpl
def workshopcore_renderers():
    note("workshopcore_renderers")
    yield SimpleNamespace(
        key="full:raw", title="Raw", suffix=".raw", media_type="text/plain",
        render=lambda report, style: repr(report.blocks).encode(),
    )

@hookimpl
def workshopcore_styles():
    note("workshopcore_styles")
    yield Style("full:house", "House")

@hookimpl
def workshopcore_checks():
    note("workshopcore_checks")
    yield SimpleNamespace(
        code="FULL101", title="Nothing", severity="note", thresholds=(), run=lambda context: []
    )

@hookimpl
def workshopcore_instruments():
    note("workshopcore_instruments")
    yield Instrument("Pulse", [Question("What helped?")])

@hookimpl
def workshopcore_importers():
    note("workshopcore_importers")
    yield SimpleNamespace(
        key="full:tracker", title="Tracker", matter="actions", suffixes=(".csv",), read=len
    )

@hookimpl
def workshopcore_exporters():
    note("workshopcore_exporters")
    yield SimpleNamespace(
        key="full:tracker", title="Tracker", matter="actions", suffix=".csv", write=len
    )

@hookimpl
def workshopcore_text_screens():
    note("workshopcore_text_screens")
    yield SimpleNamespace(key="full:names", title="Names", screen=lambda text, people: [])

@hookimpl
def workshopcore_template_roots():
    note("workshopcore_template_roots")
    yield Path("templates")

@hookimpl
def workshopcore_translations():
    note("workshopcore_translations")
    yield Path(__file__).parent

@hookimpl
def workshopcore_finish_report(report, programme):
    note("workshopcore_finish_report", report.key, programme.id)

@hookimpl
def workshopcore_published(publication, programme):
    note("workshopcore_published", len(publication.paths), programme.id)

@hookimpl
def workshopcore_commands(cli):
    note("workshopcore_commands", cli.name)
"""


class Group:
    """What the hook asks of a command line."""

    name = "workshopcore"
    commands: dict = {}  # noqa: RUF012

    def add_command(self, cmd, name=None):
        self.commands[name or cmd] = cmd


@pytest.fixture
def called(site, tmp_path) -> dict[str, tuple]:
    """Return every hook that was called while a toolkit did all it can, with what it was told."""
    site.install("full", FULL)
    toolkit = Toolkit(load=["full"])
    programme = sample_programme()
    assert "full:dance" in toolkit.formats
    assert "full:pulse" in toolkit.instruments
    assert "full:tracker" in toolkit.importers
    assert "full:tracker" in toolkit.exporters
    assert "full:names" in toolkit.text_screens
    assert toolkit.template_roots == (Path("templates"),)
    toolkit.check(programme)
    toolkit.publish(
        programme,
        tmp_path / "out",
        as_of="2027-06-30",
        reports=["full:note"],
        renderers=["full:raw"],
        style="full:house",
    )
    toolkit.add_commands(Group())
    assert toolkit.failures == ()
    import workshopcore_full

    assert toolkit.translations == (Path(workshopcore_full.__file__).parent,)
    return workshopcore_full.CALLS


def test_every_hook_is_called(called):
    assert set(called) == set(hook_arguments())


def test_hooks_with_arguments_are_told_what_they_are_about(called):
    assert called["workshopcore_finish_report"] == ("full:note", "one-front-door")
    assert called["workshopcore_published"] == (2, "one-front-door")
    assert called["workshopcore_commands"] == ("workshopcore",)


def test_listing_shows_everything_that_the_plugin_registers(site):
    site.install("full", FULL)
    [record] = [each for each in Toolkit(load=["full"]).plugins if each.name == "full"]
    assert record.hooks == tuple(sorted(hook_arguments()))
    assert record.provides == {
        "formats": ("full:dance",),
        "reports": ("full:note",),
        "renderers": ("full:raw",),
        "styles": ("full:house",),
        "checks": ("FULL101",),
        "instruments": ("full:pulse",),
        "importers": ("full:tracker",),
        "exporters": ("full:tracker",),
        "text_screens": ("full:names",),
        "template_roots": ("full:0",),
        "translations": ("full:0",),
    }


def test_every_hook_is_documented_with_an_example():
    page = (ROOT / "docs/reference/hooks.md").read_text(encoding="utf-8")
    sections = re.split(r"^## ", page, flags=re.MULTILINE)[1:]
    documented = {
        section.split("\n", 1)[0].strip("`"): section
        for section in sections
        if section.startswith("`workshopcore_")
    }
    assert set(documented) == set(hook_arguments())
    for hook, section in documented.items():
        assert f"autofunction:: workshopcore.plugins.hookspecs.{hook}" in section
        assert "```python" in section, hook
        assert f"def {hook}(" in section


def test_every_hook_says_when_it_is_called_and_since_when():
    from workshopcore.plugins import hookspecs

    for hook, arguments in hook_arguments().items():
        text = getattr(hookspecs, hook).__doc__
        assert "Called " in text
        assert "exception" in text
        assert "Since " in text
        for argument in arguments:
            assert f"{argument}: " in text


def test_every_collected_kind_is_a_hook():
    assert {kind.hook for kind in KINDS.values()} < set(hook_arguments())
