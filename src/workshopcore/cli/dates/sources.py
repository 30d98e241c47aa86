"""When people can come: diaries, polls and lists of days, read from files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from workshopcore.cli import findings
from workshopcore.cli.kinds import importer_for
from workshopcore.cli.program import Refusal
from workshopcore.cli.terminal import Terminal
from workshopcore.cli.waiting import waiting
from workshopcore.cli.words import chosen_person
from workshopcore.errors import Problem
from workshopcore.model.finding import Finding

if TYPE_CHECKING:
    from workshopcore.calendar import BusyTime
    from workshopcore.model.programme import Programme
    from workshopcore.toolkit import Toolkit

__all__ = ["Read", "Source", "read_sources", "show_problems", "sources"]


@frozen
class Source:
    """A file with somebody's time.

    Attributes:
        path: the file.
        who: whose diary it is, a person's or a room's; ``""`` where the file tells.
        format: the importer that reads it, if somebody named one.
    """

    path: Path
    who: str = ""
    format: str | None = None


@frozen
class Read:
    """What all the files say together.

    Attributes:
        told: diaries and polls.
        problems: what could not be read, each with its file and its place in it.
        useless: files of which nothing could be read.
    """

    told: tuple[BusyTime, ...] = ()
    problems: tuple[Problem, ...] = ()
    useless: tuple[Path, ...] = ()


def sources(busy: Iterable[str], formats: Iterable[str]) -> tuple[Source, ...]:
    """Return what ``--busy`` and ``--format`` name.

    Raises:
        Refusal: a format is for a file that is not among them.
    """
    found = [_source(text) for text in busy]
    usual, of_file = None, {}
    for text in formats:
        key, equals, file = text.partition("=")
        if equals:
            of_file[Path(file)] = key
        else:
            usual = key
    for path in of_file.keys() - {each.path for each in found}:
        raise Refusal(f"--format {of_file[path]}={path}: there is no --busy {path}")
    return tuple(Source(each.path, each.who, of_file.get(each.path, usual)) for each in found)


def _source(text: str) -> Source:
    """Read ``amina=amina.ics``, or a file that tells of whom it speaks."""
    who, equals, file = text.partition("=")
    if equals and not Path(text).exists():
        return Source(Path(file), who)
    return Source(Path(text))


def read_sources(
    toolkit: Toolkit, programme: Programme, named: Iterable[Source], rooms: Collection[str] = ()
) -> Read:
    """Return what all the files say.

    Args:
        toolkit: what reads them.
        programme: whose people they are about.
        named: the files.
        rooms: the rooms that are asked for, which have diaries too.

    Raises:
        OSError: one of them cannot be opened.
        PluginError: the plugin that reads it has failed.
        WorkshopCoreError: nothing reads it, or nobody is called as somebody is called here.
    """
    told: list[BusyTime] = []
    problems: list[Problem] = []
    useless: list[Path] = []
    for source in named:
        about = _about(programme, source, rooms)
        key = _importer(toolkit, source)
        data = source.path.read_bytes()
        with waiting(f"Reading {source.path.name}:") as advance:
            found = toolkit.import_busy_time(
                programme,
                data,
                key,
                options=about,
                progress=lambda done, total, say=advance: say(done, total, "entries"),  # type: ignore[misc]
            )
        told += found.value
        problems += found.about(str(source.path)).problems
        if found.problems and not found.value:
            useless.append(source.path)
    return Read(tuple(told), tuple(problems), tuple(useless))


def _about(programme: Programme, source: Source, rooms: Collection[str]) -> dict[str, str]:
    """Return what an importer is told of a file: its name, which may tell whose it is, and who."""
    named = {"file": source.path.name}
    if source.who in rooms:
        return {**named, "room": source.who}
    return {**named, "who": chosen_person(programme, source.who).id} if source.who else named


def _importer(toolkit: Toolkit, source: Source) -> str:
    """Return the key of what reads a file.

    Raises:
        Refusal: nothing that is installed reads anybody's time, or not this file.
    """
    if source.format is None and "busy-time" not in {
        importer.matter for importer in toolkit.importers.values()
    }:
        raise Refusal(
            f"{source.path}: nothing that is installed here reads diaries or polls. Install it"
            " with  pip install workshopcore-calendar  or name days with --away WHO=DAY"
        )
    return importer_for(toolkit, source.path, source.format, "busy-time").key


def show_problems(problems: Iterable[Problem]) -> None:
    """Print what could not be read, on standard error."""
    terminal = Terminal(stderr=True)
    for finding in _findings(problems):
        findings.show(finding, terminal)


def _findings(problems: Iterable[Problem]) -> Iterator[Finding]:
    yield from map(Finding.from_problem, problems)
