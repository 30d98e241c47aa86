"""The option `--report-folder`: reports that a house has written as files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

__all__ = ["VARIABLE", "report_folders"]

F = TypeVar("F", bound=Callable[..., Any])

VARIABLE = "WORKSHOPCORE_REPORT_FOLDERS"
"""The environment variable that names such folders for every command that takes the option."""


def report_folders(command: F) -> F:
    """Give a command the option, as its argument ``report_folders``."""
    option = click.option(
        "--report-folder",
        "report_folders",
        metavar="FOLDER",
        multiple=True,
        type=click.Path(path_type=Path),
        envvar=VARIABLE,
        help="Reports of your own, as a folder of templates.",
    )
    return option(command)
