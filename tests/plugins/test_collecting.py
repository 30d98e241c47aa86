"""Asking plugins for what they provide: one at a time, and nothing half-registered."""

import pytest

from workshopcore.errors import PluginCallError, UnknownKeyError
from workshopcore.plugins.provided import Provided

HEAD = """
from workshopcore.plugins import hookimpl
from workshopcore.contracts.reports import Style

@hookimpl
def workshopcore_styles():
"""


def styles(body: str) -> str:
    return HEAD + "".join(f"    {line}\n" for line in body.splitlines())


def answer(*keys: str) -> str:
    return styles(f"return [Style(key, 'A style') for key in {keys!r}]")


SPOILT = {
    "raises": (styles("raise OSError('no disk')"), "it raised: OSError: no disk"),
    "exits": (styles("raise SystemExit"), "it raised: SystemExit"),
    "returns nothing": (styles("pass"), "it returned nothing where a list of styles"),
    "returns text": (styles("return 'spoilt:house'"), "it returned text where a list of styles"),
    "returns a number": (styles("return 7"), "TypeError: 'int' object is not iterable"),
    "returns other things": (
        styles("return [{'key': 'spoilt:house'}]"),
        "it returned an object of type dict where a style was expected",
    ),
    "returns a class": (styles("return [Style]"), "it returned the class Style"),
    "returns a key that is no text": (
        styles("return [Style(7, 'Seven')]"),
        "the key of a style is no text",
    ),
    "raises half-way": (
        styles("yield Style('spoilt:first', 'First')\nraise RuntimeError('ran out')"),
        "it raised while its results were read: RuntimeError: ran out",
    ),
    "goes wrong half-way": (
        styles("yield Style('spoilt:first', 'First')\nyield None"),
        "it returned nothing where a style was expected",
    ),
}


@pytest.mark.parametrize(("source", "said"), SPOILT.values(), ids=SPOILT)
def test_plugin_that_fails_in_a_call_is_named_and_stops_nobody(site, source, said):
    site.install("good", answer("good:house"))
    site.install("spoilt", source)
    registry = site.registry()
    assert list(registry.collected("styles").things) == ["good:house"]
    [failure] = registry.failures
    assert isinstance(failure, PluginCallError)
    assert (failure.plugin, failure.distribution, failure.hook) == (
        "spoilt",
        "workshopcore-spoilt",
        "workshopcore_styles",
    )
    assert said in failure.message


@pytest.mark.parametrize("name", ["raises", "raises half-way"])
def test_key_of_a_plugin_that_failed_raises_its_failure(site, name):
    site.install("spoilt", SPOILT[name][0])
    found = Provided(site.registry(), "styles")
    with pytest.raises(PluginCallError) as caught:
        found["spoilt:first"]
    assert caught.value.plugin == "spoilt"
    assert caught.value.__cause__ is not None


def test_key_seen_before_the_failure_raises_it_whatever_its_namespace(site):
    half = styles("yield Style('house:first', 'First')\nraise RuntimeError('ran out')")
    site.install("spoilt", half)
    with pytest.raises(PluginCallError, match="ran out"):
        Provided(site.registry(), "styles")["house:first"]


def test_key_of_a_plugin_that_did_not_load_raises_its_failure(site):
    site.install("spoilt", "import no_such_module_anywhere")
    from workshopcore.errors import PluginLoadError

    with pytest.raises(PluginLoadError, match="no_such_module_anywhere"):
        Provided(site.registry(), "styles")["spoilt:house"]


def test_unknown_key_names_the_nearest_and_the_plugins_that_are_silent(site):
    site.install("good", answer("good:house"))
    site.install("spoilt", SPOILT["raises"][0])
    with pytest.raises(UnknownKeyError, match="Did you mean 'good:house'") as caught:
        Provided(site.registry(), "styles")["good:hose"]
    [note] = caught.value.__notes__
    assert "workshopcore-spoilt" in note


def test_key_of_a_plugin_that_is_switched_off_says_so(site):
    from workshopcore.plugins.selection import selection

    site.install("acme", answer("acme:house"))
    off = selection({"WORKSHOPCORE_DISABLE_PLUGINS": "acme"}, load=["acme"])
    with pytest.raises(UnknownKeyError) as caught:
        Provided(site.registry(off), "styles")["acme:house"]
    [note] = caught.value.__notes__
    assert "switched off by WORKSHOPCORE_DISABLE_PLUGINS" in note


def test_key_without_namespace_is_refused_by_name(site):
    site.install("acme", answer("house", "acme:poster"))
    registry = site.registry()
    assert list(registry.collected("styles").things) == ["acme:poster"]
    [failure] = registry.failures
    assert "'house'" in failure.message
    assert "such as 'acme:fishbowl'" in failure.message


@pytest.mark.parametrize(
    "key", ["acme:", ":house", "Acme:House", "acme:a:b", "acme:../x", "acme: x", "a" * 99 + ":bb"]
)
def test_key_of_another_shape_is_refused(site, key):
    site.install("acme", answer(key))
    registry = site.registry()
    assert dict(registry.collected("styles").things) == {}
    assert len(registry.failures) == 1


