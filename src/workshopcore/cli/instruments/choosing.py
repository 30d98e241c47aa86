"""Which instrument is meant: one of the programme's, or one of the bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshopcore.errors import UnknownKeyError

if TYPE_CHECKING:
    from workshopcore.model.evaluation import Instrument
    from workshopcore.model.programme import Programme
    from workshopcore.toolkit import Toolkit

__all__ = ["chosen_instrument", "with_one"]


def chosen_instrument(toolkit: Toolkit, programme: Programme | None, name: str) -> Instrument:
    """Return an instrument of the programme, and where it has none of the name, of the bank.

    Raises:
        UnknownKeyError: neither has it.
    """
    ours = {each.id: each for each in programme.instruments} if programme else {}
    if name in ours:
        return ours[name]
    found = toolkit.instruments.get(name)
    if found is None:
        raise UnknownKeyError("instrument", name, [*ours, *toolkit.instruments])
    return found


def with_one(toolkit: Toolkit, programme: Programme, name: str) -> tuple[Programme, str]:
    """Return the programme with an instrument of the bank in it, and its identifier there.

    Raises:
        UnknownKeyError: neither the programme nor the bank has it.
    """
    instrument = chosen_instrument(toolkit, programme, name)
    if any(each is instrument for each in programme.instruments):
        return programme, instrument.id
    return programme.with_instrument(instrument), instrument.id
