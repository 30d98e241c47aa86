"""What formats say is collected for translators, and said in their words: nothing slips through."""

import re
from io import BytesIO
from pathlib import Path
from textwrap import dedent

import attrs
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract, extract_from_file
from babel.messages.pofile import write_po

from workshopcore.contracts.formats import FormatRequest
from workshopcore.formats import catalogue, load_formats
from workshopcore.formats.messages import extract as method
from workshopcore.language import speaking

ROOT = Path(__file__).parents[2]
OURS = ROOT / "src/workshopcore/formats"
STRUCTURES = (
    ROOT
    / "plugins/workshopcore-liberating-structures/src/workshopcore_liberating_structures/formats"
)
FORMATS = {each.key: each for each in (*catalogue(), *load_formats(STRUCTURES))}
FILES = {
    file.stem: file for folder in (OURS / "catalogue", STRUCTURES) for file in folder.glob("*.toml")
}
KEYWORDS = {**DEFAULT_KEYWORDS, "gettext_noop": None}
MADE_UP = "en-XA"
MACHINE = {"arrangement", "lasting"}


def messages(file: Path) -> list[tuple]:
    way = method if file.suffix == ".toml" else "python"
    return [
        (message, context)
        for _, message, _, context in extract_from_file(way, file, keywords=KEYWORDS)
    ]


def marked(phrase: str) -> str:
    """Return a phrase with every piece between its places in brackets."""
    return re.sub(r"[^{}]+(?![^{]*\})", lambda found: f"⟦{found[0]}⟧", phrase)


def texts(value: object):
    """Yield what a plan says to people."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            if field.name not in MACHINE:
                yield from texts(getattr(value, field.name))


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    """Return a folder with a made-up language, in which every translated phrase has brackets."""
    folder = tmp_path_factory.mktemp("made-up")
    words = Catalog(locale="en")
    code = [OURS / f"{name}.py" for name in ("names", "grouping", "joining")]
    for file in (*FILES.values(), *code):
        for message, context in messages(file):
            string = tuple(map(marked, message)) if isinstance(message, tuple) else marked(message)
            words.add(message, string, context=context)
    with (folder / f"{MADE_UP}.po").open("wb") as file:
        write_po(file, words)
    return folder


def plans(format):
    least, most = format.people
    for people in sorted({least, least + 1, least + 2, 11, 12, 17, 23}):
        if people <= most and format.works_for(people):
            yield format.expand(FormatRequest(format.length(people).usual, people))


@pytest.mark.parametrize("key", FORMATS)
def test_everything_that_a_plan_says_is_translated(key, made_up):
    with speaking(MADE_UP, folders=[made_up]):
        said = [text for plan in plans(FORMATS[key]) for text in texts(plan)]
    assert said
    left = {text: re.sub(r"⟦[^⟦⟧]*⟧", "", text) for text in said}
    assert {text for text, rest in left.items() if re.search(r"[^\W\d_]", rest)} == set()


@pytest.mark.parametrize("key", ["world-cafe", "fishbowl", "one-two-four-all", "raci-charting"])
def test_plan_is_english_again_after_another_language_was_spoken(key, made_up):
    before = list(plans(FORMATS[key]))
    with speaking(MADE_UP, folders=[made_up]):
        assert list(plans(FORMATS[key])) != before
    assert list(plans(FORMATS[key])) == before


def test_texts_of_a_file_are_collected_with_what_they_are_of():
    file = dedent(
        """
        key = "acme:fair"
        title = "Fair"
        summary = "People walk from stall to stall."
        purposes = ["learn"]
        people = [4, 40]
        prompts = ["What would you take home?"]
        own_words = ["What would you take home?"]
        outputs = ["Ideas"]
        source = "Practice"
        provenance = "Our own."
        notes = ["Needs room."]
        groups = { split = [3, 5], called = "stalls" }
        materials = [{ item = "Bell" }]

        [options.rows]
        meaning = "rows of stalls"
        bounds = [1, 2, 3]

        [[steps]]
        rounds = "rows"
        called = "Row"

        [[steps.steps]]
        name = "Walk"
        minutes = [1, 2, 3]
        arrangement = "groups"
        prompt = "Go and see."
        capture = "Notes"

        [[sheets]]
        title = "Stall sheet"
        columns = ["What we saw", "Stars (1–5)"]
        rows = [["Ideas", ""], ["2", ""]]
        lines = "rows"
        called = "Row"
        """
    )
    found = extract(method, BytesIO(file.encode()), keywords=KEYWORDS)
    assert sorted(((context or "", message) for _, message, _, context in found)) == [
        ("", "Bell"),
        ("", "Fair"),
        ("", "Go and see."),
        ("", "Ideas"),
        ("", "Needs room."),
        ("", "Notes"),
        ("", "People walk from stall to stall."),
        ("", "Stall sheet"),
        ("", "Walk"),
        ("", "What would you take home?"),
        ("", "rows of stalls"),
        ("of a round", "Row"),
        ("of groups", "stalls"),
        ("on a sheet", "Ideas"),
        ("on a sheet", "Stars (1–5)"),
        ("on a sheet", "What we saw"),
    ]
