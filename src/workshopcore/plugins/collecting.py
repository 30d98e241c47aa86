"""Collecting what plugins provide: one plugin at a time, and nothing half-registered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen

from workshopcore.errors import PluginCallError
from workshopcore.plugins.calling import Implementation, blamed
from workshopcore.plugins.kinds import Kind
from workshopcore.plugins.record import Candidate

__all__ = ["Collected", "collect"]


@frozen
class Collected:
    """Everything of one kind.

    Attributes:
        things: by key; the library's own first, then by plugin.
        owners: the plugin that each key comes from.
        refused: keys that somebody provides and nobody may use, with the reason.
        failures: what went wrong, in the order of the plugins.
    """

    things: Mapping[str, Any]
    owners: Mapping[str, Candidate]
    refused: Mapping[str, PluginCallError]
    failures: tuple[PluginCallError, ...]


@frozen
class _Offer:
    key: str
    thing: Any
    by: Implementation


@frozen
class _Collection:
    """What has been seen so far."""

    kind: Kind
    offers: dict[str, list[_Offer]] = field(factory=dict)
    refused: dict[str, PluginCallError] = field(factory=dict)
    failures: list[PluginCallError] = field(factory=list)

    def ask(self, implementation: Implementation) -> None:
        """Ask one plugin. If it fails part of the way, none of its things are there."""
        seen: list[_Offer] = []
        try:
            _gather(self.kind, implementation, seen)
        except PluginCallError as failure:
            self.failures.append(failure)
            self.refused.update({offer.key: failure for offer in seen})
            return
        for offer in seen:
            fault = self.kind.key_fault(offer.key, offer.by.plugin.built_in)
            if fault:
                self.refuse(offer, f"{fault}: it is left out")
            else:
                self.offers.setdefault(offer.key, []).append(offer)

    def refuse(self, offer: _Offer, message: str) -> None:
        failure = offer.by.failure(message)
        self.failures.append(failure)
        self.refused.setdefault(offer.key, failure)

    def settle(self) -> Collected:
        """Let keys that are claimed more than once go to nobody."""
        won = {}
        for key, claims in self.offers.items():
            if len(claims) == 1:
                won[key] = claims[0]
            else:
                for claim in claims:
                    self.refuse(claim, _clash(claim, claims))
        return Collected(
            {key: offer.thing for key, offer in won.items()},
            {key: offer.by.plugin for key, offer in won.items()},
            self.refused,
            tuple(self.failures),
        )


def collect(kind: Kind, implementations: Iterable[Implementation]) -> Collected:
    """Ask plugins for everything of a kind.

    Args:
        kind: what to ask for.
        implementations: the plugins' answers, in the order they are asked.
    """
    collection = _Collection(kind)
    for implementation in implementations:
        collection.ask(implementation)
    return collection.settle()


def _gather(kind: Kind, implementation: Implementation, seen: list[_Offer]) -> None:
    plugin = implementation.plugin
    answer = implementation.call()
    if answer is None or isinstance(answer, (str, bytes)):
        found = "nothing" if answer is None else "text"
        message = f"it returned {found} where a list of {kind.noun}s was expected"
        raise implementation.failure(message)
    with blamed(plugin, implementation.hook, "it raised while its results were read"):
        for number, thing in enumerate(answer):
            fault = kind.fault(thing)
            key = kind.key_of(thing, plugin.name, plugin.built_in, number) if not fault else ""
            if fault or not isinstance(key, str):
                raise implementation.failure(fault or f"the {kind.key} of a {kind.noun} is no text")
            seen.append(_Offer(key, thing, implementation))


def _clash(claim: _Offer, claims: list[_Offer]) -> str:
    others = [c.by.plugin for c in claims if c.by.plugin is not claim.by.plugin]
    if not others:
        return f"it returned '{claim.key}' {len(claims)} times: none of them is used"
    names = ", ".join(f"'{other.name}' ({other.distribution or other.target})" for other in others)
    return f"'{claim.key}' is also claimed by the plugin {names}: neither is used"
