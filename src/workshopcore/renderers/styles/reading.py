"""A house's style as a file: TOML, with the files it names taken in."""

from __future__ import annotations

import base64
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import fields

from workshopcore.contracts.reports import Style
from workshopcore.errors import Problem, ProgrammeFileError, RenderError, nearest, shown
from workshopcore.renderers.html.colour import checked

__all__ = ["read_style"]

_TABLES = ("colours", "fonts", "renderers")
_PAPERS = ("A4", "Letter")
_PICTURES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
_ANYTHING = "application/octet-stream"
_LARGEST = 50 * 2**20


def read_style(path: Path | str) -> Style:
    """Return the style that a file describes.

    The file has the fields of a ``Style``. A ``logo``, and the ``template`` of a renderer, may be
    the name of a file beside it: the style then holds what is in that, and depends on no file.

    Args:
        path: a TOML file.

    Raises:
        ProgrammeFileError: the file is no style; everything wrong in it is reported together.
    """
    file = Path(path)
    found = _read(file)
    problems = list(_problems(found, file))
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


def _problems(found: Mapping[str, Any], file: Path) -> Iterator[Problem]:
    known = [each.name for each in fields(Style)]
    for key in ("key", "title"):
        if key not in found:
            yield Problem("WC003", key, "nothing", "text", f'add {key} = "…"', str(file))
    for key, value in found.items():
        if key not in known:
            likely = nearest(key, known)
            hint = f"did you mean '{likely}'?" if likely else f"use one of {', '.join(known)}"
            yield Problem("WC003", key, shown(key), "a field of a style", hint, str(file))
        elif not isinstance(value, dict if key in _TABLES else str):
            expected = f"a table [{key}]" if key in _TABLES else "text"
            yield Problem("WC003", key, shown(value), expected, "", str(file))
        elif key == "paper" and value not in _PAPERS:
            yield Problem("WC003", key, shown(value), " or ".join(_PAPERS), "", str(file))
        elif key != "renderers" and isinstance(value, dict):
            yield from _odd_values(key, value, file)


def _odd_values(table: str, values: Mapping[str, Any], file: Path) -> Iterator[Problem]:
    for name, value in values.items():
        place = f"{table}.{name}"
        if not isinstance(value, str):
            yield Problem("WC003", place, shown(value), "text", "", str(file))
        elif table == "colours":
            try:
                checked(value)
            except RenderError:
                expected = "a colour such as #1d4f7c"
                yield Problem("WC003", place, shown(value), expected, "", str(file))


def _taken_in(found: Mapping[str, Any], file: Path) -> tuple[dict[str, Any], list[Problem]]:
    """Return a style's fields with the content of the files it names, and what is wrong there."""
    problems: list[Problem] = []
    values = dict(found)
    if found.get("logo"):
        values["logo"] = _content(found["logo"], file, "logo", problems)
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
