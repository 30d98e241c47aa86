"""What a publication is made of: every kind of report, for everything it can be about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from workshopcore.contracts.publication import Skipped
from workshopcore.toolkit.requesting import SUBJECTS

if TYPE_CHECKING:
    from workshopcore.contracts.reports import ReportType
    from workshopcore.model.programme import Programme

__all__ = ["Document", "documents", "published_by_default"]


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
                yield Skipped(kind.key, (), f"the programme has no {name} yet")
        for about in product(*choices):
            yield Document(kind, about)
