"""Why something is not there: a plugin that failed is named, a slip of the pen is guessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshopcore.errors import PluginError, UnknownKeyError
from workshopcore.plugins.collecting import Collected
from workshopcore.plugins.kinds import Kind
from workshopcore.plugins.record import Candidate

__all__ = ["why_missing"]


def why_missing(
    kind: Kind, key: str, found: Collected, absent: Iterable[tuple[Candidate, str | PluginError]]
) -> Exception:
    """Return the error for a key that nothing of a kind has.

    Args:
        kind: what was looked for.
        key: under which key.
        found: what there is.
        absent: plugins that take no part, each with the reason.

    Returns:
        The failure of the plugin that the key belongs to; or an ``UnknownKeyError`` with a
        note for each plugin whose keys are not known.
    """
    absentees = list(absent)
    known_failure = found.refused.get(key) or _failure_of(key, found, absentees)
    if known_failure is not None:
        return _again(known_failure)
    error = UnknownKeyError(kind.noun, key, found.things)
    for note in _notes(key, found, absentees):
        error.add_note(note)
    return error


def _failure_of(
    key: str, found: Collected, absent: list[tuple[Candidate, str | PluginError]]
) -> PluginError | None:
    namespace, colon, _ = key.partition(":")
    if not colon:
        return None
    failures = [reason for _, reason in absent if isinstance(reason, PluginError)]
    # A plugin that answered is not to blame for a key that it does not have.
    failures += [f for f in found.failures if f.plugin not in _answering(found)]
    return next((failure for failure in failures if failure.plugin == namespace), None)


def _answering(found: Collected) -> set[str]:
    return {owner.name for owner in found.owners.values()}


def _notes(
    key: str, found: Collected, absent: list[tuple[Candidate, str | PluginError]]
) -> Iterator[str]:
    for candidate, reason in absent:
        if isinstance(reason, PluginError):
            yield f"What this one provides is not known: {reason}"
        elif key.startswith(f"{candidate.name}:"):
            yield f"The plugin '{candidate.name}' is not used: {reason}"
    for failure in found.failures:
        if failure.plugin not in _answering(found):
            yield f"What this one provides is not known: {failure}"


def _again(failure: PluginError) -> PluginError:
    """Return a fresh error of the same words: one that was raised before keeps its traceback."""
    fresh = type(failure)(failure.message, failure.plugin, failure.distribution, failure.hook)
    fresh.__cause__ = failure.__cause__
    return fresh
