"""Slides, written and opened again by python-pptx."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pptx
import pytest

from workshopcore.contracts.report import Report
from workshopcore.contracts.reports import Style
from workshopcore.renderers.styles.reading import read_style
from workshopcore_office import SlidesRenderer

HOUSE = Path(__file__).parents[1] / "data" / "house" / "house.toml"


@pytest.fixture(scope="session")
def house():
    """The style of a house with a template of its own, read from its file."""
    return read_style(HOUSE)


@pytest.fixture(scope="session")
def write():
    """Write blocks as slides, and open those."""

    def write(*blocks, style=None, template=b"", **fields):
        values = {"title": "A note", "audience": "participants", "as_of": date(2027, 6, 30)}
        report = Report(**{"key": "note", **values, **fields, "blocks": blocks})
        look = style or Style("acme:bare", "Bare")
        return pptx.Presentation(BytesIO(SlidesRenderer(template).render(report, look)))

    return write


@pytest.fixture(scope="session")
def shown():
    """Return each slide as its title and the paragraphs of its body, without foot and number."""

    def shown(presentation):
        found = []
        for slide in presentation.slides:
            title = slide.shapes.title
            lines = [
                paragraph.text
                for shape in slide.placeholders
                if shape.placeholder_format.type.name in ("OBJECT", "BODY", "SUBTITLE")
                for paragraph in shape.text_frame.paragraphs
            ]
            found.append(("" if title is None else title.text, lines))
        return found

    return shown


@pytest.fixture(scope="session")
def tables():
    """Return the tables of a presentation, each as its rows of texts."""

    def tables(presentation):
        return [
            [[cell.text for cell in row.cells] for row in shape.table.rows]
            for slide in presentation.slides
            for shape in slide.shapes
            if shape.has_table
        ]

    return tables


@pytest.fixture(scope="session")
def notes():
    """Return the notes of each slide, one text for each paragraph."""

    def notes(presentation):
        return [
            [p.text for p in slide.notes_slide.notes_text_frame.paragraphs]
            if slide.has_notes_slide
            else []
            for slide in presentation.slides
        ]

    return notes
