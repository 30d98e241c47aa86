"""What a web page shows of a house: its name, its logo, its foot, and how heads and tables look."""

import re

import pytest
from justhtml import JustHTML

from workshopcore.contracts.report import Paragraph, Report
from workshopcore.contracts.reports import Style
from workshopcore.renderers import HtmlRenderer
from workshopcore.renderers.html.look import palette

REPORT = Report("note", "A note", "participants", [Paragraph("Words.")])
NAME = 'Heron & "Reed" <Ltd>'
LOGO = "data:image/png;base64,AAAA"


def page(**fields):
    data = HtmlRenderer().render(REPORT, Style("acme:h", "H", **fields))
    return JustHTML(data, sanitize=False)


def words(document, selector):
    return [node.to_text() for node in document.query(selector)]


def said(document, selector, attribute):
    return [node.attrs[attribute] for node in document.query(selector)]


def css(**fields):
    (declared,) = words(page(**fields), "style")
    return declared


def test_house_is_the_author_and_stands_at_the_top_and_at_the_foot():
    shown = page(house=NAME)
    assert said(shown, "meta[name=author]", "content") == [NAME]
    assert words(shown, "header p.house") == [NAME]
    assert words(shown, "body > footer") == [NAME]


def test_logo_takes_the_place_of_the_name_and_is_described_by_it():
    shown = page(house=NAME, logo=LOGO, footer="Quay Steps")
    assert words(shown, "p.house") == []
    assert said(shown, "img", "alt") == [NAME]
    assert words(shown, "body > footer") == ["Quay Steps"]
    assert said(page(house=NAME, logo=LOGO, logo_alt="A heron"), "img", "alt") == ["A heron"]


def test_style_without_a_house_shows_none():
    shown = page()
    assert words(shown, "meta[name=author], p.house, body > footer") == []


@pytest.mark.parametrize(
    ("field", "plain", "other", "rule"),
    [
        ("headings", "plain", "band", "clip-path: inset(0 -100vmax)"),
        ("tables", "lines", "bands", "tr:nth-child(even)"),
    ],
)
def test_looks_are_there_where_a_style_has_them(field, plain, other, rule):
    assert rule not in css(**{field: plain})
    assert css(**{field: plain}) == css()
    assert rule in css(**{field: other})


def test_paper_has_its_colour_to_the_edges_in_print():
    (rule,) = re.findall(r"@page\{size[^}]*\}", css(colours={"paper": "#fffdf8"}))
    assert "background:#fffdf8;" in rule


def test_band_and_heads_of_tables_are_made_of_colours_that_can_be_read():
    colours = palette(Style("acme:h", "H", colours={"accent": "#ffd0d0"}))
    declared = css(headings="band", tables="bands")
    for rule in re.findall(r"background: var\(--accent-text\); color: var\(--([\w-]+)\)", declared):
        assert rule == "paper"
    assert colours["accent-text"] != "#ffd0d0"
