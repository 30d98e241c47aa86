"""Which typefaces a document is set in, and where a house's own come from."""

import os
from importlib.resources import files
from pathlib import Path

import pytest

from workshopcore.contracts.report import Paragraph, Run
from workshopcore.contracts.reports import Style
from workshopcore_pdf import PdfRenderer
from workshopcore_pdf.fonts import chosen, named_folders


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a typeface that only one house has."""
    folder = tmp_path_factory.mktemp("fonts")
    font = (files("ttf_opensans") / "ttf" / "OpenSans-Regular.ttf").read_bytes()
    for name in ("Open Sans", "OpenSans"):
        ours, theirs = (word.encode("utf-16-be") for word in (name, name.replace("Open", "Acme")))
        font = font.replace(ours, theirs)
    (folder / "house.ttf").write_bytes(font)
    return folder


def faces(reader):
    """Return the names of the typefaces in a document, without what marks a subset."""
    fonts = [page["/Resources"]["/Font"] for page in reader.pages]
    named = [each[key].get_object()["/BaseFont"] for each in fonts for key in each]
    return {str(name).rpartition("+")[2].rpartition("-")[0] or str(name) for name in named}


@pytest.mark.parametrize(
    ("style", "first"), [("plain", "Open Sans"), ("civic", "Libertinus Serif")]
)
def test_built_in_style_is_set_in_a_typeface_that_travels_along(styles, style, first):
    assert chosen(styles[style].fonts["body"])[0] == first


def test_typeface_that_is_not_there_gives_way_to_the_next():
    assert chosen("Nowhere, 'open sans', serif") == [
        *("Open Sans", "Libertinus Serif", "DejaVu Sans Mono")
    ]


def test_typefaces_of_the_machine_are_left_alone():
    assert chosen("'DejaVu Sans', 'Liberation Sans', Arial") == [
        *("Libertinus Serif", "DejaVu Sans Mono")
    ]


def test_typeface_of_a_house_comes_from_its_folder(opened, folder):
    style = Style("acme:house", "Acme", fonts={"body": "'Acme Sans', serif"})

    found = faces(opened(Paragraph("words"), style=style, renderer=PdfRenderer([folder])))
    without = faces(opened(Paragraph("words"), style=style))

    assert any("AcmeSans" in name for name in found)
    assert not any("AcmeSans" in name for name in without)


def test_every_typeface_is_in_the_file(opened, styles):
    for style in styles.values():
        reader = opened(Paragraph([Run("words"), Run("code", "code")]), style=style)
        for page in reader.pages:
            for font in page["/Resources"]["/Font"].values():
                [inner] = font.get_object()["/DescendantFonts"]
                assert any(key.startswith("/FontFile") for key in inner["/FontDescriptor"])


def test_folders_are_named_as_a_path_is():
    value = os.pathsep.join(["fonts", "", "more"])

    assert named_folders({"WORKSHOPCORE_PDF_FONTS": value}) == (Path("fonts"), Path("more"))
    assert named_folders({}) == ()


def test_folder_that_is_not_there_adds_nothing(render, tmp_path):
    words = Paragraph("words")

    assert render(words, renderer=PdfRenderer([tmp_path / "nowhere"])) == render(words)
