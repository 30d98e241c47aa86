"""Coding by hand: a sheet that coders fill in with a spreadsheet, and what they made of it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO

from attrs import frozen

from workshopcore.delimited.formulas import as_text, as_typed
from workshopcore.errors import Problem, nearest, shown
from workshopcore.evaluation.answers.source import Source, rows_of
from workshopcore.evaluation.comments.codebook import Codebook
from workshopcore.evaluation.comments.coding import Coding
from workshopcore.evaluation.comments.comment import Comment, Mark

__all__ = ["CodingsRead", "codebook_sheet", "coding_sheet", "read_codings"]

COLUMNS = ("Question", "Comment", "Text", "Themes", "Wording", "Coder", "Codebook")
NONE = "none"
"""What a coder writes where no theme fits: nothing at all means not coded yet."""
_FILE = "comments"


@frozen
class CodingsRead:
    """What came of reading sheets.

    Attributes:
        codings: one for each coder, in the order in which they come.
        problems: what could not be used, each with its row and the cure.
    """

    codings: tuple[Coding, ...]
    problems: tuple[Problem, ...]


def coding_sheet(
    comments: Iterable[Comment],
    codebook: Codebook,
    coder: str,
    coding: Coding | None = None,
) -> bytes:
    """Return a sheet for one coder: a row for each comment, with room for its themes.

    Themes go into one cell, by identifier or title, with semicolons between them; ``none``
    where none fits. It is a CSV file, UTF-8 with a byte order mark, so that spreadsheets read
    accents. A text that a spreadsheet would run as a formula is written as text.

    Args:
        comments: what is to be coded.
        codebook: by what.
        coder: who codes: initials will do.
        coding: what is filled in already, such as a lexicon's first look. For double coding
            leave it out: whoever sees a proposal tends to take it.
    """
    codes: Mapping[Mark, Sequence[str]] = coding.codes if coding else {}
    wordings: Mapping[Mark, str] = coding.wordings if coding else {}
    rows: list[Sequence[str]] = [COLUMNS]
    for comment in comments:
        mark = comment.mark
        themes = ("; ".join(codes[mark]) or NONE) if mark in codes else ""
        wording = wordings.get(mark, "")
        rows.append(
            (
                *(mark.item, str(mark.number), comment.text, themes),
                *(wording, coder, codebook.version),
            )
        )
    return _written(rows)


def codebook_sheet(codebook: Codebook) -> bytes:
    """Return the themes as a sheet of their own, for coders to have beside them."""
    rows: list[Sequence[str]] = [("Theme", "Title", "What belongs to it", "Words")]
    rows += [(str(t.id), t.title, t.description, "; ".join(t.words)) for t in codebook.themes]
    return _written(rows)


def _written(rows: Iterable[Sequence[str]]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([as_text(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def read_codings(
    source: Source, comments: Iterable[Comment], codebook: Codebook, *, coder: str = ""
) -> CodingsRead:
    """Read what coders made of comments, from a sheet or several put together.

    The text in a row has to be that of the comment, so that a sheet of other answers, or one
    whose rows were shifted, is found out. What cannot be used is among ``problems``, and its
    comment counts as not coded.

    Args:
        source: a CSV file (its name, or what is in it), or rows with the headings first.
        comments: what was to be coded.
        codebook: by what.
        coder: who coded, where a row does not say.

    Raises:
        InvalidValueError: it is a workbook, or its encoding is not known.
        OSError: the file cannot be read.

    >>> from workshopcore.model.evaluation import Theme
    >>> book = Codebook([Theme("Trust"), Theme("Time")])
    >>> said = [Comment(Mark("q", 1), "Enough time"), Comment(Mark("q", 2), "Lunch")]
    >>> rows = [["Question", "Comment", "Text", "Themes", "Coder"]]
    >>> rows += [["q", "1", "Enough time", "Time; Trust", "AY"], ["q", "2", "Lunch", "none", "AY"]]
    >>> read_codings(rows, said, book).codings[0].codes
    {Mark(item='q', number=1): ('trust', 'time'), Mark(item='q', number=2): ()}
    """
    problems: list[Problem] = []
    reader = _Reader(comments, codebook, problems)
    rows = enumerate(rows_of(source, problems), 1)
    for number, row in rows:
        cells = [as_typed(cell).strip() for cell in row]
        if not reader.columns:
            reader.head(cells)
        elif any(cells):
            reader.row(number, cells, coder)
    if not reader.columns:
        expected = "headings Question, Comment, Text and Themes"
        problems.append(Problem("WC001", _FILE, "none of them", expected))
    return CodingsRead(tuple(reader.codings()), tuple(problems))


class _Reader:
    """Takes in rows, and keeps what each coder said."""

    def __init__(
        self, comments: Iterable[Comment], codebook: Codebook, problems: list[Problem]
    ) -> None:
        self.comments = {comment.mark: comment for comment in comments}
        self.codebook = codebook
        self.problems = problems
        self.columns: dict[str, int] = {}
        self.codes: dict[str, dict[Mark, tuple[str, ...]]] = {}
        self.wordings: dict[str, dict[Mark, str]] = {}
        self.versions: dict[str, str] = {}
        self.keys = {
            _plain(name): str(theme.id)
            for theme in codebook.themes
            for name in (theme.title, str(theme.id))
        }

    def head(self, cells: Sequence[str]) -> None:
        """Take in the headings, if these are they."""
        found = {_plain(cell): number for number, cell in enumerate(cells)}
        if {"question", "comment", "text", "themes"} <= found.keys():
            self.columns = found

    def row(self, number: int, cells: Sequence[str], coder: str) -> None:
        """Take in a row, or say what is wrong with it."""
        place = f"row {number}"
        mark = self._mark(place, cells)
        who = self._cell(cells, "coder") or coder
        if mark is None:
            return
        if not who:
            self._refuse(f"{place}, column Coder", "nobody", "who coded it")
            return
        version = self._cell(cells, "codebook")
        if version and version != self.codebook.version:
            cure = "The themes have changed since: look whether the codes still hold"
            expected = f"the codebook {self.codebook.version}"
            self._refuse(f"{place}, column Codebook", shown(version), expected, cure)
        self._take(place, mark, who, cells)

    def _take(self, place: str, mark: Mark, who: str, cells: Sequence[str]) -> None:
        codes = self.codes.setdefault(who, {})
        if mark in codes:
            self._refuse(place, f"'{mark}' of {who} again", "each comment once for each coder")
            return
        self.versions[who] = self._cell(cells, "codebook") or self.versions.get(who, "")
        wording = self._cell(cells, "wording")
        if wording:
            self.wordings.setdefault(who, {})[mark] = wording
        themes = self._themes(f"{place}, column Themes", self._cell(cells, "themes"))
        if themes is not None:
            codes[mark] = themes

    def _mark(self, place: str, cells: Sequence[str]) -> Mark | None:
        """Return which comment a row is about; ``None`` if that cannot be."""
        item, number = self._cell(cells, "question"), self._cell(cells, "comment")
        mark = Mark(item, int(number[:9]) if number[:9].isdecimal() else 0)
        comment = self.comments.get(mark)
        if comment is None:
            cure = "Leave the columns Question and Comment as they came"
            self._refuse(place, shown(f"{item} {number}"), "a comment that is to be coded", cure)
        elif self._cell(cells, "text").split() != comment.text.split():
            cure = "Make a new sheet: these are the rows of other answers"
            expected = f"the text of '{mark}'"
            self._refuse(f"{place}, column Text", "another text", expected, cure)
            return None
        return mark if comment else None

    def _themes(self, place: str, cell: str) -> tuple[str, ...] | None:
        """Return the themes in a cell; ``None`` for not coded, or not to be understood."""
        words = [word.strip() for word in cell.replace("|", ";").split(";") if word.strip()]
        if not words:
            return None
        if [_plain(word) for word in words] == [NONE]:
            return ()
        unknown = [word for word in words if _plain(word) not in self.keys]
        for word in unknown:
            guess = nearest(_plain(word), self.keys)
            cure = f"Did you mean '{self.keys[guess]}'?" if guess else ""
            expected = f"themes of the codebook ({', '.join(self.codebook.keys)}), or '{NONE}'"
            self._refuse(place, shown(word), expected, cure)
        if unknown:
            return None
        return self.codebook.known(self.keys[_plain(word)] for word in words)

    def _cell(self, cells: Sequence[str], name: str) -> str:
        column = self.columns.get(name, len(cells))
        return cells[column] if column < len(cells) else ""

    def _refuse(self, place: str, found: str, expected: str, cure: str = "") -> None:
        self.problems.append(Problem("WC004", place, found, expected, cure))

    def codings(self) -> Iterator[Coding]:
        """Yield what each coder made of the comments."""
        for who, codes in self.codes.items():
            wordings = self.wordings.get(who, {})
            yield Coding(who, codes, wordings=wordings, version=self.versions[who])


def _plain(text: str) -> str:
    return " ".join(text.lstrip("\ufeff").casefold().split())
