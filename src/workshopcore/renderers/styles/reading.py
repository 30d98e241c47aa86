"""A house's style as a file: TOML, with the files it names taken in."""

from __future__ import annotations

import base64
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workshopcore.contracts.reports import Style
from workshopcore.errors import Problem, ProgrammeFileError, shown
from workshopcore.renderers.styles.checking import problems_of
from workshopcore.renderers.styles.templates import templates_beside

__all__ = ["read_style"]

_PICTURES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
_RASTER = ("data:image/png", "data:image/jpeg", "data:image/gif")
_ANYTHING = "application/octet-stream"
_LARGEST = 50 * 2**20


def read_style(path: Path | str) -> Style:
    """Return the style that a file describes.

    The file has the fields of a ``Style``. A ``logo`` and ``logo_raster``, and the ``template`` of
    a renderer, may be the name of a file beside it, and ``templates`` that of a folder: the style
    then holds what is in those, and depends on no file.

    Args:
        path: a TOML file.

    Raises:
        ProgrammeFileError: the file is no style, or its colours cannot be read on one another;
            everything wrong in it is reported together.
    """
    file = Path(path)
    found = _read(file)
    problems = problems_of(found, str(file))
    if not problems:
        taken_in, problems = _taken_in(found, file)
        if not problems:
            return Style(**taken_in)
    raise ProgrammeFileError(problems)


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        found = error.strerror or str(error)
        raise _refused(file, found, "a file with a style") from error
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise _refused(file, str(error), "TOML in UTF-8") from error


def _refused(file: Path, found: str, expected: str) -> ProgrammeFileError:
    return ProgrammeFileError([Problem("WC003", "", found, expected, "", str(file))])


def _taken_in(found: Mapping[str, Any], file: Path) -> tuple[dict[str, Any], list[Problem]]:
    """Return a style's fields with the content of the files it names, and what is wrong there."""
    problems: list[Problem] = []
    values = dict(found)
    for picture in ("logo", "logo_raster"):
        if found.get(picture):
            values[picture] = _content(found[picture], file, picture, problems)
    raster = values.get("logo_raster")
    if raster and not raster.startswith(_RASTER):
        expected = "a PNG, JPEG or GIF, which every format shows"
        problems.append(
            Problem("WC003", "logo_raster", shown(found["logo_raster"]), expected, "", str(file))
        )
    if found.get("templates"):
        values["templates"], faults = templates_beside(found["templates"], file)
        problems += faults
    else:
        values.pop("templates", None)
    renderers = {}
    for key, said in found.get("renderers", {}).items():
        place = f"renderers.'{key}'"
        if not isinstance(said, dict):
            expected = f'a table [renderers."{key}"]'
            problems.append(Problem("WC003", place, shown(said), expected, "", str(file)))
            continue
        inside = dict(said)
        if "template" in said:
            template = f"{place}.template"
            inside["template"] = _content(said["template"], file, template, problems)
        renderers[key] = inside
    return {**values, "renderers": renderers}, problems


def _content(name: Any, file: Path, place: str, problems: list[Problem]) -> str:
    """Return a file as a ``data:`` URI; one that is one already stays as it is."""
    if isinstance(name, str) and name.startswith("data:"):
        return name
    try:
        beside = file.parent / name
        if beside.stat().st_size > _LARGEST:
            raise OSError(f"a file of more than {_LARGEST // 2**20} MiB")
        data = beside.read_bytes()
    except (OSError, TypeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        found = f"{shown(name)} ({reason})"
        problems.append(Problem("WC003", place, found, "a file beside the style", "", str(file)))
        return ""
    kind = _PICTURES.get(beside.suffix.lower(), _ANYTHING)
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"
