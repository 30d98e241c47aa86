"""The answers of a wave: one row for each person who answered, without a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from workshopcore.errors import InvalidValueError, Problem, UnknownKeyError
from workshopcore.evaluation.answers.coding import Answer, as_options, own_words
from workshopcore.evaluation.answers.items import Item, items_of
from workshopcore.model.evaluation import Instrument

__all__ = ["Answers", "LeftOut"]


@frozen
class LeftOut:
    """Rows of a file that are no answers, by why.

    Attributes:
        retracted: taken back, or never finished.
        repeated: of somebody who answered again later; the last answer counts.
        empty: without an answer to anything.
    """

    retracted: int = 0
    repeated: int = 0
    empty: int = 0

    @property
    def total(self) -> int:
        """How many there are."""
        return self.retracted + self.repeated + self.empty


def _columns(
    values: Mapping[str, Iterable[Answer | None]],
) -> Mapping[str, tuple[Answer | None, ...]]:
    return {key: tuple(column) for key, column in values.items()}


def _tokens(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


def _problems(values: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(values)


@frozen(slots=False)
class Answers:
    """What people answered, column by column.

    Attributes:
        instrument: what was asked.
        columns: for each item that the file has, one answer for each person; ``None`` is no
            answer.
        tokens: who each row is, by pseudonymous token or pairing code; ``""`` for nobody knows.
        submitted: when each answer was given, if that was asked for.
        left_out: rows of the file that are not among them.
        problems: what could not be used, each with row, column and cure.

    Raises:
        InvalidValueError: columns of different lengths, or of items that were not asked.
    """

    instrument: Instrument
    columns: Mapping[str, tuple[Answer | None, ...]] = field(converter=_columns)
    tokens: tuple[str, ...] = field(default=(), converter=_tokens)
    submitted: tuple[str, ...] = field(default=(), converter=_tokens)
    left_out: LeftOut = field(factory=LeftOut)
    problems: tuple[Problem, ...] = field(default=(), converter=_problems)

    def __attrs_post_init__(self) -> None:
        known = {item.key for item in items_of(self.instrument)}
        for key in self.columns:
            if key not in known:
                raise UnknownKeyError("item", key, known)
        lengths = {len(column) for column in self.columns.values()}
        lengths |= {len(each) for each in (self.tokens, self.submitted) if each}
        if len(lengths) > 1:
            raise InvalidValueError(sorted(lengths), "as many answers to every item as people")

    def __len__(self) -> int:
        """Return how many answered."""
        return max(map(len, (*self.columns.values(), self.tokens)), default=0)

    @property
    def items(self) -> tuple[Item, ...]:
        """The items that the file has, in the order of the instrument."""
        return tuple(item for item in items_of(self.instrument) if item.key in self.columns)

    def item(self, key: str) -> Item:
        """Return an item. Raises UnknownKeyError: the file does not have it."""
        for item in self.items:
            if item.key == key:
                return item
        raise UnknownKeyError("item", key, self.columns)

    def column(self, key: str) -> tuple[Answer | None, ...]:
        """Return the answers to an item, one for each person.

        Words in place of an option stand as the option; :meth:`others` has the words.

        Raises:
            UnknownKeyError: the file does not have it.
        """
        if key not in self.columns:
            raise UnknownKeyError("item", key, self.columns)
        return tuple(as_options(answer) for answer in self.columns[key])

    def others(self, key: str) -> tuple[str, ...]:
        """Return what people wrote in place of an option."""
        return tuple(words for answer in self.columns.get(key, ()) if (words := own_words(answer)))

    def by_token(self, key: str) -> Mapping[str, Answer]:
        """Return the answers to an item by token, those without a token or an answer left out."""
        pairs = zip(self.tokens, self.column(key), strict=False)
        return {token: answer for token, answer in pairs if token and answer is not None}

    def rows(self) -> Iterator[dict[str, Answer]]:
        """Yield what each person answered, by item."""
        for place in range(len(self)):
            yield {
                key: answer
                for key, column in self.columns.items()
                if (answer := column[place]) is not None
            }

    def only(self, tokens: Iterable[str]) -> Answers:
        """Return the answers of some people alone, in the same order."""
        wanted = set(tokens)
        return self.at([at for at, token in enumerate(self.tokens) if token in wanted])

    def at(self, places: Sequence[int]) -> Answers:
        """Return the answers of the people at some places, counted from 0."""
        return evolve(
            self,
            columns={key: [column[at] for at in places] for key, column in self.columns.items()},
            tokens=[self.tokens[at] for at in places] if self.tokens else (),
            submitted=[self.submitted[at] for at in places] if self.submitted else (),
        )
