"""Toolkits with a plugin made on the spot, and reports to try things on."""

from types import ModuleType, SimpleNamespace

import pytest

from workshopcore.contracts.report import Paragraph, Report
from workshopcore.plugins import hookimpl
from workshopcore.toolkit import Toolkit


def plugin(name: str = "acme", **answers) -> ModuleType:
    """Return a plugin: each answer is a function under a hook's name without its prefix."""
    module = ModuleType(name)
    for hook, function in answers.items():
        setattr(module, f"workshopcore_{hook}", hookimpl(function))
    return module


def report_type(key="acme:note", audience="participants", needs=(), build=None, **report):
    """Return a report type that says one thing."""

    def says(programme, request):
        details = {"blocks": [Paragraph(programme.title)], **report}
        return Report(key, "A note", audience, **details)

    return SimpleNamespace(
        key=key, title="Note", audience=audience, needs=frozenset(needs), build=build or says
    )


@pytest.fixture
def with_plugin():
    """Return a function that makes a hermetic toolkit with one plugin."""

    def make(name="acme", **answers) -> Toolkit:
        return Toolkit(discover=False, plugins=[plugin(name, **answers)])

    return make


@pytest.fixture
def make_plugin():
    return plugin


@pytest.fixture
def make_report_type():
    return report_type
