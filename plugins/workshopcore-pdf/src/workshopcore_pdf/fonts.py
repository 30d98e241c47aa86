"""The typefaces of a document: those that travel with this plugin, and those of a house.

The fonts of the machine are left alone, so that a document is the same on all of them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import Fonts

__all__ = ["MONOSPACED", "SERIF", "chosen", "fonts_of", "named_folders"]

SERIF, SANS, MONOSPACED = "Libertinus Serif", "Open Sans", "DejaVu Sans Mono"
_GENERIC = {"serif": SERIF, "sans-serif": SANS, "monospace": MONOSPACED}
_VARIABLE = "WORKSHOPCORE_PDF_FONTS"


def named_folders(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Return the folders that the variable ``WORKSHOPCORE_PDF_FONTS`` names.

    Several are separated as in ``PATH``.
    """
    value = environment.get(_VARIABLE, "")
    return tuple(Path(folder) for folder in value.split(os.pathsep) if folder)


@cache
def fonts_of(folders: tuple[Path, ...]) -> Fonts:
    """Return the fonts that there are, found once: those of the folders, and our own."""
    import typst

    ours = Path(str(files("ttf_opensans") / "ttf"))
    return typst.Fonts(include_system_fonts=False, font_paths=[*folders, ours])


def chosen(families: str, folders: tuple[Path, ...] = ()) -> list[str]:
    """Return which families a text is set in, the first that has a character for each.

    Args:
        families: as CSS names them, such as ``"Georgia, 'Times New Roman', serif"``.
        folders: where a house's own fonts are.

    >>> chosen("'Segoe UI', Arial, sans-serif")
    ['Open Sans', 'Libertinus Serif', 'DejaVu Sans Mono']
    """
    known = {family.lower(): family for family in fonts_of(folders).families()}
    named = [family.strip(" '\"").lower() for family in families.split(",")]
    found = [_GENERIC.get(family) or known.get(family) for family in named]
    return list(dict.fromkeys([*filter(None, found), SERIF, MONOSPACED]))
