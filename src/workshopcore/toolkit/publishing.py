"""Publishing: every document for everything it can be about, in a folder for each audience."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from attrs import define, field, frozen

from workshopcore.contracts.publication import Base, Publication, Release, Skipped
from workshopcore.errors import PluginError, RenderError, WorkshopCoreError
from workshopcore.toolkit.digest import digest
from workshopcore.toolkit.entries import Entry, entry
from workshopcore.toolkit.index import index
from workshopcore.toolkit.naming import file_stem, unused
from workshopcore.toolkit.requesting import SUBJECTS
from workshopcore.toolkit.writing import put

if TYPE_CHECKING:
    from workshopcore.contracts.report import Report
    from workshopcore.contracts.reports import Renderer, ReportType, Style
    from workshopcore.model.programme import Programme

__all__ = [
    "Behind",
    "Build",
    "Document",
    "Press",
    "Progress",
    "Render",
    "documents",
    "published_by_default",
]

Progress: TypeAlias = Callable[[int, int, str], None]
"""Called before each document with how many are done, how many there are, and its name."""

Build: TypeAlias = "Callable[[Document], Report]"
Render: TypeAlias = "Callable[[Report, Renderer, Style], bytes]"
Behind: TypeAlias = "Callable[[Document, Report], tuple[Base, ...]]"

# A paper about one of these is for that person alone, and gets a folder of its own.
_PRIVATE = ("engagement", "person")


@frozen
class Document:
    """A document to be made: a kind of report, and what it is about."""

    kind: ReportType
    about: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """What to call it while it is made."""
        return " ".join([self.kind.key, *(id for _, id in self.about)])


def published_by_default(kinds: Mapping[str, ReportType]) -> list[str]:
    """Return the keys of the reports that are published unless somebody names others."""
    return [key for key, kind in kinds.items() if not getattr(kind, "on_request", False)]


def documents(
    programme: Programme, kinds: Iterable[ReportType], workshop: str = ""
) -> list[Document | Skipped]:
    """Return every document that a programme calls for, and what it has nothing for yet.

    Args:
        programme: the programme.
        kinds: which reports.
        workshop: only documents about this workshop, its experts and what is asked after it.

    Raises:
        UnknownKeyError: there is no such workshop.
    """
    planned = list(_documents(programme, kinds))
    if not workshop:
        return planned
    held = programme.workshop(workshop)
    wanted = {("workshop", held.id)}
    wanted.update(("engagement", one.id) for one in programme.engagements_of(held))
    wanted.update(("wave", one.id) for one in programme.waves if one.workshop == held.id)
    return [one for one in planned if isinstance(one, Document) and wanted.intersection(one.about)]


def _documents(programme: Programme, kinds: Iterable[ReportType]) -> Iterator[Document | Skipped]:
    for kind in kinds:
        needed = [name for name in SUBJECTS if name in kind.needs]
        choices = [[(name, id) for id in SUBJECTS[name](programme)] for name in needed]
        for name, ids in zip(needed, choices, strict=True):
            if not ids:
                yield Skipped(kind.key, "", f"the programme has no {name} yet")
        for about in product(*choices):
            yield Document(kind, about)


@define
class Press:
    """Builds, renders and writes the documents of one publication, one at a time."""

    programme: Programme
    folder: Path
    as_of: date
    renderers: Sequence[Renderer]
    style: Style
    build: Build
    render: Render
    behind: Behind
    taken: set[str] = field(factory=set)
    entries: list[Entry] = field(factory=list)
    paths: list[Path] = field(factory=list)
    changed: list[Path] = field(factory=list)
    releases: list[Release] = field(factory=list)
    skipped: list[Skipped] = field(factory=list)

    def run(self, plan: Sequence[Document | Skipped], progress: Progress | None) -> Publication:
        """Make everything, the index last, so that it never names a file that is not there."""
        for number, planned in enumerate(plan):
            if isinstance(planned, Skipped):
                self.skipped.append(planned)
                continue
            if progress is not None:
                progress(number, len(plan), planned.name)
            self._make(planned)
        self._make_index()
        if progress is not None:
            progress(len(plan), len(plan), "index")
        return Publication(self.folder, self.paths, self.releases, self.changed, self.skipped)

    def _make(self, document: Document) -> None:
        about = " ".join(id for _, id in document.about)
        try:
            report = self.build(document)
        except WorkshopCoreError as error:
            self._skip(document.kind.key, about, error)
            return
        endings = _endings(self.renderers)
        place = unused(_place(document, report), self.taken, endings)
        self.taken.update(f"{place}{ending}".lower() for ending in endings)
        files = self._write(place, report, about, self.renderers)
        if files:
            self.paths += [self.folder / path for _, path in files]
            self.entries.append(
                entry(self.programme, document.kind, document.about, report, files, self.as_of)
            )
            self.releases.append(_release(report, place, self.behind(document, report)))

    def _make_index(self) -> None:
        overview = index(self.programme, self.entries, self.skipped, self.as_of)
        files = self._write("index", overview, "", self.renderers[:1])
        self.paths[:0] = [self.folder / path for _, path in files]

    def _write(
        self, place: str, report: Report, about: str, renderers: Sequence[Renderer]
    ) -> list[tuple[str, str]]:
        """Write a report once for each renderer; return the renderers' titles and the paths."""
        files = []
        for renderer, ending in zip(renderers, _endings(renderers), strict=True):
            try:
                data = self.render(report, renderer, self.style)
            except RenderError as error:
                self._skip(report.key, about, error)
                continue
            path = f"{place}{ending}"
            if put(self.folder / path, data):
                self.changed.append(self.folder / path)
            files.append((renderer.title, path))
        return files

    def _skip(self, report: str, about: str, error: WorkshopCoreError) -> None:
        failed = isinstance(error, (PluginError, RenderError))
        self.skipped.append(Skipped(report, about, str(error), failed))


def _place(document: Document, report: Report) -> str:
    """Return the path of a document without its ending, relative to the publication."""
    private = [file_stem(id) for name, id in document.about if name in _PRIVATE]
    stem = file_stem(report.name)
    if stem == file_stem(report.key):
        stem = file_stem(report.name, *(id for name, id in document.about if name not in _PRIVATE))
    return "/".join([report.audience, *private, stem])


def _endings(renderers: Sequence[Renderer]) -> list[str]:
    """Return the endings of a document's files; renderers that share one add their keys."""
    suffixes = [renderer.suffix.lower() for renderer in renderers]
    return [
        f"-{file_stem(renderer.key)}{renderer.suffix}"
        if renderer.suffix.lower() in suffixes[:number]
        else renderer.suffix
        for number, renderer in enumerate(renderers)
    ]


def _release(report: Report, place: str, bases: tuple[Base, ...]) -> Release:
    name = place.removeprefix(f"{report.audience}/")
    return Release(report.key, name, report.audience, report.as_of, digest(report), bases)
