"""The reference page and the pages of the catalogue say what the data say."""

import importlib.util
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from workshopcore.contracts.formats import FormatRequest
from workshopcore.formats import catalogue, vocabulary

DOCS = Path(__file__).parents[2] / "docs"
REFERENCE = (DOCS / "reference" / "formats.md").read_text("utf-8")
spec = importlib.util.spec_from_file_location(
    "generate_format_pages", DOCS / "formats" / "generate.py"
)
generate = importlib.util.module_from_spec(spec)
spec.loader.exec_module(generate)
PAGES = generate.pages()
SVG = "{http://www.w3.org/2000/svg}"

each_format = pytest.mark.parametrize("format", catalogue(), ids=lambda format: format.key)


def drawing(key):
    """Return the drawing on a page, as a browser would read it."""
    text = PAGES[f"{key}.md"].partition("<svg ")[2].partition("</svg>")[0]
    return ET.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg" {text}</svg>')


def bars(key):
    """Return the widths of the bars of each course, by how far down it is."""
    found = {}
    for bar in drawing(key).iter(f"{SVG}rect"):
        found.setdefault(int(bar.get("y")), []).append(float(bar.get("width")))
    return [found[y] for y in sorted(found)]


def test_every_format_has_a_page_and_there_is_a_list():
    assert set(PAGES) == {"index.md", *(f"{format.key}.md" for format in catalogue())}


def test_list_has_every_format_with_its_figures():
    assert (
        "| [World Café](world-cafe.md) | generate, analyse | 12–2000 | 67–97–136 |"
        in PAGES["index.md"]
    )
    for format in catalogue():
        assert f"| [{format.title}]({format.key}.md) |" in PAGES["index.md"]


def test_list_explains_every_purpose():
    for word, meaning in vocabulary().purposes.items():
        assert f"\n{word}\n: {meaning}: [" in PAGES["index.md"]


@each_format
def test_page_has_every_word_of_the_format(format):
    page = PAGES[f"{format.key}.md"]
    assert page.startswith(f"# {format.title}\n\n{format.summary}\n")
    words = [*format.outputs, *format.prompts, *format.notes, format.provenance, format.licence]
    steps = [text for rule in format.step_rules for text in (rule.name, rule.prompt, rule.capture)]
    plan = format.expand(FormatRequest(100_000, generate._team(format)))
    # A step that groups alone need is not on the card of a number that stays together.
    there = {step.name for step in plan.steps}
    missing = [rule for rule in format.step_rules if rule.name not in there]
    assert [rule.name for rule in missing if rule.times.names == ()] == []
    left_out = {text for rule in missing for text in (rule.name, rule.prompt, rule.capture)}
    sheets = [text for rule in format.sheets for text in (rule.title, *rule.columns)]
    for text in (*words, *steps, *sheets):
        assert text in page or text in left_out
    for address in filter(None, format.source.split(" ; ")):
        assert f"<{address}>" in page


@each_format
def test_card_on_a_page_runs_through_the_minutes(format):
    rows = re.findall(r"^\| \d+ \| (\d+):(\d\d) \| (\d+) \| \d+–", PAGES[f"{format.key}.md"], re.M)
    assert rows
    reached = 0
    for hours, minutes, taken in rows:
        assert int(hours) * 60 + int(minutes) == reached
        reached += int(taken)
    assert f" people in {reached} minutes.\n" in PAGES[f"{format.key}.md"]


def test_page_lists_options():
    assert "| `rounds` | rounds of table talk | 1 | 3 | 5 |" in PAGES["world-cafe.md"]


def test_page_shows_how_a_format_scales():
    assert "| 3 | 22–30–38 | all together |" in PAGES["troika-consulting.md"]
    assert "| 5 | cannot be split | |" in PAGES["troika-consulting.md"]
    assert "| 8 | 29–39–50 | 2 troikas of 4 |" in PAGES["troika-consulting.md"]


def test_drawing_is_to_scale():
    # DOMAIN section 2: TRIZ takes 27, 35 and 41 minutes.
    shortest, usual, longest = bars("triz")
    minute = sum(longest) / 41
    assert sum(longest) == pytest.approx(500, abs=0.3)
    assert [round(width / minute) for width in shortest] == [3, 8, 8, 8]
    assert [round(width / minute) for width in usual] == [5, 10, 10, 10]
    assert [round(width / minute) for width in longest] == [5, 12, 12, 12]


def test_drawing_leaves_out_what_takes_no_time():
    shortest, usual, _ = bars("nominal-group")
    # The second discussion and vote may take no time at all.
    assert (len(shortest), len(usual)) == (4, 6)


@each_format
def test_drawing_has_words_for_those_who_cannot_see_it(format):
    found = drawing(format.key)
    assert found.get("role") == "img"
    named = [found.find(f"{SVG}{tag}") for tag in ("title", "desc")]
    assert found.get("aria-labelledby") == " ".join(each.get("id") for each in named)
    assert format.title in named[0].text
    assert all(f"{word}, " in named[1].text for word in ("Shortest", "Usual", "Longest"))


@each_format
def test_drawing_keeps_inside_its_edges(format):
    found = drawing(format.key)
    width = float(found.get("width"))
    for bar in found.iter(f"{SVG}rect"):
        assert float(bar.get("x")) + float(bar.get("width")) <= width - 60


def test_writing_touches_only_what_changed(tmp_path):
    generate.write_pages(tmp_path)
    (tmp_path / "gone.md").write_text("stale")
    before = (tmp_path / "swot.md").stat().st_mtime_ns
    (tmp_path / "triz.md").write_text("changed")
    generate.write_pages(tmp_path)
    assert not (tmp_path / "gone.md").exists()
    assert (tmp_path / "swot.md").stat().st_mtime_ns == before
    assert (tmp_path / "triz.md").read_text("utf-8") == PAGES["triz.md"]


def test_reference_lists_every_purpose():
    assert f"some of: {', '.join(vocabulary().purposes)} |" in REFERENCE


def test_reference_lists_every_arrangement():
    listed = re.findall(r"^\| `([a-z-]+)` \| ", REFERENCE, re.M)
    assert set(vocabulary().arrangements) <= set(listed)
