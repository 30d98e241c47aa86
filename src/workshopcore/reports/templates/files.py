"""The files of a folder of templates, wherever it is: on a disk or in a distribution."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable

from attrs import frozen

from workshopcore.errors import TemplateFault
from workshopcore.reports.templates.values import RESERVED

__all__ = ["ENDING", "File", "files_in"]

ENDING = ".md.jinja"
"""How the names of templates of reports end."""

_LARGEST = 2**20
_MOST = 1000
_DEEPEST = 8


@frozen
class File:
    """A template.

    Attributes:
        name: its path within the folder, by which others name it.
        shown: what to call it when something is wrong.
        text: what it says.
    """

    name: str
    shown: str
    text: str

    @property
    def is_part(self) -> bool:
        """Whether it is only there to be used by others: its name begins with ``_``."""
        return self.name.rpartition("/")[2].startswith("_")


def files_in(place: Traversable) -> tuple[list[File], list[TemplateFault]]:
    """Return the templates in a folder and the folders in it, by name, and what cannot be read.

    A single file is a folder of its own.
    """
    found: list[File] = []
    faults: list[TemplateFault] = []
    places = [("", place)] if place.is_dir() else [(place.name, place)]
    for name, entry in _entries(places, 0):
        shown = str(place / name) if place.is_dir() else str(place)
        try:
            found.append(File(name, shown, _text(entry)))
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            faults.append(TemplateFault(shown, 0, reason))
    if len(found) > _MOST:
        faults.append(TemplateFault(str(place), 0, f"there are more than {_MOST:,} templates here"))
    return found, faults


def _entries(
    places: list[tuple[str, Traversable]], depth: int
) -> Iterator[tuple[str, Traversable]]:
    for name, entry in sorted(places, key=lambda each: each[0]):
        if not entry.is_dir():
            if name.endswith(ENDING):
                yield name, entry
        elif depth <= _DEEPEST:
            inside = [(f"{name}/{each.name}".lstrip("/"), each) for each in entry.iterdir()]
            yield from _entries([e for e in inside if not e[1].name.startswith(".")], depth + 1)


def _text(entry: Traversable) -> str:
    data = entry.read_bytes()
    if len(data) > _LARGEST:
        raise ValueError(f"it is larger than {_LARGEST // 2**20} MiB")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise ValueError("it is no text in UTF-8") from None
    strange = RESERVED.search(text)
    if strange:
        line = text.count("\n", 0, strange.start()) + 1
        raise ValueError(f"line {line} has the character U+{ord(strange[0]):X}, for private use")
    return text