def test_clash_refuses_both_claimants_and_nobody_else(site):
    site.install("castor", answer("twins:house", "castor:own"))
    site.install("pollux", answer("twins:house", "pollux:own"))
    registry = site.registry()
    assert list(registry.collected("styles").things) == ["castor:own", "pollux:own"]
    first, second = registry.failures
    assert (first.plugin, second.plugin) == ("castor", "pollux")
    assert "'pollux' (workshopcore-pollux)" in first.message
    with pytest.raises(PluginCallError, match="'twins:house' is also claimed"):
        Provided(registry, "styles")["twins:house"]


def test_key_given_twice_by_one_plugin_is_refused(site):
    site.install("acme", answer("acme:house", "acme:house", "acme:other"))
    registry = site.registry()
    assert list(registry.collected("styles").things) == ["acme:other"]
    assert "2 times" in registry.failures[0].message


def test_code_of_a_check_is_the_plugins_own(site):
    source = """
    from types import SimpleNamespace
    from workshopcore.plugins import hookimpl

    @hookimpl
    def workshopcore_checks():
        return [
            SimpleNamespace(code=code, title="", severity="note", thresholds=(), run=lambda c: ())
            for code in ("ACME101", "WC999", "acme-1")
        ]
    """
    site.install("acme", source)
    registry = site.registry()
    assert list(registry.collected("checks").things) == ["ACME101"]
    assert [failure.message.partition(":")[0] for failure in registry.failures] == [
        "the code 'WC999' starts with WC, which is the library's own",
        "the code 'acme-1' must be capital letters and three digits, such as ACME101",
    ]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("audience", "everyone", "the audience of an object of type SimpleNamespace may be"),
        ("needs", frozenset({"weather"}), "found 'weather'"),
    ],
)
def test_word_that_the_contract_does_not_know_is_refused(site, field, value, said):
    values = {"audience": "public", "needs": frozenset(), field: value}
    source = f"""
    from types import SimpleNamespace
    from workshopcore.plugins import hookimpl

    @hookimpl
    def workshopcore_reports():
        return [SimpleNamespace(key="acme:x", title="X", build=len, **{values!r})]
    """
    site.install("acme", source)
    registry = site.registry()
    assert dict(registry.collected("reports").things) == {}
    assert said in registry.failures[0].message


@pytest.mark.parametrize("suffix", ["html", ".", "/../x.html", ".h t"])
def test_ending_of_a_renderers_files_must_be_one(site, suffix):
    source = f"""
    from types import SimpleNamespace
    from workshopcore.plugins import hookimpl

    @hookimpl
    def workshopcore_renderers():
        yield SimpleNamespace(
            key="acme:x", title="X", suffix={suffix!r}, media_type="text/plain", render=len
        )
    """
    site.install("acme", source)
    registry = site.registry()
    assert dict(registry.collected("renderers").things) == {}
    assert "must be an ending such as '.html'" in registry.failures[0].message


def test_thing_that_lacks_something_is_told_what(site):
    source = """
    from types import SimpleNamespace
    from workshopcore.plugins import hookimpl

    @hookimpl
    def workshopcore_session_formats():
        return [SimpleNamespace(key="acme:x", title="X", people=(2, 9))]
    """
    site.install("acme", source)
    registry = site.registry()
    assert dict(registry.collected("formats").things) == {}
    assert "which is no session format: without length, expand" in registry.failures[0].message


def test_instrument_gets_the_plugins_name_before_its_own(site):
    source = """
    from workshopcore.model.evaluation import Instrument, Question
    from workshopcore.plugins import hookimpl

    @hookimpl
    def workshopcore_instruments():
        return [Instrument("Pulse", [Question("What helped?")])]
    """
    site.install("acme", source)
    assert list(site.registry().collected("instruments").things) == ["acme:pulse"]


@pytest.mark.parametrize("kind", ["template_roots", "translations"])
def test_folders_keep_the_order_of_the_plugins(site, kind):
    source = """
    from pathlib import Path
    from workshopcore.plugins import hookimpl

    @hookimpl
    def workshopcore_{1}():
        return [Path("{0}-one"), Path("{0}-two")]
    """
    site.install("beta", source.format("beta", kind))
    site.install("alpha", source.format("alpha", kind))
    found = site.registry().collected(kind).things
    assert [path.name for path in found.values()] == [
        "alpha-one",
        "alpha-two",
        "beta-one",
        "beta-two",
    ]


def test_plugin_is_asked_once(site):
    source = """
    from workshopcore.plugins import hookimpl
    CALLS = []

    @hookimpl
    def workshopcore_styles():
        CALLS.append(1)
        return []
    """
    site.install("acme", source)
    found = Provided(site.registry(), "styles")
    assert (len(found), "acme:x" in found, found.get("acme:x"), list(found)) == (0, False, None, [])
    import workshopcore_acme

    assert workshopcore_acme.CALLS == [1]


def test_mapping_is_read_only_and_forgiving_where_mappings_are(site):
    site.install("acme", answer("acme:house"))
    found = Provided(site.registry(), "styles")
    assert found["acme:house"].title == "A style"
    assert found.get("acme:none", "other") == "other"
    assert found.get(None) is None
    assert None not in found
    assert repr(found) == "<styles: acme:house>"
    with pytest.raises(TypeError):
        found["acme:house"] = None  # type: ignore[index]
    with pytest.raises(UnknownKeyError):
        found[None]


def test_same_failure_is_recorded_once(site):
    site.install("spoilt", SPOILT["raises"][0])
    registry = site.registry()
    for _ in range(3):
        registry.record(PluginCallError("again", "spoilt"))
    assert [failure.message for failure in registry.failures] == ["again"]
