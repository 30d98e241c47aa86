"""The list of plugins: everybody, whatever became of them."""

import json

from workshopcore.plugins.selection import Selection

ACME = """
from workshopcore.contracts.reports import Style
from workshopcore.plugins import hookimpl

@hookimpl
def workshopcore_styles():
    return [Style("acme:house", "House"), Style("acme:plain", "Plain")]

@hookimpl
def workshopcore_published(publication): ...
"""
FAULTY = """
from workshopcore.plugins import hookimpl

@hookimpl
def workshopcore_reports():
    raise ValueError("no reports today")
"""


def test_record_of_a_plugin_that_works(site):
    site.install("acme", ACME, version="2.1")
    [record] = site.registry().records()
    assert (record.name, record.distribution, record.version, record.target) == (
        "acme",
        "workshopcore-acme",
        "2.1",
        "workshopcore_acme",
    )
    assert (record.state, record.cause) == ("ready", "")
    assert record.hooks == ("workshopcore_published", "workshopcore_styles")
    assert record.provides == {"styles": ("acme:house", "acme:plain")}
    assert record.seconds > 0


def test_records_tell_every_state_in_the_order_of_names(site):
    site.install("acme", ACME)
    site.install("broken", "raise ImportError('half a plugin')")
    site.install("faulty", FAULTY)
    site.install("quiet", ACME)
    wanted = Selection(frozenset({"quiet"}), frozenset(site.names), "the house")
    states = [(r.name, r.state, r.cause) for r in site.registry(wanted).records()]
    assert states == [
        ("acme", "ready", ""),
        ("broken", "failed", "it cannot be imported: ImportError: half a plugin"),
        ("faulty", "faulty", "workshopcore_reports: it raised: ValueError: no reports today"),
        ("quiet", "disabled", "switched off by the house"),
    ]


def test_record_as_data_goes_into_json(site):
    site.install("acme", ACME)
    [record] = site.registry().records()
    data = json.loads(json.dumps(record.as_data()))
    assert data["provides"] == {"styles": ["acme:house", "acme:plain"]}
    assert sorted(data) == [
        "cause",
        "distribution",
        "hooks",
        "name",
        "provides",
        "seconds",
        "state",
        "target",
        "version",
    ]


def test_switched_off_plugin_is_never_imported(site):
    site.install("quiet", "raise AssertionError('imported')")
    wanted = Selection(frozenset({"quiet"}), frozenset(site.names), "the house")
    registry = site.registry(wanted)
    assert [record.state for record in registry.records()] == ["disabled"]
    assert registry.failures == ()
