"""The index of a publication: every document by stage and audience, with links that work anywhere.

The index is a report, so every renderer can write it. What a renderer needs to let people search
in it stands in its ``details``: ``documents``, in the order in which the page lists them, each
with its ``audience``, its ``workshop`` and the ``words`` it is found by; and ``audiences`` and
``workshops``, the choices there are, each with its title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

from workshopcore.contracts.report import (
    Audience,
    Block,
    Bullets,
    Paragraph,
    Report,
    Run,
    Section,
)
from workshopcore.language import gettext, gettext_noop, ngettext
from workshopcore.reports.wording import days, listed
from workshopcore.toolkit.entries import STAGES, Entry, stage_title

if TYPE_CHECKING:
    from workshopcore.contracts.publication import Skipped
    from workshopcore.model.programme import Programme
    from workshopcore.model.workshop import Workshop

__all__ = ["Entry", "index"]

_FOR: Mapping[Audience, str] = {
    "facilitators": gettext_noop("For facilitators only"),
    "participants": gettext_noop("For participants"),
    "expert": gettext_noop("For the external expert"),
    "sponsor": gettext_noop("For the sponsor"),
    "public": gettext_noop("For everybody"),
}


def index(
    programme: Programme,
    entries: Iterable[Entry],
    skipped: Sequence[Skipped],
    as_of: date,
    titles: Mapping[str, str] | None = None,
) -> Report:
    """Return the index as a report; it is for those who run the programme.

    Args:
        programme: the programme.
        entries: every document, once.
        skipped: what was not made.
        as_of: the day the documents describe.
        titles: what report types are called in the programme's language, by key.
    """
    listed = _in_order(programme, entries)
    told = ngettext(
        "{count} document. Each folder is for one audience.",
        "{count} documents. Each folder is for one audience.",
        len(listed),
    )
    blocks: list[Block] = [Paragraph(told, lead=True), *_stages(programme, listed)]
    if left_out := [*_left_out(programme, skipped, titles or {})]:
        blocks.append(Section(gettext("Not made"), [Bullets(left_out)]))
    return Report(
        "index",
        programme.title,
        "facilitators",
        blocks,
        subtitle=gettext("All documents"),
        language=programme.language,
        as_of=as_of,
        details={"programme": programme.id, **_searched(programme, listed)},
    )


def _in_order(programme: Programme, entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries by stage, at the workshops by workshop, and then by audience."""
    workshops = ["", *(workshop.id for workshop in programme.in_order)]
    audiences = get_args(Audience)

    def place(one: Entry) -> tuple[int, int, int]:
        workshop = workshops.index(one.workshop) if one.stage == "workshops" else 0
        return STAGES.index(one.stage), workshop, audiences.index(one.audience)

    return sorted(entries, key=place)


def _stages(programme: Programme, listed: Sequence[Entry]) -> list[Block]:
    blocks: list[Block] = []
    for stage in STAGES:
        mine = [one for one in listed if one.stage == stage]
        if not mine:
            continue
        inside = _workshops(programme, mine) if stage == "workshops" else _audiences(mine)
        blocks.append(Section(stage_title(stage), inside))
    return blocks


def _workshops(programme: Programme, listed: Sequence[Entry]) -> list[Block]:
    return [
        Section(_headed(programme, workshop), _audiences(mine))
        for workshop in programme.in_order
        if (mine := [one for one in listed if one.workshop == workshop.id])
    ]


def _audiences(listed: Sequence[Entry]) -> list[Block]:
    return [
        Section(gettext(title), [Bullets([_item(one) for one in mine])])
        for audience, title in _FOR.items()
        if (mine := [one for one in listed if one.audience == audience])
    ]


def _headed(programme: Programme, workshop: Workshop) -> str:
    held = days(programme.starts(workshop).date(), programme.ends(workshop).date())
    return f"{programme.number(workshop)}. {workshop.title} – {held}"


def _item(entry: Entry) -> tuple[Run, ...]:
    (_, first), *others = entry.files
    runs = [Run(entry.title, href=f"./{first}")]
    if entry.when:
        runs.append(Run(f", {entry.when}"))
    for number, (kind, path) in enumerate(others):
        runs += [Run(", " if number else " ("), Run(gettext(kind), href=f"./{path}")]
    return tuple([*runs, Run(")")] if others else runs)


def _left_out(
    programme: Programme, skipped: Sequence[Skipped], titles: Mapping[str, str]
) -> Iterator[str]:
    """Yield what went wrong, with its reason, and then what had nothing to say, kind by kind."""
    for one in skipped:
        if one.failed:
            yield f"{one.name}: {one.reason}"
    silent: dict[str, list[tuple[str, str]]] = {}
    for one in skipped:
        if not one.failed:
            silent.setdefault(one.report, []).extend(one.about)
    known = _names(programme)
    for key, subjects in silent.items():
        title = titles.get(key, key)
        names = listed(known.get(subject, subject[1]) for subject in subjects)
        if names:
            yield gettext(
                "{title}: nothing to say on this day for {names}", title=title, names=names
            )
        else:
            yield gettext("{title}: nothing to say on this day", title=title)


def _names(programme: Programme) -> dict[tuple[str, str], str]:
    """Return what documents may be about, by kind and identifier."""
    people = {person.id: person.name for person in programme.people}
    return {
        **{("workshop", one.id): one.title for one in programme.workshops},
        **{("engagement", one.id): people.get(one.expert, one.expert) for one in programme.experts},
        **{("person", id): name for id, name in people.items()},
        **{("wave", one.id): one.title for one in programme.waves},
    }


def _searched(programme: Programme, listed: Sequence[Entry]) -> dict[str, Any]:
    audiences = {one.audience for one in listed}
    workshops = {one.workshop for one in listed}
    return {
        "documents": [
            {"audience": one.audience, "workshop": one.workshop, "words": one.words}
            for one in listed
        ],
        "audiences": [(key, gettext(title)) for key, title in _FOR.items() if key in audiences],
        "workshops": [
            (workshop.id, f"{programme.number(workshop)}. {workshop.title}")
            for workshop in programme.in_order
            if workshop.id in workshops
        ],
    }
