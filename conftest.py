"""Runs the examples of the documentation: code blocks in Markdown, `>>>` in docstrings.

Also says for which tests coverage is measured.
"""

import gc
import os
import shutil
import tempfile
from collections.abc import Generator
from functools import cache
from pathlib import Path
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


# Whole documents, pages, other programs and laws of many examples are run without measuring, which
# takes more than twice as long: what they reach of the code the plain tests of its parts reach too,
# and those alone have to pass the gate.
UNMEASURED = tuple(
    ROOT / folder
    for folder in (
        "docs",
        "src/workshopcore/testing",
        "tests/benchmarks",
        "tests/browser",
        "tests/conformance",
        "tests/distributions",
        "tests/docs",
        "tests/examples",
        "tests/cli/test_new_plugin.py",
        "tests/cli/test_help.py",
        "tests/formats/test_catalogue.py",
        "tests/formats/test_scaling.py",
        "tests/groups/test_examination.py",
        "tests/groups/test_published.py",
        "tests/groups/test_symmetry.py",
        "tests/language",
        "tests/testing",
        "tests/typing",
    )
)
UNMEASURED_ENDINGS = ("_conformance", "_docs", "_hostile_files", "_hostile_text", "_pages")
RUN_ANOTHER = frozenset({"browser", "distribution", "office", "poppler"})


def runs_another(item: pytest.Item) -> bool:
    """Return whether a test runs a browser, an office suite or an installation."""
    return not RUN_ANOTHER.isdisjoint(mark.name for mark in item.iter_markers())


@cache
def is_plain(path: Path) -> bool:
    """Return whether a file's tests are plain tests of parts."""
    within = any(path.is_relative_to(place) for place in UNMEASURED)
    return not within and not path.stem.endswith(UNMEASURED_ENDINGS)


def is_measured(item: pytest.Item) -> bool:
    """Return whether a test counts for the measure of coverage."""
    if not is_plain(item.path):
        return False
    if getattr(getattr(item, "function", None), "is_hypothesis_test", False):
        return False
    return not runs_another(item) and item.get_closest_marker("long") is None


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage among the tests, which stay: it would take a third of the time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is measured; files that take long come first, so that nobody waits for one."""
    for item in items:
        if is_measured(item):
            item.add_marker("measured")
    long = {item.path for item in items if runs_another(item)}
    items.sort(key=lambda item: item.path not in long)
