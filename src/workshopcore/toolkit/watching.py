"""Whether a report looked at the answers while it was built: most never do."""

from __future__ import annotations

from typing import Any

import attrs

from workshopcore.contracts.evaluation import Evaluation

__all__ = ["looked_at", "watched"]

_SEEN = "_seen"


class _Watched(Evaluation):
    """An evaluation that notes it when anything of it is read."""

    def __getattribute__(self, name: str) -> Any:
        object.__getattribute__(self, "__dict__")[_SEEN] = True
        return super().__getattribute__(name)


def watched(evaluation: Evaluation | None) -> Evaluation | None:
    """Return an evaluation that says the same, and of which ``looked_at`` knows.

    >>> from datetime import date
    >>> given = watched(Evaluation(date(2027, 3, 31)))
    >>> looked_at(given), given.k, looked_at(given)
    (False, 5, True)
    """
    if type(evaluation) is not Evaluation:
        return evaluation
    names = [field.name for field in attrs.fields(Evaluation)]
    made = _Watched(**{name: getattr(evaluation, name) for name in names})
    object.__getattribute__(made, "__dict__").clear()
    return made


def looked_at(evaluation: Evaluation | None) -> bool:
    """Return whether anything of an evaluation was read; of one nobody watched, it counts so."""
    if not issubclass(type(evaluation), _Watched):
        return evaluation is not None
    return _SEEN in object.__getattribute__(evaluation, "__dict__")
