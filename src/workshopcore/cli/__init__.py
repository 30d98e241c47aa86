"""The command line: the only layer that prints, prompts or asks what day it is."""

from __future__ import annotations

import sys
from typing import NoReturn

__all__ = ["main"]

_EXTRA = ("click", "rich")


def main() -> NoReturn:
    """Run ``workshopcore`` with the arguments of this process, and end it.

    Raises:
        SystemExit: always; the exit code is 0, or says what went wrong.
    """
    try:
        from workshopcore.cli.command_line import run
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in _EXTRA:
            raise
        print(
            f"The command line of workshopcore needs {missing}, which is not installed:"
            ' install it with  pip install "workshopcore[cli]"',
            file=sys.stderr,
        )
        raise SystemExit(2) from None
    raise SystemExit(run())
