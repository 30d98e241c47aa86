"""Runs the examples of the documentation: code blocks in Markdown, `>>>` in docstrings.

Also says which tests are left out of the measure of coverage.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Generator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest
from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser
from sybil.parsers.rest import SkipParser as DocstringSkipParser
from sybil.sybil import SybilCollection

# The tests have the library's own parts alone, whatever plugins this environment has; those
# that are about installed plugins name them.
os.environ["WORKSHOPCORE_LOAD_PLUGINS"] = ""

ROOT = Path(__file__).parent
EXAMPLES = Path("docs", "examples")


def enter_folder(namespace: dict[str, Any]) -> None:
    """Run a page in a folder of its own, which holds the example programmes."""
    namespace["_back"], namespace["_folder"] = Path.cwd(), Path(tempfile.mkdtemp())
    if (ROOT / EXAMPLES).exists():
        shutil.copytree(ROOT / EXAMPLES, namespace["_folder"] / EXAMPLES)
    os.chdir(namespace["_folder"])


def leave_folder(namespace: dict[str, Any]) -> None:
    """Go back and tidy up."""
    os.chdir(namespace["_back"])
    shutil.rmtree(namespace["_folder"])


pages = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    pattern="*.md",
    setup=enter_folder,
    teardown=leave_folder,
)


def docstrings(path: str, pattern: str) -> Sybil:
    """Return what runs the docstrings of a folder."""
    return Sybil(
        parsers=[DocTestParser(), DocstringSkipParser()],
        path=path,
        pattern=pattern,
        document_types={".py": PythonDocStringDocument},
    )


pytest_collect_file = SybilCollection(
    [
        pages,
        docstrings("src", "*.py"),
        docstrings("plugins", "src/*/*.py"),
        docstrings("plugins", "src/*/*/*.py"),
    ]
).pytest()


# Whole documents, pages, other programs and laws of many examples. To measure while they run takes
# more than twice as long, and what they reach of the code the plain tests of its parts reach too:
# those alone have to pass the gate.
UNMEASURED = tuple(
    ROOT / folder
    for folder in (
        "docs",
        "tests/benchmarks",
        "tests/browser",
        "tests/conformance",
        "tests/distributions",
        "tests/docs",
        "tests/examples",
        "tests/cli/test_new_plugin.py",
        "tests/formats/test_scaling.py",
        "tests/groups/test_examination.py",
        "tests/groups/test_published.py",
        "tests/testing",
        "tests/typing",
    )
)
UNMEASURED_MARKS = frozenset({"browser", "distribution", "office", "poppler"})


def runs_another(item: pytest.Item) -> bool:
    """Return whether a test runs a browser, an office suite or an installation."""
    return not UNMEASURED_MARKS.isdisjoint(mark.name for mark in item.iter_markers())


def is_measured(item: pytest.Item) -> bool:
    """Return whether a test counts for the measure of coverage."""
    if any(item.path.is_relative_to(place) for place in UNMEASURED):
        return False
    if item.path.stem.endswith(("_conformance", "_hostile_files")):
        return False
    if getattr(getattr(item, "function", None), "is_hypothesis_test", False):
        return False
    return not runs_another(item)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put files that take long first, so that no process waits for one of them at the end."""
    long = {item.path for item in items if runs_another(item)}
    items.sort(key=lambda item: item.path not in long)


def measure() -> Any:
    """Return what measures coverage at the moment, ``None`` for nothing."""
    coverage = sys.modules.get("coverage")
    return coverage.Coverage.current() if coverage else None


def pytest_collection_finish() -> None:
    """Import all our modules while that is measured, whichever test would have been the first."""
    if measure() is None:
        return
    packages = [*(ROOT / "src").glob("*/__init__.py"), *ROOT.glob("plugins/*/src/*/__init__.py")]
    for package in packages:
        name = package.parent.name
        for module in walk_packages([str(package.parent)], f"{name}."):
            if not module.name.endswith("__main__"):
                import_module(module.name)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Measure nothing while a test runs that does not count."""
    measuring = measure()
    if measuring is None or is_measured(item):
        return (yield)
    measuring.stop()
    try:
        return (yield)
    finally:
        measuring.start()
