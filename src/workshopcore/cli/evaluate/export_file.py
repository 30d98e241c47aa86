"""A survey export on disk: a CSV file as it is, a workbook by an importer of answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from workshopcore.cli.completion import answer_keys
from workshopcore.cli.program import Refusal

if TYPE_CHECKING:
    from workshopcore.contracts.exchange import Importer
    from workshopcore.errors import Problem
    from workshopcore.evaluation.answers.source import Source
    from workshopcore.model.programme import Programme
    from workshopcore.toolkit import Toolkit

__all__ = ["Export", "form", "opened"]

_WORKBOOK = b"PK\x03\x04"

form = click.option(
    "--format",
    "key",
    metavar="KEY",
    shell_complete=answer_keys,
    help="What reads a workbook.  [default: by its ending]",
)
"""The option that names an importer of answers."""


@frozen
class Export:
    """What a tool has exported.

    Attributes:
        source: the file, or its rows, as ``read_answers`` takes them.
        problems: what an importer could not read.
    """

    source: Source
    problems: Sequence[Problem] = ()


def opened(path: Path, programme: Programme, sheet: str = "", key: str | None = None) -> Export:
    """Return an export: its name, or for a workbook its rows.

    Args:
        path: the file.
        programme: whose answers they are.
        sheet: the name of a sheet; left out, the first with anything on it.
        key: the importer to read it by; left out, CSV is read as it is and a workbook by the
            importer for its ending.

    Raises:
        OSError: there is no such file.
        PluginError: the plugin that reads it has failed.
        Refusal: it is a workbook, and nothing reads those; or a sheet is named of another file.
    """
    with path.open("rb") as file:
        start = file.read(len(_WORKBOOK))
    if start != _WORKBOOK and key is None:
        if sheet:
            raise Refusal(f"{path} is no workbook, and has no sheets: leave --sheet out")
        return Export(path)
    from workshopcore.toolkit import Toolkit

    toolkit = Toolkit()
    importer = _importer(toolkit, path, key)
    options = {"sheet": sheet} if sheet else {}
    found = toolkit.import_answers(programme, path.read_bytes(), importer.key, options=options)
    if not found.value:
        raise Refusal("; ".join(map(str, found.problems)) or f"{path}: nothing is in it")
    return Export(found.value, found.problems)


def _importer(toolkit: Toolkit, path: Path, key: str | None) -> Importer:
    from workshopcore.cli.kinds import importer_for

    if key is None and not any(each.matter == "answers" for each in toolkit.importers.values()):
        raise Refusal(
            f"{path} is a workbook: install the plugin that reads it with"
            "  pip install workshopcore-office  or save it as CSV"
        )
    return importer_for(toolkit, path, key, "answers")
