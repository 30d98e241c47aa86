"""Typst at work: files in memory to a PDF, and what to do about characters in no typeface."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from workshopcore_pdf.fitting import Extent
from workshopcore_pdf.fonts import fonts_of

if TYPE_CHECKING:
    from typst import TypstError

__all__ = ["measured", "typeset"]

# What typst says of a character that no typeface has, quoted as Rust quotes a text.
_UNKNOWN = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# Pictures, and what joins them: of all that people write, this is what typefaces lack most.
_RARE = re.compile(r"[\u200d\ufe0f\U00010000-\U0010ffff]")
_DRAWING = ".svg"


def typeset(contents: Mapping[str, bytes], folders: tuple[Path, ...]) -> bytes:
    """Return the PDF that the template makes of a document's files.

    Where no typeface has a character, its name or its number stands in its place: PDF/UA allows
    no empty boxes, and a reader is to know what is missing.

    Args:
        contents: the document's own files by name, ``document.json`` among them; all are text.
        folders: where a house's own fonts are.

    Raises:
        TypstError: a logo among them is no picture, or has a character in no typeface.
    """
    from typst import TypstError

    given = dict(contents)
    while True:
        try:
            return _compiled(given, folders)
        except TypstError as fault:
            unknown = _unknown(fault)
            named = _named(given, unknown)
            if (
                unknown and named == given
            ):  # not quoted as we write it: nothing is taken for granted
                named = _named(given, _NOT_ASCII)
            if named == given:
                # Of a character in a drawing typst does not say which one it is.
                named = _named_in_drawings(given)
            if named == given:
                raise
            given = named


def measured(contents: Mapping[str, bytes], folders: tuple[Path, ...]) -> Extent:
    """Return how far a document reaches, without writing it.

    One that cannot be set at all takes a page: what is wrong with it is said when it is written.

    Args:
        contents: as for ``typeset``.
        folders: where a house's own fonts are.
    """
    import typst

    try:
        found = typst.query(
            {**_templates(), **contents},  # type: ignore[type-var]
            "<end>",
            field="value",
            font_paths=fonts_of(folders),
            ignore_system_fonts=True,
        )
    except RuntimeError:
        return Extent(1, 1.0)
    ends = json.loads(found)
    return Extent(ends[-1]["page"], min(_used(ends), default=1.0))


def _used(ends: Sequence[Mapping[str, float]]) -> Iterator[float]:
    """Yield how much is used of the last page of each stretch that has more than one."""
    before = 0.0
    for end in ends:
        if end["page"] > before + 1:
            yield end["used"]
        before = end["page"]


@cache
def _templates() -> dict[str, bytes]:
    folder = files("workshopcore_pdf") / "templates"
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name.endswith("typ")}


def _compiled(contents: Mapping[str, bytes], folders: tuple[Path, ...]) -> bytes:
    import typst

    # Its stubs do not know yet that an input may be several files by name.
    data: bytes = typst.compile(  # type: ignore[call-overload]
        {**_templates(), **contents},
        font_paths=fonts_of(folders),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=0,
    )
    return data


def _unknown(fault: TypstError) -> re.Pattern[str] | None:
    """Return what finds the texts that could not be shown; plain ASCII always can."""
    quoted = _UNKNOWN.findall(f"{fault.message}\n{fault.diagnostic}")
    texts = {_ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) for text in quoted}
    longest_first = sorted(texts, key=lambda text: (-len(text), text))
    return re.compile("|".join(map(re.escape, longest_first))) if texts else None


def _named(contents: Mapping[str, bytes], unknown: re.Pattern[str] | None) -> dict[str, bytes]:
    """Return the files with names in place of characters."""

    def replaced(match: re.Match[str]) -> str:
        return _NOT_ASCII.sub(lambda character: _name(character[0]), match[0])

    if unknown is None:
        return dict(contents)
    return {name: unknown.sub(replaced, data.decode()).encode() for name, data in contents.items()}


def _named_in_drawings(contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files with names in place of characters in drawings: the rare ones first."""
    drawn = [name for name in contents if name.endswith(_DRAWING)]
    for unknown in (_RARE, _NOT_ASCII):
        named = {**contents, **_named({name: contents[name] for name in drawn}, unknown)}
        if named != contents:
            return named
    return dict(contents)


def _name(character: str) -> str:
    """Return what to print for a character: the name of a picture, the number of a letter."""
    if unicodedata.category(character) == "So":
        return f"[{unicodedata.name(character, 'symbol').lower()}]"
    return f"[U+{ord(character):04X}]"
