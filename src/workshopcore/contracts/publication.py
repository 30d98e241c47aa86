"""What publishing leaves behind."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from attrs import field, frozen

from workshopcore.contracts.report import Audience

__all__ = ["Base", "Publication", "Release", "Skipped"]


def _sorted(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


@frozen
class Base:
    """The respondents behind figures that went out: what differencing has to know of them.

    Attributes:
        wave: in which round of asking.
        group: what they were called, such as "everybody" or "North".
        count: how many there were.
        questions: to which questions figures of them were shown.
        members: a keyed digest of each one's token, never the token itself; empty where only
            the count is known.
        key: a mark of the key, so that digests by different keys are not taken for different
            people.
    """

    wave: str
    group: str
    count: int
    questions: tuple[str, ...] = field(default=(), converter=_sorted)
    members: tuple[str, ...] = field(default=(), converter=_sorted, repr=False)
    key: str = ""


def _bases(values: Iterable[Base]) -> tuple[Base, ...]:
    return tuple(values)


@frozen
class Release:
    """A document that went out: the ledger that disclosure control reads is made of these.

    Attributes:
        report: the key of its report type.
        name: where it is in its audience's folder, without the ending.
        audience: whom it went to.
        as_of: the day it describes.
        sha256: of what it said, so that the same content is never counted twice.
        bases: whose answers it showed figures of.
    """

    report: str
    name: str
    audience: Audience
    as_of: date | None
    sha256: str
    bases: tuple[Base, ...] = field(default=(), converter=_bases)


@frozen
class Skipped:
    """A document that was not published.

    Attributes:
        report: the key of its report type.
        about: what it was to be about: kinds (``workshop``, ``engagement``, ``person``,
            ``wave``) with identifiers.
        reason: why there is none, in words.
        failed: whether something went wrong, rather than there being nothing to say yet.
    """

    report: str
    about: tuple[tuple[str, str], ...]
    reason: str
    failed: bool = False

    @property
    def name(self) -> str:
        """What to call it: ``progress``, or ``expert-brief (desk)``."""
        about = " ".join(id for _, id in self.about)
        return f"{self.report} ({about})" if about else self.report


def _paths(values: Iterable[Path]) -> tuple[Path, ...]:
    return tuple(values)


def _releases(values: Iterable[Release]) -> tuple[Release, ...]:
    return tuple(values)


def _skipped(values: Iterable[Skipped]) -> tuple[Skipped, ...]:
    return tuple(values)


@frozen
class Publication:
    """Everything one publishing run made, and what was released by it.

    Attributes:
        folder: where it is.
        paths: every file of the publication, the index first.
        releases: the documents that went out, each once, whatever it was rendered to.
        changed: those files that were not there before, or said something else.
        skipped: the documents that could not be made, with the reasons.
    """

    folder: Path
    paths: tuple[Path, ...] = field(converter=_paths)
    releases: tuple[Release, ...] = field(default=(), converter=_releases)
    changed: tuple[Path, ...] = field(default=(), converter=_paths)
    skipped: tuple[Skipped, ...] = field(default=(), converter=_skipped)
