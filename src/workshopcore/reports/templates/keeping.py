"""What a report for some readers may not print of a programme, whatever its template says."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files

from workshopcore.contracts.report import Audience

__all__ = ["readers", "why_kept", "writing_for"]

_AUDIENCE: ContextVar[Audience | None] = ContextVar("workshopcore_template_audience", default=None)


@contextmanager
def writing_for(audience: Audience) -> Iterator[None]:
    """Let templates that run in the ``with`` block read what may be printed for these readers."""
    token = _AUDIENCE.set(audience)
    try:
        yield
    finally:
        _AUDIENCE.reset(token)


@cache
def readers() -> Mapping[str, Mapping[str, list[str]]]:
    """Return who may read what is kept, by class and field."""
    return tomllib.loads(
        (files("workshopcore.reports.templates") / "kept.toml").read_text(encoding="utf-8")
    )


def why_kept(thing: object, name: str) -> str:
    """Return why a field of a thing is not for the readers of the report, ``""`` if it is.

    >>> from workshopcore.model.people import Person
    >>> with writing_for("participants"):
    ...     why_kept(Person("Amina Yusuf"), "band"), why_kept(Person("Amina Yusuf"), "name")
    ("'band' is for facilitators, and this report is for participants", '')
    """
    audience = _AUDIENCE.get()
    kept = [readers()[kind.__name__] for kind in type(thing).__mro__ if kind.__name__ in readers()]
    if audience is None or not kept or name not in kept[0] or audience in kept[0][name]:
        return ""
    if not kept[0][name]:
        return f"'{name}' never leaves the record"
    return f"'{name}' is for {', '.join(kept[0][name])}, and this report is for {audience}"
