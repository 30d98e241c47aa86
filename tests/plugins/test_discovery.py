"""Finding what is installed, without importing it."""

import sys

from workshopcore.plugins.discovery import host_version, installed
from workshopcore.plugins.registry import Registry
from workshopcore.plugins.selection import Selection

STYLE = """
from workshopcore.plugins import hookimpl
from workshopcore.contracts.reports import Style

@hookimpl
def workshopcore_styles():
    return [Style("{key}", "A style")]
"""


def test_installed_names_distribution_version_and_target(site):
    site.install("acme", "", version="2.3")
    found, failures = installed()
    [acme] = [each for each in found if each.name == "acme"]
    assert (acme.distribution, acme.version, acme.target) == (
        "workshopcore-acme",
        "2.3",
        "workshopcore_acme",
    )
    assert acme.requires == ("workshopcore>=0.1",)
    assert failures == []


def test_discovery_imports_nothing_until_something_is_asked(site):
    site.install("slow", "raise AssertionError('imported too early')")
    registry = site.registry()
    assert "workshopcore_slow" not in sys.modules
    [failure] = registry.failures
    assert "imported too early" in str(failure)


def test_distribution_found_twice_counts_once(site, tmp_path, monkeypatch):
    site.install("acme", STYLE.format(key="acme:first"), version="1.0")
    second = type(site)(tmp_path / "older")
    second.folder.mkdir()
    second.install("acme", STYLE.format(key="acme:second"), version="0.9")
    monkeypatch.setattr(sys, "path", [*sys.path, str(second.folder)])
    registry = site.registry()
    assert list(registry.collected("styles").things) == ["acme:first"]
    assert registry.failures == ()


def test_damaged_metadata_is_named_and_stops_nobody(site):
    site.install("good", STYLE.format(key="good:one"))
    info = site.folder / "workshopcore_bad-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_bytes(b"Metadata-Version: 2.1\nName: workshopcore-bad\nVersion: 1\n")
    (info / "entry_points.txt").write_bytes(b"[workshopcore]\nbad = \xff\xfe\n")
    registry = site.registry()
    assert list(registry.collected("styles").things) == ["good:one"]
    [failure] = registry.failures
    assert failure.distribution == "workshopcore-bad"
    assert "its metadata cannot be read" in str(failure)


def test_distribution_without_name_is_passed_over_or_named(site):
    site.install("good", STYLE.format(key="good:one"))
    info = site.folder / "nameless-1.0.dist-info"
    info.mkdir()
    (info / "entry_points.txt").write_text("[workshopcore]\nnameless = nameless\n")
    registry = site.registry()
    assert list(registry.collected("styles").things) == ["good:one"]
    assert [failure.plugin for failure in registry.failures] == ["unknown"]


def test_host_version_is_the_installed_one():
    assert host_version()[0].isdigit()


def test_registry_that_does_not_discover_finds_nothing(site):
    site.install("acme", STYLE.format(key="acme:house"))
    registry = Registry((), Selection(), find=None)
    assert dict(registry.collected("styles").things) == {}
    assert registry.records() == ()
