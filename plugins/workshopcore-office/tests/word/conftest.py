"""Word documents, written and opened again by python-docx."""

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from workshopcore.contracts.report import Report
from workshopcore.contracts.reports import Style
from workshopcore.renderers.styles.reading import read_style
from workshopcore_office import WordRenderer

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOUSE = Path(__file__).parents[1] / "data" / "house" / "house.toml"


@pytest.fixture(scope="session")
def house():
    """The style of a house with a template of its own, read from its file."""
    return read_style(HOUSE)


@pytest.fixture(scope="session")
def write():
    """Write blocks as a Word document, and open that."""

    def write(*blocks, style=None, template=b"", **fields):
        values = {"title": "A note", "audience": "participants", "as_of": date(2027, 6, 30)}
        report = Report(**{"key": "note", **values, **fields, "blocks": blocks})
        look = style or Style("acme:bare", "Bare")
        return docx.Document(BytesIO(WordRenderer(template).render(report, look)))

    return write


@pytest.fixture(scope="session")
def values():
    """Return an attribute of every element of a name in the body of a document."""

    def values(document, tag, attribute="val"):
        return [each.get(W + attribute) for each in document.element.body.iter(W + tag)]

    return values


@pytest.fixture(scope="session")
def texts():
    """Return what the paragraphs of a document say, by the name of their style, in order.

    Those in tables and boxes too; paragraphs that say nothing left out.
    """

    def texts(document):
        names = {style.style_id: style.name for style in document.styles}
        found = []
        for paragraph in document.element.body.iter(f"{W}p"):
            if paragraph.getparent().tag == f"{W}txbxContent":
                continue
            words = "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            if words:
                found.append((names[style.get(f"{W}val")] if style is not None else "", words))
        return found

    return texts
