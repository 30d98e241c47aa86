"""Which mapping reads an export: one of the instrument's, or one in a file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
from attrs import frozen

from workshopcore.cli.program import Refusal
from workshopcore.errors import InvalidValueError, nearest

if TYPE_CHECKING:
    from workshopcore.evaluation import AnswerMapping
    from workshopcore.model.evaluation import Instrument, Wave

__all__ = ["Chosen", "as_table", "chosen_mapping"]


@frozen
class Chosen:
    """How an export is read.

    Attributes:
        mapping: how the tool writes answers down.
        name: under which the instrument keeps it; ``""`` for none.
        table: as it is to be kept, where the instrument does not have it yet.
    """

    mapping: AnswerMapping
    name: str = ""
    table: Mapping[str, Any] | None = None


def chosen_mapping(instrument: Instrument, wave: Wave, wanted: str | None) -> Chosen:
    """Return the mapping that is asked for, by name or by file.

    Left out, it is the one of the wave's name, or else the only one that there is.

    Raises:
        Refusal: there is none of that name, and no such file; or the file holds something else.
    """
    from workshopcore.evaluation import AnswerMapping, mapping_of

    names = list(instrument.mappings)
    if wanted is None:
        fitting = [wave.id] if wave.id in names else names[:1] if len(names) == 1 else []
        if not fitting and names:
            raise Refusal(f"'{instrument.id}' has several mappings: add --mapping, {_or(names)}")
        if not fitting:
            return Chosen(AnswerMapping())
        wanted = fitting[0]
    if wanted in names:
        return Chosen(mapping_of(instrument.mappings[wanted]), wanted)
    path = Path(wanted)
    if not path.suffix:
        guess = nearest(wanted, names)
        cure = f"Did you mean '{guess}'?" if guess else f"It has {_or(names) or 'none'}"
        raise Refusal(f"'{instrument.id}' has no mapping '{wanted}'. {cure}; or name a .toml file")
    return _from_file(path)


def _from_file(path: Path) -> Chosen:
    from workshopcore.evaluation import mapping_of
    from workshopcore.model.identifiers import identifier_from

    try:
        table = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
        return Chosen(mapping_of(table), str(identifier_from(path.stem, "mapping")), table)
    except UnicodeDecodeError as error:
        raise Refusal(f"{path}: expected UTF-8 text, found other bytes") from error
    except InvalidValueError as error:
        raise Refusal(f"{path}: {error}") from error
    except (ValueError, RecursionError) as error:
        raise Refusal(f"{path}: expected TOML. {error}") from error


def as_table(mapping: AnswerMapping) -> dict[str, Any]:
    """Return a mapping as it is kept with an instrument: only what differs from the usual."""
    usual = type(mapping)()
    found = {
        each.name: getattr(mapping, each.name)
        for each in attrs.fields(type(mapping))
        if getattr(mapping, each.name) != getattr(usual, each.name)
    }
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in found.items()
    }


def _or(names: list[str]) -> str:
    from workshopcore.reports.wording import listed

    return listed(names, "or")
