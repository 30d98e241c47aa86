"""A folder of block templates beside a style's file, taken in as content."""

from __future__ import annotations

from pathlib import Path

from workshopcore.errors import Problem, shown

__all__ = ["templates_beside"]

_KEY = "templates"
_ENDINGS = (".jinja", ".css")
_LARGEST = 2**20


def templates_beside(name: str, file: Path) -> tuple[dict[str, str], list[Problem]]:
    """Return the templates in a folder by file name, and everything that is wrong in them.

    Files of other kinds, and those whose names begin with a full stop, are left alone.

    Args:
        name: the folder, as the style's file names it.
        file: the style's file.
    """
    folder = file.parent / name
    try:
        entries = sorted(entry for entry in folder.iterdir() if _is_template(entry))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        found = f"{shown(name)} ({reason})"
        return {}, [Problem("WC003", _KEY, found, "a folder beside the style", "", str(file))]
    templates: dict[str, str] = {}
    problems: list[Problem] = []
    for entry in entries:
        try:
            templates[entry.name] = _text(entry)
        except (OSError, ValueError) as error:
            problems.append(_problem(entry, 0, str(error), "a template in UTF-8"))
    return templates, [*problems, *_faults(templates, folder)]


def _is_template(entry: Path) -> bool:
    return entry.name.endswith(_ENDINGS) and not entry.name.startswith(".")


def _text(entry: Path) -> str:
    if entry.stat().st_size > _LARGEST:
        raise ValueError(f"more than {_LARGEST // 2**20} MiB")
    return entry.read_text(encoding="utf-8-sig")


def _faults(templates: dict[str, str], folder: Path) -> list[Problem]:
    from workshopcore.renderers.html.house import faults_of

    return [
        _problem(
            folder / fault.template, fault.line, f"one: {fault.words}", "a template without faults"
        )
        for fault in faults_of(templates)
    ]


def _problem(entry: Path, line: int, found: str, expected: str) -> Problem:
    return Problem("WC003", _KEY, found, expected, "", str(entry), line)
