"""What leads nowhere, and what comes from nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from attrs import frozen

from workshopcore.language import gettext, gettext_noop
from workshopcore.trace.gains import GainTrace
from workshopcore.trace.links import Kind, Link, Node, Parts

__all__ = ["Orphan", "orphans_of"]

_WANTED: tuple[tuple[Kind, tuple[Kind, ...], str], ...] = (
    ("driver", ("objective",), gettext_noop("no objective answers it")),
    ("objective", ("driver",), gettext_noop("no driver makes it necessary")),
    ("objective", ("workshop", "session"), gettext_noop("no workshop has worked towards it")),
    ("objective", ("action",), gettext_noop("no action serves it")),
    ("objective", ("gain",), gettext_noop("no gain")),
    ("workshop", ("objective",), gettext_noop("works towards no objective")),
    ("action", ("objective",), gettext_noop("serves no objective")),
    ("action", ("workshop", "session"), gettext_noop("comes from no workshop")),
    ("decision", ("workshop", "session"), gettext_noop("comes from no workshop")),
    ("evidence", ("action", "gain"), gettext_noop("shows no action and bears out no gain")),
)
"""Of which kind, what it should be linked to one of, and what is said if it is not."""


@frozen
class Orphan:
    """A part of a programme that lacks a link.

    Attributes:
        node: the part.
        lacks: what it has not, in words.
    """

    node: Node
    lacks: str

    def __str__(self) -> str:
        return f"{self.node.kind} '{self.node.id}': {self.lacks}"


def orphans_of(
    parts: Parts, links: Collection[Link], gains: Iterable[GainTrace]
) -> Iterator[Orphan]:
    """Yield what lacks a link, kind by kind; what is of a session is of its workshop too.

    A verified action that no gain rests on is not lost work. It is named because it may stand
    for a gain that nobody has stated.
    """
    lifted = tuple(_with_workshops(links))
    near = {(link.source, link.target.kind) for link in lifted}
    near |= {(link.target, link.source.kind) for link in lifted}
    for kind, wanted, told in _WANTED:
        for node in parts.nodes.values():
            if node.kind == kind and not any((node, other) in near for other in wanted):
                yield Orphan(node, gettext(told))
    for gain in gains:
        for told in gain.lacks:
            yield Orphan(gain.path[-1], told)
    for each in parts.actions:
        node = parts.nodes["action", each.action.id]
        if each.status == "verified" and not _is_used(node, links):
            yield Orphan(node, gettext("verified, and no gain rests on it"))


def _with_workshops(links: Collection[Link]) -> Iterator[Link]:
    workshops = {link.target: link.source for link in links if link.source.kind == "workshop"}
    for link in links:
        yield link
        yield link._replace(
            source=workshops.get(link.source, link.source),
            target=workshops.get(link.target, link.target),
        )


def _is_used(action: Node, links: Collection[Link]) -> bool:
    """Return whether a gain rests on an action, or on what shows that it is done."""
    shown = {link.target for link in links if link.source == action}
    gains = {link.source for link in links if link.target.kind == "gain"}
    return any(node.kind == "gain" for node in shown) or bool(shown & gains)
