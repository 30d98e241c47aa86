"""Files that come in and go out: which plugin's, and who is to blame if it fails."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import attrs

from workshopcore.contracts.busy_time import Busy, Poll
from workshopcore.contracts.exchange import (
    ActionNews,
    Advance,
    ExportRequest,
    Imported,
    ImportRequest,
    Matter,
)
from workshopcore.errors import (
    InvalidValueError,
    PluginCallError,
    Problem,
    WorkshopCoreError,
)
from workshopcore.model.moments import as_of_day
from workshopcore.plugins.calling import blamed

if TYPE_CHECKING:
    from datetime import date

    from workshopcore.actions.merging import Merge
    from workshopcore.contracts.exchange import Exporter, Importer
    from workshopcore.model.programme import Programme
    from workshopcore.plugins.registry import Registry

__all__ = [
    "export_request",
    "exported",
    "form_request",
    "import_request",
    "imported",
    "taken_in",
]

_OF_MATTER: Mapping[str, tuple[str, tuple[type, ...]]] = {
    "actions": ("news of actions", (ActionNews,)),
    "busy-time": ("busy time", (Busy, Poll)),
    "answers": ("rows of texts", (tuple,)),
}
"""What an importer returns, in words, and of which kinds it is."""


def export_request(
    as_of: date | str,
    actions: Collection[str] | None,
    options: Mapping[str, Any] | None,
    progress: Advance | None,
) -> ExportRequest:
    """Return what is asked of an exporter.

    Raises:
        AsOfRequiredError: no day was given.
    """
    day = as_of_day(as_of, "a list of actions")
    return ExportRequest(day, actions, **_given(options=options, advance=progress))


def import_request(options: Mapping[str, Any] | None, progress: Advance | None) -> ImportRequest:
    """Return what is asked of an importer."""
    return ImportRequest(**_given(options=options, advance=progress))


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def form_request(
    as_of: date | str, instrument: str, options: Mapping[str, Any] | None
) -> ExportRequest:
    """Return what is asked of an exporter of forms.

    Raises:
        AsOfRequiredError: no day was given.
    """
    day = as_of_day(as_of, "a form")
    return ExportRequest(day, instrument=instrument, **_given(options=options))


def exported(
    registry: Registry,
    exporter: Exporter,
    programme: Programme,
    request: ExportRequest,
    matter: Matter = "actions",
) -> bytes:
    """Return a list of actions, or a form, as a file.

    Raises:
        InvalidValueError: the exporter writes something else.
        PluginCallError: it raised, or returned something else than bytes.
    """
    _check_matter(exporter, f"an exporter of {matter}", matter)
    # What the library says of a request or a programme is for the one who asked.
    with _watched(registry, "exporters", exporter.key, passes=(WorkshopCoreError,)):
        return _file(exporter.write(programme, request))


def imported(
    registry: Registry,
    importer: Importer,
    data: bytes,
    programme: Programme,
    request: ImportRequest,
    matter: Matter = "actions",
) -> Imported:
    """Return what a file says of actions, or of another matter.

    Raises:
        InvalidValueError: the importer reads something else, or the data are no bytes.
        PluginCallError: it raised, or returned something else than what the matter needs.
    """
    expected, kinds = _OF_MATTER[matter]
    _check_matter(importer, f"an importer of {matter}", matter)
    if not isinstance(data, bytes):
        raise InvalidValueError(data, "the bytes of a file", "Read it with read_bytes()")
    with _watched(registry, "importers", importer.key):
        return _imported(importer.read(data, programme, request), expected, kinds)


def taken_in(found: Imported, programme: Programme, as_of: date | str, by: str) -> Merge:
    """Return what came of a file: its problems are those of reading it, then of taking it in."""
    from workshopcore.actions.merging import merge

    merged = merge(programme, found.value, as_of, by=by)
    told = {each.place for each in merged.changes} | {each.place for each in merged.conflicts}
    told |= _places(merged.problems)
    unread = _places(found.problems) - told
    return attrs.evolve(
        merged,
        problems=(*found.problems, *merged.problems),
        unchanged=merged.unchanged - sum(news.place in unread for news in found.value),
    )


def _places(problems: Iterable[Problem]) -> set[str]:
    """Return the lines that problems are about, without the column."""
    return {problem.path.partition(", ")[0] for problem in problems}


def _check_matter(thing: Any, expected: str, matter: Matter = "actions") -> None:
    if thing.matter != matter:
        about = f"'{thing.key}' is about {thing.matter}"
        raise InvalidValueError(thing.key, expected, about)


@contextmanager
def _watched(
    registry: Registry, kind: str, key: str, passes: tuple[type[Exception], ...] = ()
) -> Iterator[None]:
    """Name the plugin whose code raises or returns what it should not."""
    plugin = registry.collected(kind).owners[key]
    try:
        with blamed(plugin, f"workshopcore_{kind}", f"'{key}' failed", passes=passes):
            yield
    except PluginCallError as failure:
        registry.record(failure)
        raise


def _file(data: Any) -> bytes:
    if not isinstance(data, bytes):
        raise TypeError(f"expected bytes, found {type(data).__name__}")
    return data


def _imported(found: Any, expected: str, kinds: tuple[type, ...]) -> Imported:
    if not isinstance(found, Imported):
        raise TypeError(f"expected what was imported, found {type(found).__name__}")
    if isinstance(found.value, (str, bytes)):
        raise TypeError(f"expected {expected}, found {type(found.value).__name__}")
    values = tuple(found.value)
    for value, allowed in ((values, kinds), (found.problems, (Problem,))):
        strange = [type(one).__name__ for one in value if not isinstance(one, allowed)]
        if strange:
            names = " or ".join(kind.__name__ for kind in allowed)
            raise TypeError(f"expected only {names}, found {strange[0]}")
    return attrs.evolve(found, value=values)
