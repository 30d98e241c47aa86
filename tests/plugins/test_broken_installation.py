"""Without its own parts the library would be silently useless, so it says so aloud."""

import pytest

import workshopcore.plugins
from workshopcore.errors import PluginCallError, PluginLoadError, UnknownKeyError
from workshopcore.plugins import discovery, hookimpl
from workshopcore.plugins.provided import Provided
from workshopcore.plugins.record import Candidate
from workshopcore.plugins.registry import Registry


class Damaged:
    @hookimpl
    def workshopcore_checks(self):
        raise FileNotFoundError("rules.toml")


def own(load) -> Registry:
    return Registry([Candidate("workshopcore", load, given=True, built_in=True)])


def test_own_part_that_fails_raises_every_time():
    registry = own(Damaged)
    for _ in range(2):
        with pytest.raises(PluginCallError, match=r"rules\.toml"):
            registry.collected("checks")
    assert dict(registry.collected("styles").things) == {}


def test_own_parts_that_cannot_be_imported_raise():
    def load():
        raise ImportError("half an installation")

    with pytest.raises(PluginLoadError, match="half an installation"):
        own(load).collected("checks")


def test_key_that_is_no_key_of_ours_is_refused():
    class Odd:
        @hookimpl
        def workshopcore_styles(self):
            from workshopcore.contracts.reports import Style

            return [Style("Not A Key", "Odd")]

    with pytest.raises(PluginCallError, match="'Not A Key' is not a key"):
        own(Odd).collected("styles")


def test_version_is_unknown_where_the_library_is_not_installed(monkeypatch):
    monkeypatch.setattr(discovery, "PROJECT", "no-such-distribution")
    assert discovery.host_version() == ""


def test_unknown_key_tells_of_plugins_that_could_not_be_loaded(site):
    site.install("spoilt", "import no_such_module_anywhere")
    site.install("quiet", "")
    with pytest.raises(UnknownKeyError) as caught:
        Provided(site.registry(), "styles")["acme:house"]
    [note] = caught.value.__notes__
    assert "no_such_module_anywhere" in note


def test_package_knows_its_names():
    assert dir(workshopcore.plugins) == [
        "PluginRecord",
        "PluginState",
        "Registry",
        "hookimpl",
        "hookspec",
    ]
    with pytest.raises(AttributeError, match="has no attribute 'Registri'"):
        _ = workshopcore.plugins.Registri
