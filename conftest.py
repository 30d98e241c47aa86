"""Runs the examples of the documentation: code blocks in Markdown, `>>>` in docstrings."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

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
