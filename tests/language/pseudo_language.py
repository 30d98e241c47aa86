"""A made-up language in which every translated phrase can be seen: its fixed parts in brackets.

    python tests/language/pseudo_language.py [REPORT ...]

lists what documents of the example programme say that no translation has touched.
"""

import re
import runpy
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import attrs
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from extraction import ROOT, phrases

import workshopcore as wc
from workshopcore.contracts.report import Report
from workshopcore.errors import WorkshopCoreError
from workshopcore.toolkit.evaluating import protected
from workshopcore.toolkit.plan import Document, documents
from workshopcore.toolkit.spoken import spoken_programme

TAG = "en-XA"
EXAMPLE = ROOT / "docs/examples/adult-social-care"
# Dates in figures only, so that whatever has letters is a phrase or somebody's words.
NUMERIC = wc.Style(
    "numeric",
    "Numeric",
    dates={"day": "yyyy-MM-dd", "weekday": "yyyy-MM-dd", "clock": "HH:mm", "month": "yyyy-MM"},
)
# Two moments: at one the year is ahead, at the other everything has been said.
MOMENTS = ("2027-02-02", "2027-12-17")

_PLACE = re.compile(r"(\{[^{}]*\})")
_BRACKETED = re.compile(r"⟦[^⟦⟧]*⟧")
_APART = re.compile(r"[.,;:·–—()/“”‘’?!|\n×→]+(?:\s+|$)|\s[–—·×→|+]\s|[()“”‘’\n–/]|\s{2,}")
_AROUND = " .,;:·–—()“”?!'\"0123456789%-"
_LETTERS = re.compile(r"[A-Za-z]{2,}")
# Of a report's tree, what is never printed as it stands.
_HIDDEN = frozenset({"audience", "language", "name", "details"})
# Texts that are printed, by their names in blocks and in the data of figures.
_SHOWN = {
    *("alt", "attribution", "caption", "group", "hint", "label"),
    *("note", "subtitle", "text", "title", "words"),
}
# For machines: what a figure joins, and the place of something in a programme's file.
_MACHINE = re.compile(
    r"(?:action|evidence|gain|objective|session|workshop) [a-z0-9-]+(?:/[a-z0-9-]+)?"
    r"|[a-z_]+\[\d+\](?:\.[a-z_]+(?:\[\d+\])?)*"
)
_DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}


def pseudo(phrase: str) -> str:
    """Return a phrase with its fixed parts in brackets."""
    return "".join(
        part if part.startswith("{") or not part.strip() else f"⟦{part}⟧"
        for part in _PLACE.split(phrase)
    )


def translations() -> bytes:
    """Return the made-up language as a file of gettext."""
    made = Catalog(locale="en")
    for message in phrases():
        if message.id:
            several = isinstance(message.id, (tuple, list))
            said = tuple(map(pseudo, message.id)) if several else pseudo(message.id)
            made.add(message.id, said, context=message.context)
    file = BytesIO()
    write_po(file, made)
    return file.getvalue()


def plugin(folder: Path) -> SimpleNamespace:
    """Return a plugin that brings the made-up language, written into a folder."""
    (folder / f"{TAG}.po").write_bytes(translations())

    def workshopcore_translations():
        return [folder]

    return SimpleNamespace(workshopcore_translations=wc.hookimpl(workshopcore_translations))


def reports(folder: Path, as_of: str, wanted: tuple[str, ...] = ()) -> Iterator[tuple[str, Report]]:
    """Yield every report of the example programme in the made-up language, with its name."""
    programme = wc.load(EXAMPLE / "programme.toml")
    answers = runpy.run_path(str(EXAMPLE / "demo.py"))["answers_of"](programme)
    toolkit = wc.Toolkit(discover=False, plugins=[plugin(folder)])
    kinds = [kind for key, kind in toolkit.reports.items() if not wanted or key in wanted]
    with spoken_programme(toolkit._registry, programme, TAG, NUMERIC) as told:
        day = date.fromisoformat(as_of)
        shown = protected(told, answers, day, rule=None, earlier=(), key=b"k" * 32)
        for document in documents(told, kinds):
            if isinstance(document, Document):
                about: dict[str, Any] = dict(document.about)
                asked = {"as_of": as_of, "evaluation": shown, "language": TAG, "style": NUMERIC}
                try:
                    yield document.name, toolkit.report(told, document.kind.key, **asked, **about)
                except WorkshopCoreError:
                    # There is nothing to say: the error is for whoever asked.
                    continue


def words(value: object) -> Iterator[str]:
    """Yield every text in a tree of values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from words(list(value.items()))
    elif isinstance(value, (tuple, list, set, frozenset)):
        for inner in value:
            yield from words(inner)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from words(getattr(value, field.name))


def own_words() -> set[str]:
    """Return people's own words: those of the example, and those of the instruments."""
    programme = wc.load(EXAMPLE / "programme.toml")
    instruments = wc.Toolkit(discover=False).instruments
    texts = [*words(programme), *words([instruments[key] for key in instruments])]
    return _DAYS.union(*map(pieces, texts))


def printed(value: object) -> Iterator[str]:
    """Yield what a report says: no identifiers, no words for machines."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for inner in value:
            yield from printed(inner)
    else:
        for name, inner in _fields(value):
            if not isinstance(inner, str) or name in _SHOWN:
                yield from printed(inner)


def _fields(value: object) -> Iterator[tuple[str, object]]:
    """Yield the fields of a block, or of a figure's data, that a renderer prints."""
    if isinstance(value, Mapping):
        yield from value.items()
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            if field.name not in _HIDDEN:
                yield field.name, getattr(value, field.name)


def pieces(text: str) -> set[str]:
    """Return a text and its parts between marks, without regard to capitals."""
    return {part.strip(_AROUND).casefold() for part in (text, *_APART.split(text)) if part}


def untranslated(report: Report, own: set[str]) -> Iterator[tuple[str, str]]:
    """Yield what a report says that is neither translated nor anybody's own words.

    Yields:
        The words, and the text in which they stand.
    """
    for text in dict.fromkeys(printed(report)):
        if _MACHINE.fullmatch(text):
            continue
        for rest in _BRACKETED.split(text):
            parts = {part for part in pieces(rest) if _LETTERS.search(part)}
            if rest.strip(_AROUND).casefold() in own or not parts:
                continue
            # Where a text falls into parts, each of them may be somebody's.
            whole = rest.strip(_AROUND).casefold()
            strange = (parts - {whole} if len(parts) > 1 else parts) - own
            for one in sorted(strange):
                yield one, text


def main(wanted: list[str]) -> None:
    """Print what is not translated, each text once."""
    own, seen = own_words(), set()
    with tempfile.TemporaryDirectory() as folder:
        for moment in MOMENTS:
            for name, report in reports(Path(folder), moment, tuple(wanted)):
                for part, text in untranslated(report, own):
                    if (part, text) not in seen:
                        seen.add((part, text))
                        print(f"{name}: {part!r} in: {text}")
    print(len(seen))


if __name__ == "__main__":
    main(sys.argv[1:])
