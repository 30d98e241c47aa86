"""Documents as readers open them: pypdf for what is in the file, Poppler for what it shows."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO

import pytest
from attrs import frozen
from hypothesis import settings
from pypdf import PdfReader

import workshopcore as wc
import workshopcore_pdf
from workshopcore.contracts.report import Report
from workshopcore.renderers import built_in_styles
from workshopcore_pdf import PdfRenderer

# No deadline: the time a machine takes is never an assertion. Only for this distribution on its
# own; the profile of a larger run stands.
settings.register_profile("plugin", deadline=None)

RENDERER = PdfRenderer()
STYLES = {style.key: style for style in built_in_styles()}


@pytest.fixture(scope="session")
def toolkit():
    """The library with this plugin alone."""
    return wc.Toolkit(discover=False, plugins=[workshopcore_pdf])


@pytest.fixture(scope="session")
def styles():
    """The built-in styles by their keys."""
    return STYLES


@pytest.fixture(scope="session")
def render():
    """Return the bytes of a document of some blocks, or of a whole report."""

    def render(*blocks, style=STYLES["plain"], renderer=RENDERER, **about):
        report = (
            blocks[0]
            if blocks and isinstance(blocks[0], Report)
            else Report("note", about.pop("title", "A note"), "participants", blocks, **about)
        )
        return renderer.render(report, style)

    return render


@pytest.fixture(scope="session")
def opened(render):
    """Return a document of some blocks as pypdf reads it, whatever is not sound an error."""

    def opened(*blocks, **about):
        return PdfReader(BytesIO(render(*blocks, **about)), strict=True)

    return opened


@pytest.fixture(scope="session")
def written(opened):
    """Return the words of a document, with the spaces between them as one."""

    def written(*blocks, **about):
        pages = opened(*blocks, **about).pages
        text = " ".join(page.extract_text() for page in pages)
        return " ".join(text.replace("\N{ZERO WIDTH SPACE}", "").split())

    return written


@frozen
class Tag:
    """An element of a structure tree: its type, alternative text, attributes, what is below."""

    type: str
    alt: str
    attributes: dict
    below: tuple["Tag", ...]

    def walk(self) -> Iterator["Tag"]:
        """Yield the element and all below it, in reading order."""
        yield self
        for each in self.below:
            yield from each.walk()

    def of(self, *types: str) -> list["Tag"]:
        """Return the elements of some types."""
        return [each for each in self.walk() if each.type in types]

    @property
    def headings(self) -> list[str]:
        """The types of the headings."""
        return [each.type for each in self.walk() if each.type[1:].isdigit()]


def tags(node) -> Iterator[Tag]:
    """Yield the elements that a node of a structure tree is made of."""
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from tags(each)
    elif hasattr(node, "get") and "/S" in node:
        below = tuple(tags(node["/K"])) if "/K" in node else ()
        yield Tag(node["/S"][1:], str(node.get("/Alt", "")), attributes(node), below)


def attributes(node) -> dict:
    """Return the attributes of an element, whoever owns them."""
    given = node.get("/A", [])
    return {
        key[1:]: value
        for each in (given if isinstance(given, list) else [given])
        for key, value in each.get_object().items()
        if key != "/O"
    }


@pytest.fixture(scope="session")
def tree(opened):
    """Return the structure tree of a document of some blocks: what a screen reader goes by."""

    def tree(*blocks, **about):
        [root] = tags(opened(*blocks, **about).trailer["/Root"]["/StructTreeRoot"]["/K"])
        return root

    return tree


@pytest.fixture(scope="session")
def poppler():
    """Return a function that runs one of Poppler's tools on a document: none is downloaded."""
    if not (shutil.which("pdftotext") and shutil.which("pdfinfo")):
        missing = "Poppler's tools (pdftotext and pdfinfo) are missing"
        if "CI" in os.environ:
            pytest.fail(f"{missing}, and CI may not skip what needs them")
        pytest.skip(missing)

    def poppler(tool, data, *options):
        command = [tool, *options, "-", *(["-"] if tool == "pdftotext" else [])]
        done = subprocess.run(command, input=data, capture_output=True, timeout=60, check=True)
        return done.stdout.decode(), done.stderr.decode()

    return poppler
