"""Which importer or exporter a file is for."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from workshopcore import hookimpl
from workshopcore.cli.kinds import exporter_for, importer_for
from workshopcore.cli.program import Refusal
from workshopcore.errors import PluginError, UnknownKeyError
from workshopcore.toolkit import Toolkit


def plugin(*things):
    """Bring an importer and an exporter for each key and ending."""

    class Plugin:
        @hookimpl
        def workshopcore_exporters(self):
            return [
                SimpleNamespace(key=key, title="T", matter=matter, suffix=ending, write=0)
                for key, ending, matter in things
            ]

        @hookimpl
        def workshopcore_importers(self):
            return [
                SimpleNamespace(key=key, title="T", matter=matter, suffixes=(ending,), read=0)
                for key, ending, matter in things
            ]

    return Plugin()


@pytest.fixture(params=[exporter_for, importer_for], ids=["out", "in"])
def kind(request):
    return request.param


def toolkit(*things):
    return Toolkit(discover=False, plugins=[plugin(*things)])


TAB = ("acme:tab", ".tab", "actions")


@pytest.mark.parametrize("name", ["list.tab", "list.TAB", "folder.csv/list.tab"])
def test_kind_goes_by_how_the_name_ends(kind, name):
    assert kind(toolkit(TAB), Path(name), None).key == "acme:tab"


def test_kind_may_be_named(kind):
    assert kind(toolkit(TAB), Path("list.txt"), "acme:tab").key == "acme:tab"


def test_kind_has_to_be_named_where_several_end_alike(kind):
    two = toolkit(TAB, ("acme:tabs", ".tab", "actions"))

    with pytest.raises(Refusal, match="Add --format, acme:tab or acme:tabs"):
        kind(two, Path("list.tab"), None)


def test_kind_that_we_bring_ourselves_comes_first(kind):
    assert kind(toolkit(("acme:csv", ".csv", "actions")), Path("list.csv"), None).key == "csv"


def test_kind_of_something_else_is_not_meant(kind):
    busy = toolkit(("acme:busy", ".tab", "busy-time"))

    with pytest.raises(Refusal, match=r"no format ends in '\.tab'"):
        kind(busy, Path("list.tab"), None)


def test_kind_of_something_else_is_refused_by_name(kind):
    busy = toolkit(TAB, ("acme:busy", ".busy", "busy-time"))

    with pytest.raises(
        Refusal, match=r"'acme:busy' is about busy-time, not actions\. Use .*acme:tab"
    ):
        kind(busy, Path("list.tab"), "acme:busy")


def test_kind_that_nobody_knows_is_answered_with_those_there_are(kind):
    with pytest.raises(Refusal, match=r"list.pdf: no format ends in '.pdf'. Known endings: .*.tab"):
        kind(toolkit(TAB), Path("list.pdf"), None)


def test_kind_that_is_misspelt_is_guessed(kind):
    with pytest.raises(UnknownKeyError, match="Did you mean 'acme:tab'"):
        kind(toolkit(TAB), Path("list.tab"), "acme:tav")


@pytest.mark.parametrize(
    ("name", "key", "distribution"),
    [
        ("list.xlsx", None, "workshopcore-office"),
        ("list.XLSM", None, "workshopcore-office"),
        ("list.ics", None, "workshopcore-calendar"),
        ("list.txt", "office:xlsx", "workshopcore-office"),
        ("list.txt", "calendar:vtodo", "workshopcore-calendar"),
    ],
)
def test_kind_of_a_plugin_that_is_not_installed_says_which_to_install(
    kind, name, key, distribution
):
    with pytest.raises(Refusal) as refusal:
        kind(toolkit(TAB), Path(name), key)

    assert refusal.value.message.endswith(
        f" comes with the plugin {distribution}, which is not there:"
        f" install it with  pip install {distribution}"
    )


def test_kind_of_a_plugin_that_is_switched_off_says_so(kind, install):
    install("office", "")

    with pytest.raises(Refusal, match="The plugin 'office' is not used: "):
        kind(Toolkit(load=[]), Path("list.xlsx"), None)


def test_kind_of_a_plugin_that_failed_says_why(kind, install):
    install("office", "raise RuntimeError('no ink')")

    with pytest.raises(PluginError, match="no ink"):
        kind(Toolkit(load=["office"]), Path("list.xlsx"), None)
