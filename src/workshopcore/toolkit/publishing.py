"""Publishing: every document in a folder for its audience and stage, and an index of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from attrs import define, field, frozen

from workshopcore.contracts.publication import Base, Publication, Release, Skipped
from workshopcore.errors import PluginError, RenderError, TemplateError, WorkshopCoreError
from workshopcore.language import gettext
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.styles.wording import house_words, in_house_words
from workshopcore.toolkit.digest import digest
from workshopcore.toolkit.entries import Entry, entry, stage_folder
from workshopcore.toolkit.index import index
from workshopcore.toolkit.memory import Memory, fingerprint, source
from workshopcore.toolkit.naming import file_stem, unused
from workshopcore.toolkit.presses import AtOnce, Press, Promise
from workshopcore.toolkit.writing import put

if TYPE_CHECKING:
    from workshopcore.contracts.report import Report
    from workshopcore.contracts.reports import Renderer, Style
    from workshopcore.model.programme import Programme
    from workshopcore.toolkit.plan import Document

__all__ = ["Behind", "Build", "Progress", "Publishing", "Render"]

Progress: TypeAlias = Callable[[int, int, str], None]
"""Called before each document with how many are done, how many there are, and its name."""

Build: TypeAlias = "Callable[[Document], Report]"
Render: TypeAlias = "Callable[[Report, Renderer], bytes]"
Behind: TypeAlias = "Callable[[Document, Report], tuple[Base, ...]]"

# A paper about one of these is for that person alone, and gets a folder of its own.
_PRIVATE = ("engagement", "person")


@frozen
class _File:
    """A file that is on its way: promised, or there already and still right."""

    title: str
    path: str
    made_from: str
    promise: Promise | None


@frozen
class _Started:
    """A document whose files are on their way."""

    number: int
    document: Document
    report: Report
    place: str
    files: tuple[_File, ...]

    def ready(self) -> bool:
        return all(file.promise is None or file.promise.ready() for file in self.files)


@frozen
class _Finished:
    """A document that is there."""

    number: int
    entry: Entry
    release: Release
    paths: Sequence[Path]


@define
class Publishing:
    """Builds the documents of one publication, has them rendered, and writes them in order.

    Attributes:
        programme, folder, as_of, renderers, style: of the publication.
        build: builds a document's report.
        render: renders a report here.
        behind: whose answers a report shows figures of.
        press: renders the documents.
        ground: a hash of the code that renders; ``""`` to render everything afresh.
        titles: what the report types are called, by key, as the library has them.
    """

    programme: Programme
    folder: Path
    as_of: date
    renderers: Sequence[Renderer]
    style: Style
    build: Build
    render: Render
    behind: Behind
    press: Press
    ground: str = ""
    titles: Mapping[str, str] = field(factory=dict)
    memory: Memory = field(init=False)
    taken: set[str] = field(factory=set, init=False)
    finished: list[_Finished] = field(factory=list, init=False)
    changed: set[Path] = field(factory=set, init=False)
    skipped: list[tuple[int, Skipped]] = field(factory=list, init=False)

    def run(self, plan: Sequence[Document | Skipped], progress: Progress | None) -> Publication:
        """Make everything, the index last, so that it never names a file that is not there."""
        self.memory = Memory.of(self.folder)
        tell = progress or (lambda _done, _total, _next: None)
        coming: deque[_Started] = deque()
        for done, (number, planned) in enumerate(sorted(enumerate(plan), key=_is_short)):
            if isinstance(planned, Skipped):
                self.skipped.append((number, planned))
                continue
            if not coming:
                tell(done, len(plan), planned.name)
            coming += self._started(number, planned)
            while coming and coming[0].ready():
                self._finish(coming.popleft())
        while coming:
            tell(len(plan) - len(coming), len(plan), coming[0].document.name)
            self._finish(coming.popleft())
        self.finished.sort(key=lambda one: one.number)
        skipped = [one for _, one in sorted(self.skipped, key=lambda one: one[0])]
        overview, none = self._make_index(skipped)
        self.memory.keep()
        tell(len(plan), len(plan), "index")
        paths = [*overview, *(path for one in self.finished for path in one.paths)]
        return Publication(
            self.folder,
            paths,
            [one.release for one in self.finished],
            [path for path in paths if path in self.changed],
            [*skipped, *none],
        )

    def _started(self, number: int, document: Document) -> list[_Started]:
        """Build a document and begin with its files; nothing if it cannot be built."""
        try:
            report = self.build(document)
        except WorkshopCoreError as error:
            self._skip(number, document, error)
            return []
        endings = _endings(self.renderers)
        wanted = _place(self.programme, document, report)
        place = unused(wanted, self.taken, endings)
        self.taken.update(f"{place}{ending}".lower() for ending in endings)
        paths = [f"{place}{ending}" for ending in endings]
        files = self._begun(report, zip(self.renderers, paths, strict=True), self.press)
        return [_Started(number, document, report, place, files)]

    @cached_property
    def _looks(self) -> str:
        return fingerprint(self.style)

    def _begun(
        self, report: Report, wanted: Iterable[tuple[Renderer, str]], press: Press
    ) -> tuple[_File, ...]:
        """Begin with the files of a report, save those that are there as they would be made."""
        said = fingerprint(report) if self.ground else ""
        files = []
        for renderer, path in wanted:
            made_from = source(said, renderer, self.ground, self._looks)
            there = self.memory.still(path, made_from)
            promise = None if there else press.start(report, renderer)
            files.append(_File(renderer.title, path, made_from, promise))
        return tuple(files)

    def _finish(self, started: _Started) -> None:
        """Write a document, and note that it went out."""
        document, report = started.document, started.report
        # While its files are still on their way: this takes as long as some of them.
        bases = self.behind(document, report)
        files = []
        for file in started.files:
            try:
                self._write(file)
                files.append((file.title, file.path))
            except RenderError as error:
                self._skip(started.number, started.document, error)
        if not files:
            return
        listed = entry(
            self.programme,
            document.kind,
            document.about,
            in_house_words(report, self.style),
            files,
            self.as_of,
            house_words(self.style),
        )
        release = _release(document, report, started.place, bases)
        paths = [self.folder / path for _, path in files]
        self.finished.append(_Finished(started.number, listed, release, paths))

    def _write(self, file: _File) -> None:
        if file.promise is None:
            return
        data = file.promise.bytes()
        if put(self.folder / file.path, data):
            self.changed.add(self.folder / file.path)
        self.memory.note(file.path, file.made_from, data)

    def _make_index(self, skipped: Sequence[Skipped]) -> tuple[list[Path], list[Skipped]]:
        """Write the index; return where it is, or why there is none."""
        say = house_words(self.style)
        titles = {key: one_line(say(gettext(title))) for key, title in self.titles.items()}
        entries = [one.entry for one in self.finished]
        overview = index(self.programme, entries, skipped, self.as_of, titles)
        writer = self.renderers[0]
        wanted = [(writer, f"index{writer.suffix}")]
        [file] = self._begun(overview, wanted, AtOnce(self.render))
        try:
            self._write(file)
        except RenderError as error:
            return [], [Skipped(overview.key, (), str(error), failed=True)]
        return [self.folder / file.path], []

    def _skip(self, number: int, document: Document, error: WorkshopCoreError) -> None:
        failed = isinstance(error, (PluginError, RenderError, TemplateError))
        skipped = Skipped(document.kind.key, document.about, str(error), failed)
        self.skipped.append((number, skipped))


def _is_short(planned: tuple[int, Document | Skipped]) -> bool:
    """Return whether a document is begun late: those of the whole programme take longest."""
    return isinstance(planned[1], Skipped) or bool(planned[1].about)


def _place(programme: Programme, document: Document, report: Report) -> str:
    """Return the path of a document without its ending, relative to the publication.

    Whatever is for one person stands in one folder; other papers stand by stage.
    """
    within = _private(document) or [stage_folder(programme, document.kind, document.about, report)]
    return "/".join([report.audience, *within, _stem(document, report)])


def _private(document: Document) -> list[str]:
    """Return the folders within its audience's of a paper for one person."""
    return [file_stem(id) for name, id in document.about if name in _PRIVATE]


def _stem(document: Document, report: Report) -> str:
    stem = file_stem(report.name)
    if stem != file_stem(report.key):
        return stem
    return file_stem(report.name, *(id for name, id in document.about if name not in _PRIVATE))


def _endings(renderers: Sequence[Renderer]) -> list[str]:
    """Return the endings of a document's files; renderers that share one add their keys."""
    suffixes = [renderer.suffix.lower() for renderer in renderers]
    return [
        f"-{file_stem(renderer.key)}{renderer.suffix}"
        if renderer.suffix.lower() in suffixes[:number]
        else renderer.suffix
        for number, renderer in enumerate(renderers)
    ]


def _release(document: Document, report: Report, place: str, bases: tuple[Base, ...]) -> Release:
    # Not the stage: in the ledger a document keeps its name when it is moved.
    name = "/".join([*_private(document), place.rpartition("/")[2]])
    return Release(report.key, name, report.audience, report.as_of, digest(report), bases)
