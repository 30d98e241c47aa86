"""Everything that can go wrong while plugins load, each with a real distribution on disk."""

import pytest

from workshopcore.errors import PluginLoadError
from workshopcore.plugins.discovery import installed
from workshopcore.plugins.registry import Registry
from workshopcore.plugins.selection import Selection
from workshopcore.toolkit.candidates import own

GOOD = """
from workshopcore.plugins import hookimpl
from workshopcore.contracts.reports import Style

@hookimpl
def workshopcore_styles():
    return [Style("good:house", "House")]
"""

SPOILT = {
    "no such module": ("import no_such_module_anywhere", "no_such_module_anywhere"),
    "a syntax error": ("def broken(:", "SyntaxError"),
    "an exception": ("raise ValueError('not today')", "ValueError: not today"),
    "an exit": ("raise SystemExit(3)", "SystemExit: 3"),
    "a strange exception": (
        """
        class Unspeakable(BaseException):
            def __str__(self):
                raise RuntimeError
        raise Unspeakable
        """,
        "Unspeakable",
    ),
    "an unknown hook": (
        """
        from workshopcore.plugins import hookimpl
        @hookimpl
        def workshopcore_telepathy(programme): ...
        """,
        "no hook workshopcore_telepathy: was it written for a newer workshopcore?",
    ),
    "a misspelt hook": (
        """
        from workshopcore.plugins import hookimpl
        @hookimpl
        def workshopcore_report(): ...
        """,
        "did you mean workshopcore_reports?",
    ),
    "an argument too many": (
        """
        from workshopcore.plugins import hookimpl
        @hookimpl
        def workshopcore_reports(programme): ...
        """,
        "takes an argument 'programme', but the hook is called with no arguments",
    ),
    "a wrong argument": (
        """
        from workshopcore.plugins import hookimpl
        @hookimpl
        def workshopcore_finish_report(report, program): ...
        """,
        "takes an argument 'program', but the hook is called with report, programme",
    ),
    "a keyword-only argument": (
        """
        from workshopcore.plugins import hookimpl
        @hookimpl
        def workshopcore_finish_report(report, *, programme): ...
        """,
        "hooks take plain arguments: report, programme",
    ),
    "a wrapper": (
        """
        from workshopcore.plugins import hookimpl
        @hookimpl(wrapper=True)
        def workshopcore_reports():
            return (yield)
        """,
        "hooks are answered, never wrapped",
    ),
    "a forgotten mark": (
        """
        def workshopcore_reports():
            return []
        """,
        "workshopcore_reports has no @hookimpl",
    ),
}


@pytest.mark.parametrize(("source", "said"), SPOILT.values(), ids=SPOILT)
def test_plugin_that_cannot_be_loaded_is_named_and_stops_nobody(site, source, said):
    site.install("good", GOOD)
    site.install("spoilt", source)
    registry = site.registry()
    assert list(registry.collected("styles").things) == ["good:house"]
    [failure] = registry.failures
    assert isinstance(failure, PluginLoadError)
    assert (failure.plugin, failure.distribution) == ("spoilt", "workshopcore-spoilt")
    assert said in str(failure)


def test_target_that_is_no_module_is_named(site):
    site.install("acme", "Plugin = type('Plugin', (), {})", target="workshopcore_acme:Plugin")
    [failure] = site.registry().failures
    assert "its target 'workshopcore_acme:Plugin' is not a module but of type type" in str(failure)


def test_target_that_does_not_exist_is_named(site):
    site.install("acme", "", target="workshopcore_elsewhere")
    [failure] = site.registry().failures
    assert "No module named 'workshopcore_elsewhere'" in str(failure)


def test_plugin_written_for_a_newer_host_is_not_even_imported(site):
    site.install("new", "raise AssertionError", requires="workshopcore>=900.1")
    [failure] = site.registry().failures
    assert "it needs workshopcore>=900.1, which is newer than this one" in str(failure)


def test_plugin_written_for_an_older_host_is_named(site):
    site.install("old", GOOD, requires="workshopcore<0.0.1")
    registry = site.registry()
    assert dict(registry.collected("styles").things) == {}
    [failure] = registry.failures
    assert "it needs workshopcore<0.0.1, which is older than this one" in str(failure)


def test_two_distributions_with_one_entry_name_are_both_refused(site):
    site.install("twin", GOOD, distribution="workshopcore-castor")
    site.install("twin", GOOD, distribution="workshopcore-pollux")
    site.install("good", GOOD)
    registry = site.registry()
    assert list(registry.collected("styles").things) == ["good:house"]
    first, second = registry.failures
    assert (first.distribution, second.distribution) == (
        "workshopcore-castor",
        "workshopcore-pollux",
    )
    assert "workshopcore-pollux" in first.message
    assert "workshopcore-castor" in second.message


def test_module_behind_two_names_is_used_once(site):
    site.install("acme", GOOD, module="shared_module")
    site.install("brand", GOOD, distribution="workshopcore-brand", module="shared_module")
    registry = site.registry()
    assert list(registry.collected("styles").things) == ["good:house"]
    [failure] = registry.failures
    assert failure.plugin == "brand"
    assert "already registered" in str(failure)


def test_name_that_is_no_identifier_is_refused(site):
    site.install("Acme House", GOOD, distribution="workshopcore-odd")
    [failure] = site.registry().failures
    assert "a plugin's name is lower-case letters, digits and single hyphens" in str(failure)


def test_name_of_the_library_itself_is_refused_and_the_library_stays(site):
    site.install("workshopcore", GOOD, distribution="workshopcore-impostor")
    registry = Registry([own()], Selection(only=frozenset({"workshopcore"})), installed)
    [failure] = registry.failures
    assert failure.distribution == "workshopcore-impostor"
    assert "this name is the library's own" in str(failure)
    assert "plain" in registry.collected("styles").things


def test_interruption_by_the_user_is_passed_on(site):
    site.install("slow", "raise KeyboardInterrupt")
    registry = site.registry()
    with pytest.raises(KeyboardInterrupt):
        registry.collected("styles")


def test_plugins_are_loaded_in_the_order_of_their_names(site):
    for name in ("zebra", "apple", "mango"):
        site.install(name, GOOD.replace("good:", f"{name}:"))
    assert list(site.registry().collected("styles").things) == [
        "apple:house",
        "mango:house",
        "zebra:house",
    ]
