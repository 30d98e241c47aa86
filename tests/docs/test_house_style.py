"""The page on house styles: what it says of each renderer is so, and its pictures are small."""

import re
from pathlib import Path
from runpy import run_path

import pytest
from attrs import evolve, fields
from PIL import Image

import workshopcore as wc
import workshopcore_office
import workshopcore_pdf
from workshopcore.contracts.reports import Style
from workshopcore.renderers.styles.reading import read_style
from workshopcore.testing import sample_programme

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "how-to" / "house-style.md").read_text(encoding="utf-8")
FOLDER = DOCS / "examples" / "house-style"
PICTURES = ("plain.png", "civic.png")
MOST_BYTES = 150 * 1024
LOGO = read_style(FOLDER / "house.toml").logo_raster
DRAWN = read_style(FOLDER / "house.toml").logo
DAY = "2027-06-30"

BARE = Style("acme:bare", "Acme")
OTHER = {
    "house": {"house": "Acme Facilitation"},
    "colours": {"colours": {"accent": "#6d2b57"}},
    "fonts": {"fonts": {"body": "Georgia, serif", "heading": "Georgia, serif"}},
    "headings": {"headings": "band"},
    "tables": {"tables": "bands"},
    "paper": {"paper": "Letter"},
    "margins": {"margins": {"top": 30, "left": 30}},
    "dates": {"dates": {"day": "y-MM-dd"}},
    "wording": {"wording": {"Open actions": "Still to do"}},
    "footer": {"footer": "Acme, 4 Quay Steps"},
    "logo": {"logo": LOGO},
    "language": {"language": "de"},
    "templates": {"templates": {"callout.jinja": "<p>{{ block.title }}</p>"}},
}
"""A style that differs from a bare one in each field."""
ALONE = {
    "logo_alt": ({"logo": LOGO}, {"logo": LOGO, "logo_alt": "Two reeds"}),
    "logo_raster": ({"logo": DRAWN}, {"logo": DRAWN, "logo_raster": LOGO}),
}


@pytest.fixture(scope="module")
def toolkit():
    return wc.Toolkit(discover=False, plugins=[workshopcore_office, workshopcore_pdf])


@pytest.fixture(scope="module")
def rendered(toolkit):
    """Return a document in a style, in one format."""
    programme = sample_programme()

    def rendered(key, **given):
        style = evolve(BARE, **given)
        report = toolkit.report(programme, "action-plan", as_of=DAY, style=style)
        return toolkit.render(report, key, style=style)

    return rendered


def table_of_the_page():
    """Return what the page says, by field and renderer."""
    (table,) = re.findall(r"(?:^\|.*\n)+", PAGE.partition("## Which format shows what")[2], re.M)[
        :1
    ]
    head, _, *rows = [
        [cell.strip(" `") for cell in line.strip("|\n").split("|")] for line in table.splitlines()
    ]
    return {row[0]: dict(zip(head[1:], row[1:], strict=True)) for row in rows}


SAID = table_of_the_page()


def test_table_has_every_renderer_and_every_field(toolkit):
    columns = {key for row in SAID.values() for key in row}
    assert columns == set(toolkit.renderers)
    assert set(SAID) == {each.name for each in fields(Style)} - {"key", "title", "renderers"}
    assert {cell for row in SAID.values() for cell in row.values()} == {"yes", "–"}


@pytest.mark.parametrize("field", sorted(SAID))
@pytest.mark.parametrize("renderer", sorted(next(iter(SAID.values()))))
def test_renderer_shows_what_the_page_says(rendered, renderer, field):
    without, given = ALONE.get(field) or ({}, OTHER[field])
    differs = rendered(renderer, **without) != rendered(renderer, **given)
    assert differs == (SAID[field][renderer] == "yes")


def test_example_has_every_field_that_the_page_explains():
    style = read_style(FOLDER / "house.toml")
    told = {field.name for field in fields(Style) if getattr(style, field.name)}
    assert {field.name for field in fields(Style)} - told == {"templates", "renderers"}
    explained = PAGE.partition("## Every line explained")[2].partition("\n## ")[0]
    assert [name for name in told if f"`{name}`" not in explained] == []


def test_pictures_are_small_and_are_shown_with_words():
    assert sum((DOCS / "styles" / name).stat().st_size for name in PICTURES) <= MOST_BYTES
    for name in PICTURES:
        (words,) = re.findall(rf"!\[([^]]+)\]\(\.\./styles/{re.escape(name)}\)", PAGE)
        assert len(words.split()) > 10


@pytest.mark.poppler
def test_pictures_can_be_drawn_again(tmp_path):
    run_path(str(DOCS / "styles" / "draw.py"))["main"](tmp_path)
    for name in PICTURES:
        with Image.open(DOCS / "styles" / name) as there, Image.open(tmp_path / name) as drawn:
            assert (there.size, there.mode) == (drawn.size, drawn.mode)
            assert there.info == {}  # it says nothing but what it shows
