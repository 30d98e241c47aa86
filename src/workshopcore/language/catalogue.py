"""Translations: gettext's ``.po`` files, read as they are, so that nothing has to be compiled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from attrs import field, frozen

from workshopcore.errors import Problem, ProgrammeFileError

if TYPE_CHECKING:
    # The model imports this, and most programmes are built without any document.
    from importlib.resources.abc import Traversable
    from pathlib import Path

__all__ = ["Catalogue", "catalogues", "languages", "read_catalogue"]

_OURS = "catalogues"


@frozen
class Catalogue:
    """The translations of one file.

    Attributes:
        forms: by context (``""`` for none) and English phrase, the translation: one text, or
            one for each plural form.
        plural: which plural form a number takes.
    """

    forms: Mapping[tuple[str, str], tuple[str, ...]] = field(repr=False)
    plural: Callable[[int], int] = field(repr=False)

    def find(self, context: str, phrase: str, number: int | None = None) -> str:
        """Return the translation of a phrase, or ``""``."""
        forms = self.forms.get((context, phrase), ())
        if not forms:
            return ""
        chosen = 0 if number is None else self.plural(number)
        return forms[min(chosen, len(forms) - 1)]


def catalogues(language: str, folders: tuple[Traversable, ...] = ()) -> tuple[Catalogue, ...]:
    """Return the translations into a language, the nearest first.

    Args:
        language: a BCP 47 tag; ``de-AT`` finds ``de-AT.po`` and then ``de.po``.
        folders: where to look before the library's own.

    Raises:
        ProgrammeFileError: a file of translations cannot be read.
    """
    names = _widening(language)
    own = _own(names)
    return (*(one for folder in folders for name in names for one in _found(folder, name)), *own)


def languages(folders: tuple[Traversable, ...] = ()) -> tuple[str, ...]:
    """Return the tags of the languages that there are translations into, in their order.

    Args:
        folders: where to look besides the library's own.

    >>> "de" in languages()
    True
    """
    places = (*folders, _ours())
    names = [file.name for folder in places for file in folder.iterdir()]
    return tuple(sorted({name.removesuffix(".po") for name in names if name.endswith(".po")}))


def read_catalogue(file: Traversable) -> Catalogue:
    """Return the translations in a ``.po`` file; what is marked fuzzy does not count.

    Raises:
        ProgrammeFileError: it cannot be read, or is no such file.
    """
    from gettext import c2py

    from babel.messages.pofile import PoFileError, read_po

    try:
        read = read_po(BytesIO(file.read_bytes()), abort_invalid=True)
        plural = c2py(read.plural_expr)
    except (OSError, ValueError, PoFileError) as error:
        expected = "translations as gettext keeps them (.po)"
        problem = Problem("WC003", "", str(error), expected, file=file.name)
        raise ProgrammeFileError([problem]) from error
    forms = {}
    for message in read:
        if not message.id or message.fuzzy:
            continue
        phrase = message.id if isinstance(message.id, str) else message.id[0]
        said = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if all(said):
            forms[message.context or "", phrase] = said
    return Catalogue(forms, plural)


def _widening(language: str) -> tuple[str, ...]:
    """Return a tag and the wider ones: ``zh-Hant-TW``, ``zh-Hant``, ``zh``."""
    parts = language.split("-")
    return tuple("-".join(parts[:number]) for number in range(len(parts), 0, -1))


@cache
def _own(names: tuple[str, ...]) -> tuple[Catalogue, ...]:
    folder = _ours()
    return tuple(one for name in names for one in _found(folder, name))


def _ours() -> Traversable:
    from importlib import resources

    return resources.files("workshopcore.language") / _OURS


def _found(folder: Traversable, name: str) -> tuple[Catalogue, ...]:
    if not folder.is_dir():
        problem = Problem("WC003", "", str(folder), "a folder of translations (.po)")
        raise ProgrammeFileError([problem])
    known = {file.name.lower(): file for file in folder.iterdir()}
    file = known.get(f"{name.lower()}.po")
    return () if file is None else (_read(file),)


def _read(file: Traversable) -> Catalogue:
    """Return the translations in a file; one on disk is only read again once it has changed."""
    # Not at the top: whatever builds a programme imports this module.
    from pathlib import Path

    if not isinstance(file, Path):
        return read_catalogue(file)
    known = file.stat()
    return _kept(file, known.st_mtime_ns, known.st_size)


@lru_cache(maxsize=64)
def _kept(file: Path, _changed: int, _size: int) -> Catalogue:
    return read_catalogue(file)
