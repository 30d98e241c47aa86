"""What reaches a terminal: text that cannot trick it, and colour only where it is wanted."""

from __future__ import annotations

import codecs
import errno
import io
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

import click
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

__all__ = ["Terminal", "lines", "plain", "print_json", "speak_any_encoding"]

# Escape sequences, other controls, line separators, and the marks that reorder or hide text.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_LESSER = str.maketrans(
    {
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{MINUS SIGN}": "-",
        "\N{HORIZONTAL ELLIPSIS}": "...",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{BULLET}": "*",
        "\N{RIGHTWARDS ARROW}": "->",
        "\N{MULTIPLICATION SIGN}": "x",
    }
)


def _escaped(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


def plain(text: str) -> str:
    r"""Return text as one line that no terminal acts upon.

    >>> plain("a\x1b[2Jb\nc")
    'a\\x1b[2Jb\\nc'
    """
    return _UNSAFE.sub(_escaped, text)


def lines(text: str) -> str:
    r"""Return text of several lines with everything else neutralised as in :func:`plain`.

    >>> lines("one\r\n\ttwo\x07")
    'one\n    two\\x07'
    """
    return "\n".join(plain(line.expandtabs(4)) for line in re.split("\r?\n", text))


def _lesser(error: UnicodeError) -> tuple[str, int]:
    """Write what an encoding lacks in its nearest characters, else as a question mark."""
    assert isinstance(error, UnicodeEncodeError), "it is set for output only"
    nearest = []
    for character in error.object[error.start : error.end]:
        known = unicodedata.normalize("NFKD", character.translate(_LESSER))
        nearest.append(known.encode("ascii", "ignore").decode() or "?")
    return "".join(nearest), error.end


def speak_any_encoding() -> None:
    """Let standard output and error take any character, whatever the terminal's encoding."""
    codecs.register_error("workshopcore-terminal", _lesser)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="workshopcore-terminal")


def print_json(value: Any) -> None:
    """Print a value for machines: ASCII only, so that no terminal and no encoding alters it."""
    click.echo(json.dumps(value, indent=2))


class Terminal(Console):
    """A console that takes text as it is: no markup, no emoji codes, no highlighting.

    Rich honours ``NO_COLOR`` and ``TERM=dumb``, and colours nothing that goes to a file or a
    pipe.
    """

    def __init__(self, *, stderr: bool = False) -> None:
        super().__init__(stderr=stderr, markup=False, emoji=False, highlight=False)

    def on_broken_pipe(self) -> NoReturn:
        raise BrokenPipeError(errno.EPIPE, "the reader of the output has gone")

    def say(self, *parts: str | tuple[str, str]) -> None:
        """Print one line of parts, each plain text or text with a style; it is never wrapped."""
        line = Text()
        for part in parts:
            text, style = (part, "") if isinstance(part, str) else part
            line.append(plain(text), style)
        self.print(line, soft_wrap=True)

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Print rows under headings: fitted to a terminal, one line a row anywhere else."""
        safe = [[plain(cell) for cell in row] for row in rows]
        if self.is_terminal:
            self._fitted(headings, safe)
            return
        widths = [max(map(cell_len, column)) for column in zip(headings, *safe, strict=True)]
        for row in [headings, *safe]:
            cells = [c + " " * (w - cell_len(c)) for c, w in zip(row, widths, strict=True)]
            self.print(Text("  ".join(cells).rstrip()), soft_wrap=True)

    def _fitted(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        from rich.table import Table

        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
        for number, heading in enumerate(headings):
            table.add_column(heading, overflow="fold", no_wrap=number == 0)
        for row in rows:
            table.add_row(*map(Text, row))
        self.print(table)
