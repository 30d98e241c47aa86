"""An instrument from draft to frozen: what may still change, and what shows that it did."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from workshopcore.errors import IllegalMoveError
from workshopcore.model.evaluation import Instrument, Question
from workshopcore.model.moments import as_of_day

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme

__all__ = ["fingerprint", "revised", "with_frozen", "with_instrument"]

_FOR_ANALYSIS = frozenset({"construct", "level"})
"""What no respondent sees, and what changes no answer: a codebook may grow."""


def fingerprint(instrument: Instrument) -> str:
    """Return a SHA-256 hash of what an instrument asks, the same as long as it asks the same.

    The introduction and everything about its questions count, except the construct and the
    level, which only sort them.

    >>> pulse = Instrument("Pulse", [Question("Was it worth it?", "yes-no")])
    >>> renamed = attrs.evolve(pulse, title="Pulse of the day")
    >>> fingerprint(pulse) == fingerprint(renamed)
    True
    >>> fingerprint(pulse) == fingerprint(attrs.evolve(pulse, introduction="Two minutes."))
    False
    """
    asked = [instrument.introduction, [_asked(question) for question in instrument.questions]]
    text = json.dumps(asked, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _asked(question: Question) -> dict[str, Any]:
    """Return what a question says, without what is left out: later fields change no old hash."""
    fields = (each for each in attrs.fields(Question) if each.name not in _FOR_ANALYSIS)
    values = ((each.name, getattr(question, each.name), each.default) for each in fields)
    # Identifiers may be of a subclass of text, and JSON has no tuples.
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value, default in values
        if value != default
    }


def revised(instrument: Instrument, id: str, **changes: Any) -> Instrument:
    """Return a new version of an instrument, which may change again.

    Questions that keep their identifiers are compared with those of the old one, so give a new
    identifier to a question that asks something else.

    Args:
        instrument: the old version; it stays in the programme, for it was answered.
        id: the identifier of the new one.
        changes: fields of the instrument that are to differ.

    >>> old = Instrument("Pulse", [Question("Was it worth it?", "yes-no")], id="pulse")
    >>> new = revised(old, "pulse-2", title="Pulse, second version")
    >>> new.replaces, new.questions == old.questions
    ('pulse', True)
    """
    fresh: dict[str, Any] = {"frozen_on": None, "frozen_as": "", "replaces": instrument.id}
    return attrs.evolve(instrument, id=id, **(fresh | changes))


def with_frozen(programme: Programme, id: str, on: date | str) -> Programme:
    """Return the programme with an instrument frozen.

    See :meth:`~workshopcore.model.changes.Changes.with_frozen`.
    """
    day = as_of_day(on, "freezing an instrument")
    old = programme.instrument(id)
    if old.frozen_on is not None and old.frozen_on <= day and old.frozen_as:
        raise IllegalMoveError(f"'{id}' is frozen since {old.frozen_on.isoformat()}")
    new = attrs.evolve(old, frozen_on=day, frozen_as=fingerprint(old))
    return _put(programme, old, new)


def with_instrument(programme: Programme, instrument: Instrument, on: date) -> Programme:
    """Return the programme with an instrument, new or in the place of the old.

    See :meth:`~workshopcore.model.changes.Changes.with_instrument`.
    """
    old = next((each for each in programme.instruments if each.id == instrument.id), None)
    if old is None or instrument.id.__class__ is not str:
        return attrs.evolve(programme, instruments=[*programme.instruments, instrument])
    held = _why_held(programme, old, on)
    if held and fingerprint(old) != fingerprint(instrument):
        cure = "Make a new version, revised(...), which keeps the identifiers of its questions"
        raise IllegalMoveError(f"'{old.id}' cannot change: {held}. {cure}")
    if _is_frozen(old, on) and (instrument.frozen_on != old.frozen_on):
        raise IllegalMoveError(f"'{old.id}' stays frozen since {old.frozen_on}")
    return _put(programme, old, instrument)


def _why_held(programme: Programme, instrument: Instrument, on: date) -> str:
    """Return why an instrument may not change on a day, ``""`` where it may."""
    if _is_frozen(instrument, on):
        return f"it is frozen since {instrument.frozen_on}"
    for wave in programme.waves:
        if wave.instrument != instrument.id:
            continue
        if wave.answers is not None:
            return f"'{wave.id}' has answers to it"
        if wave.state(on) != "designed":
            return f"'{wave.id}' is {wave.state(on)}"
    return ""


def _is_frozen(instrument: Instrument, on: date) -> bool:
    return instrument.frozen_on is not None and instrument.frozen_on <= on


def _put(programme: Programme, old: Instrument, new: Instrument) -> Programme:
    instruments = [new if each is old else each for each in programme.instruments]
    return attrs.evolve(programme, instruments=instruments)
