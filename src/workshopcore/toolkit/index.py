"""The index of a publication: every document by audience, with links that work anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, get_args

from attrs import frozen

from workshopcore.contracts.report import (
    Audience,
    Block,
    Bullets,
    Paragraph,
    Report,
    Run,
    Section,
)

if TYPE_CHECKING:
    from workshopcore.contracts.publication import Skipped
    from workshopcore.model.programme import Programme

__all__ = ["Entry", "index"]

_FOR: Mapping[Audience, str] = {
    "facilitators": "For facilitators only",
    "participants": "For participants",
    "expert": "For the external expert",
    "sponsor": "For the sponsor",
    "public": "For everybody",
}


@frozen
class Entry:
    """A published document: its title, its audience, and its files by renderer's title."""

    title: str
    audience: Audience
    files: tuple[tuple[str, str], ...]


def index(
    programme: Programme, entries: Iterable[Entry], skipped: Iterable[Skipped], as_of: date
) -> Report:
    """Return the index as a report; it is for those who run the programme."""
    listed = list(entries)
    blocks: list[Block] = [
        Section(_FOR[audience], [Bullets([_item(entry) for entry in mine])])
        for audience in get_args(Audience)
        if (mine := [entry for entry in listed if entry.audience == audience])
    ]
    left_out = [f"{_named(one)}: {one.reason}" for one in skipped]
    if left_out:
        blocks.append(Section("Not made", [Bullets(left_out)]))
    count = "1 document" if len(listed) == 1 else f"{len(listed)} documents"
    told = Paragraph(f"{count}. Each folder is for one audience.", lead=True)
    return Report(
        "index",
        programme.title,
        "facilitators",
        [told, *blocks],
        subtitle="All documents",
        language=programme.language,
        as_of=as_of,
        details={"programme": programme.id},
    )


def _item(entry: Entry) -> tuple[Run, ...]:
    (_, first), *others = entry.files
    runs = [Run(entry.title, href=f"./{first}")]
    for number, (kind, path) in enumerate(others):
        runs += [Run(", " if number else " ("), Run(kind, href=f"./{path}")]
    return tuple([*runs, Run(")")] if others else runs)


def _named(one: Skipped) -> str:
    return f"{one.report} ({one.about})" if one.about else one.report
