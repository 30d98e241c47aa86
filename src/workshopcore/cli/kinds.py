"""Which importer or exporter a file is for: by its key, or by how the file's name ends."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from workshopcore.cli.program import Refusal
from workshopcore.errors import UnknownKeyError

if TYPE_CHECKING:
    from workshopcore.contracts.exchange import Exporter, Importer, Matter
    from workshopcore.toolkit import Toolkit

__all__ = ["exporter_for", "importer_for", "not_itself"]

T = TypeVar("T")

_ELSEWHERE = {
    ".ics": ("calendar:vtodo", "workshopcore-calendar"),
    ".xlsx": ("office:xlsx", "workshopcore-office"),
    ".xlsm": ("office:xlsx", "workshopcore-office"),
}
"""Endings of files that our own plugins read and write, if they are installed."""


def exporter_for(
    toolkit: Toolkit, path: Path, key: str | None, matter: Matter = "actions"
) -> Exporter:
    """Return what writes a list of actions, or a file about another matter.

    Raises:
        PluginError: the plugin that does has failed.
        Refusal: nothing does, or several do.
        UnknownKeyError: there is no such key.
    """
    found: dict[str, Exporter] = _of_matter(toolkit.exporters, matter)
    endings = {name: (exporter.suffix,) for name, exporter in found.items()}
    return found[_key(toolkit.exporters, endings, path, key, matter)]


def importer_for(
    toolkit: Toolkit, path: Path, key: str | None, matter: Matter = "actions"
) -> Importer:
    """Return what reads a list of actions, or a file about another matter.

    Raises:
        PluginError: the plugin that does has failed.
        Refusal: nothing does, or several do.
        UnknownKeyError: there is no such key.
    """
    found: dict[str, Importer] = _of_matter(toolkit.importers, matter)
    endings = {name: tuple(importer.suffixes) for name, importer in found.items()}
    return found[_key(toolkit.importers, endings, path, key, matter)]


def not_itself(target: Path, programme: Path) -> None:
    """Let nobody write a list over the programme that it is made from.

    Raises:
        Refusal: the target is the programme.
    """
    if target.exists() and target.samefile(programme):
        raise Refusal(f"{target} is the programme itself: name another file with --to")


def _of_matter(things: Mapping[str, T], matter: Matter = "actions") -> dict[str, T]:
    about: Mapping[str, Any] = things
    return {key: thing for key, thing in things.items() if about[key].matter == matter}


def _key(
    things: Mapping[str, Any],
    endings: Mapping[str, tuple[str, ...]],
    path: Path,
    key: str | None,
    matter: Matter = "actions",
) -> str:
    if key is not None:
        return _named(things, endings, key, matter)
    ending = path.suffix.lower()
    found = [name for name, some in endings.items() if ending in map(str.lower, some)]
    # The keys of plugins have a colon; what we bring ourselves comes first.
    ours = [name for name in found if ":" not in name] or found
    if len(ours) == 1:
        return ours[0]
    if ours:
        raise Refusal(f"{path}: several formats end in '{ending}'. Add --format, {_or(ours)}")
    if matter == "actions" and ending in _ELSEWHERE:
        return _named(things, endings, _ELSEWHERE[ending][0], matter)
    known = sorted({suffix for some in endings.values() for suffix in some})
    raise Refusal(
        f"{path}: no format ends in '{ending}'. Known endings: {', '.join(known) or 'none'};"
        " or add --format KEY"
    )


def _named(things: Mapping[str, Any], endings: Mapping[str, Any], key: str, matter: Matter) -> str:
    """Return a key that there is.

    Raises:
        Refusal: a plugin of ours has it, which is not installed or not used; or what has it
            is about something else.
        UnknownKeyError: nothing has it.
    """
    if key in endings:
        return key
    try:
        other = things[key].matter
    except UnknownKeyError as error:
        raise _missing(key, error) from error
    raise Refusal(f"'{key}' is about {other}, not {matter}. Use {_or(list(endings))}")


def _missing(key: str, error: UnknownKeyError) -> Exception:
    distribution = dict(_ELSEWHERE.values()).get(key)
    if distribution is None:
        return error
    notes = getattr(error, "__notes__", ())
    cure = "; ".join(notes) or f"install it with  pip install {distribution}"
    return Refusal(f"'{key}' comes with the plugin {distribution}, which is not there: {cure}")


def _or(keys: list[str]) -> str:
    from workshopcore.reports.wording import listed

    return listed(keys, "or")
