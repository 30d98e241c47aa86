"""A survey export that nobody prepared, read for what it most likely is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.evaluation.answers import AnswerMapping, Answers, read_answers
from workshopcore.evaluation.answers.source import Source
from workshopcore.evaluation.answers.words import plain
from workshopcore.evaluation.guessing.kinds import Guess, guess_kind, guess_wanted
from workshopcore.evaluation.guessing.table import Cells, Export, chosen_columns, export_of
from workshopcore.model.evaluation import Instrument, Question
from workshopcore.model.identifiers import identifier_from, unrepeated

__all__ = ["GuessedColumn", "GuessedSurvey", "guess_survey"]

_OPTION = re.compile(r"^(?P<text>.+?)\s*\[(?P<option>[^\[\]]+)\]$", re.DOTALL)
_MARKS = frozenset(
    {
        "yes", "no", "y", "n", "1", "0", "true",
        "false", "x", "checked", "unchecked", "selected", "✓", "✔",
    }
)  # fmt: skip
_MARKS |= {"not selected"}


@frozen
class GuessedColumn:
    """What one column of an export was taken for.

    Attributes:
        heading: what stands above it.
        kind: the type of question, ``token``, or ``dropped``.
        why: in words.
        question: the identifier of the question that it answers; ``""`` for none.
        answered: how many answered it.
    """

    heading: str
    kind: str
    why: str
    question: str = ""
    answered: int = 0


def _columns(values: Sequence[GuessedColumn]) -> tuple[GuessedColumn, ...]:
    return tuple(values)


@frozen
class GuessedSurvey:
    """What an export was taken for.

    Attributes:
        instrument: what was asked.
        mapping: how the export writes answers down.
        columns: what each column was taken for.
        people: how many rows of answers there are.
        laid_out: what is unusual about its headings, in words.
        source: the export.
    """

    instrument: Instrument
    mapping: AnswerMapping
    columns: tuple[GuessedColumn, ...] = field(converter=_columns)
    people: int
    laid_out: str
    source: Source = field(repr=False)

    @property
    def dropped(self) -> tuple[GuessedColumn, ...]:
        """The columns that nobody reads."""
        return tuple(column for column in self.columns if column.kind == "dropped")

    def answers(self) -> Answers:
        """Return the answers.

        Raises:
            OSError: the file cannot be read any more.
        """
        return read_answers(self.source, self.instrument, self.mapping)


def guess_survey(
    source: Source, wanted: Mapping[str, str] | None = None, *, title: str = "Survey"
) -> GuessedSurvey:
    """Guess what a survey export asked, column by column, from its headings and answers.

    Moments, addresses, names, codes and what describes a person are dropped. Ratings are known
    by the words of common scales or as numbers, choices by answers that come again and again;
    what only one person wrote is never an option, but counted as "Other".

    Args:
        source: the name of a CSV file, what is in it, or rows with the headings first.
        wanted: for a heading, what its column is: ``likelihood``, ``yes-no``, ``scale``,
            ``choice``, ``several``, ``text``, ``token`` or ``dropped``; labels or options may
            follow, as in ``scale:Low|Middle|High``.
        title: what to call the questionnaire.

    Raises:
        InvalidValueError: nothing is in the file, no question was found in it, or what is wanted
            cannot be.
        OSError: the file cannot be read.
        UnknownKeyError: something is wanted of a heading that the file does not have.

    >>> rows = [["Name", "It was worth my time"], *[["Amina", "Agree"], ["Jo", "Disagree"]] * 3]
    >>> found = guess_survey(rows)
    >>> [(column.heading, column.kind) for column in found.columns]
    [('Name', 'dropped'), ('It was worth my time', 'scale')]
    """
    table = source if isinstance(source, (str, bytes)) or hasattr(source, "open") else tuple(source)
    export = export_of(table)
    making = _Making(export, wanted or {})
    making.run()
    if not making.questions:
        raise InvalidValueError(
            f"{len(export.columns)} columns without a question among them",
            "a survey export with a row of headings",
            "Say what a column is, such as --as 'Heading=choice'",
        )
    return GuessedSurvey(
        Instrument(title, making.questions, id=identifier_from(title, "survey")),
        making.mapping(),
        making.columns,
        export.people,
        export.laid_out,
        table,
    )


class _Making:
    """Makes questions of columns, one after another."""

    def __init__(self, export: Export, wanted: Mapping[str, str]) -> None:
        self.questions: list[Question] = []
        self.columns: list[GuessedColumn] = []
        self._export = export
        self._targets: dict[str, str] = {}
        self._words: dict[str, dict[str, str]] = {}
        self._token = ""
        self._divider = ""
        self._ids: set[str] = set()
        self._wanted = {plain(heading): kind for heading, kind in wanted.items()}
        known = {plain(column.heading): column.heading for column in export.columns}
        for heading in wanted:
            if plain(heading) not in known:
                raise UnknownKeyError("column", heading, known.values())

    def run(self) -> None:
        """Go through the columns; those of one question's options are taken together."""
        done: set[str] = set()
        columns = list(chosen_columns(self._export))
        groups = _groups(column for column in columns if plain(column.heading) not in self._wanted)
        for column in columns:
            if column.heading in done:
                continue
            group = groups.get(column.heading)
            if group:
                done.update(each.heading for each, _ in group)
                self._put_group(group)
            else:
                self._put(column, self._guess(column))

    def mapping(self) -> AnswerMapping:
        """Return how the export writes answers down."""
        finished = next((h for h in self._targets if plain(h) == "finished"), "")
        return evolve(
            self._export.mapping,
            columns={h: target for h, target in self._targets.items() if h != finished},
            words=self._words,
            token=self._token,
            divider=self._divider or ";",
            status=finished,
            retracted=("False", "0", "No") if finished else (),
        )

    def _guess(self, column: Cells) -> Guess:
        wanted = self._wanted.get(plain(column.heading))
        found = guess_kind(column) if wanted is None else guess_wanted(column, wanted)
        if found.kind == "token" and self._token:
            return Guess("dropped", "codes, besides those of another column")
        if found.kind == "several-choice":
            if self._divider and found.divider != self._divider:
                return Guess("text", f"answers with {found.divider} between them, unlike others")
            self._divider = found.divider
        return found

    def _put(self, column: Cells, guess: Guess) -> None:
        id = ""
        if guess.kind == "token":
            self._token = column.heading
        elif guess.kind == "dropped":
            self._targets[column.heading] = ""
        else:
            id = self._asked(column, column.text, guess)
            self._targets[column.heading] = id
            if guess.words:
                self._words[id] = dict(guess.words)
        self.columns.append(
            GuessedColumn(column.heading, guess.kind, guess.why, id, column.answered)
        )

    def _asked(self, column: Cells, text: str, guess: Guess) -> str:
        """Add a question, and return its identifier."""
        short = column.heading if len(column.heading) <= len(text) else text
        id = unrepeated(identifier_from(short, "question"), self._ids)
        self._ids.add(id)
        chosen = guess.kind in ("single-choice", "several-choice")
        self.questions.append(
            Question(
                text,
                guess.kind,  # type: ignore[arg-type]
                id=id,
                labels=guess.choices if guess.kind == "scale" else (),
                options=guess.choices if chosen else (),
            )
        )
        return id

    def _put_group(self, group: Sequence[tuple[Cells, str]]) -> None:
        """Make one question of the columns of its options."""
        first = group[0][0]
        match = _OPTION.match(first.text) or _OPTION.match(first.heading)
        assert match is not None, "the columns of a group have brackets"
        heading = _OPTION.match(first.heading)
        named = evolve(first, heading=heading["text"] if heading else match["text"])
        why = "one column for each option"
        guess = Guess("several-choice", why, tuple(option for _, option in group))
        id = self._asked(named, match["text"], guess)
        for column, option in group:
            self._targets[column.heading] = f"{id}={option}"
            self.columns.append(GuessedColumn(column.heading, guess.kind, why, id, column.answered))


def _groups(columns: Iterator[Cells]) -> dict[str, list[tuple[Cells, str]]]:
    """Return by heading the columns that are options of the same question."""
    together: dict[str, list[tuple[Cells, str]]] = {}
    for column in columns:
        match = _OPTION.match(column.text) or _OPTION.match(column.heading)
        if match and _is_marked(column, match["option"]):
            together.setdefault(plain(match["text"]), []).append((column, match["option"].strip()))
    found = {}
    for group in together.values():
        options = {plain(option) for _, option in group}
        if len(group) > 1 and len(options) == len(group):
            found.update({column.heading: group for column, _ in group})
    return found


def _is_marked(column: Cells, option: str) -> bool:
    said = {plain(cell) for cell in column.counts}
    return said <= _MARKS | {plain(option)}
