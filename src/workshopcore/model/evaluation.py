"""Evaluation: instruments and waves, gains and their evidence, quotes and their consent.

Answers themselves are never part of a programme.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from attrs import field, frozen

from workshopcore.errors import InvalidValueError
from workshopcore.model import accept
from workshopcore.model.entity import checked
from workshopcore.model.identifiers import identify
from workshopcore.model.lifecycle import GAIN, QUOTE, WAVE, Event, as_events
from workshopcore.model.options import Options, as_options

__all__ = [
    "AnswerFile",
    "Evidence",
    "Gain",
    "Instrument",
    "Question",
    "Quote",
    "Theme",
    "Wave",
    "as_evidence",
    "as_gains",
    "as_instruments",
    "as_quotes",
    "as_themes",
    "as_waves",
]

QuestionType: TypeAlias = Literal[
    "scale",
    "likelihood",
    "yes-no",
    "single-choice",
    "several-choice",
    "ranking",
    "matrix",
    "text",
    "retrospective",
]
WaveKind: TypeAlias = Literal["baseline", "after-each", "close", "follow-up"]
EvidenceKind: TypeAlias = Literal["self-report", "document", "metric", "observation", "third-party"]
EvidenceTest: TypeAlias = Literal["straw-in-the-wind", "hoop", "smoking-gun", "doubly-decisive"]
Valence: TypeAlias = Literal["positive", "mixed", "negative"]
Scope: TypeAlias = Literal["internal", "client", "public"]
Attribution: TypeAlias = Literal["anonymous", "role", "named"]
Subject: TypeAlias = Literal["programme", "facilitator", "expert"]

_SCALED = ("scale", "matrix", "retrospective")
_CHOSEN = ("single-choice", "several-choice", "ranking")
_LIMITED = ("several-choice", "ranking")
_OPEN = ("single-choice", "several-choice")
_MOST = 1000
_OTHER = re.compile(r"\s*other\b", re.IGNORECASE)


@checked
@frozen(slots=False)
class Question:
    """One question of an instrument.

    Attributes:
        labels: the points of a scale, from the lowest to the highest; of a likelihood the words
            for 0 and for 10.
        options: what can be chosen or ranked. Of those to choose from, one whose first word is
            "Other" takes words of the respondent's own.
        rows: the statements of a matrix.
        construct: what it measures.
        level: Kirkpatrick level, 1 reaction to 4 results.
        reverse: whether a low answer is the favourable one.
        guidance: what helps to answer it, printed beside it.
        section: the heading that it stands under, together with those before it of the same.
        most: how many options may be chosen, or are to be ranked; left out, all.
        not_applicable: the words for an answer that counts as none, such as "I was not there".
        apart: whether it is asked on a sheet of its own and kept apart from the answers, because
            the sheet bears a name: consent to be quoted.
    """

    text: str = field(converter=accept.title)
    type: QuestionType = field(default="text", validator=accept.one_of(QuestionType))
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    labels: tuple[str, ...] = field(default=(), converter=accept.texts, kw_only=True)
    options: tuple[str, ...] = field(default=(), converter=accept.texts, kw_only=True)
    rows: tuple[str, ...] = field(default=(), converter=accept.texts, kw_only=True)
    construct: str = field(default="", converter=accept.text, kw_only=True)
    level: int | None = field(default=None, validator=accept.count(1, 4), kw_only=True)
    reverse: bool = field(default=False, converter=accept.flag, kw_only=True)
    required: bool = field(default=False, converter=accept.flag, kw_only=True)
    guidance: str = field(default="", converter=accept.text, kw_only=True)
    section: str = field(default="", converter=accept.text, kw_only=True)
    most: int | None = field(default=None, validator=accept.count(1, _MOST), kw_only=True)
    not_applicable: str = field(default="", converter=accept.text, kw_only=True)
    apart: bool = field(default=False, converter=accept.flag, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.text, "question")
        if self.type in _SCALED and len(self.labels) < 2:
            raise InvalidValueError(
                self.labels, f"two labels or more for a {self.type} question", field="labels"
            )
        if self.type in _CHOSEN and len(self.options) < 2:
            raise InvalidValueError(
                self.options, f"two options or more for a {self.type} question", field="options"
            )
        if self.type == "matrix" and not self.rows:
            raise InvalidValueError(
                self.rows, "one row or more for a matrix question", field="rows"
            )

    @property
    def other(self) -> str:
        """The option that takes words of the respondent's own, ``""`` where there is none.

        >>> Question("How?", "single-choice", options=["By rail", "Other (please say)"]).other
        'Other (please say)'
        """
        if self.type not in _OPEN:
            return ""
        return next((option for option in self.options if _OTHER.match(option)), "")

    @property
    def limit(self) -> int | None:
        """How many options may be chosen or ranked, ``None`` for as many as there are."""
        if self.most is None or self.type not in _LIMITED or self.most >= len(self.options):
            return None
        return self.most


def _questions(values: Iterable[Question]) -> tuple[Question, ...]:
    return accept.items(values, Question)


def _fingerprint(value: str) -> str:
    return "" if value == "" else accept.sha256(value)


@checked
@frozen(slots=False)
class Instrument:
    """A questionnaire: frozen once anybody has answered it.

    Attributes:
        introduction: what respondents read first, confidentiality and its limits included.
        frozen_on: the day from which it may not change.
        frozen_as: the fingerprint of what it asked when it was frozen, so that a later change
            shows; ``Programme.with_frozen`` puts it there.
        replaces: the instrument that it is a new version of. Questions of the same identifier
            can then be compared with those of the old one.
        mappings: how survey tools write its answers down, by name: see
            ``workshopcore.evaluation.AnswerMapping``.
    """

    title: str = field(converter=accept.title)
    questions: tuple[Question, ...] = field(default=(), converter=_questions)
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    introduction: str = field(default="", converter=accept.text, kw_only=True)
    frozen_on: date | None = field(default=None, converter=accept.day, kw_only=True)
    frozen_as: str = field(default="", converter=_fingerprint, kw_only=True)
    replaces: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "instrument"}
    )
    mappings: Options = field(factory=Options, converter=as_options, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.title, "instrument")


def as_instruments(values: Iterable[Instrument]) -> tuple[Instrument, ...]:
    """Accept instruments."""
    return accept.items(values, Instrument)


_MOST_ANSWERS = 1_000_000_000
_ANSWERS = re.compile(r"answers/[A-Za-z0-9][A-Za-z0-9._-]{0,100}\.csv")


def _answers_path(value: str) -> str:
    if not isinstance(value, str) or not _ANSWERS.fullmatch(value):
        raise InvalidValueError(value, "a file beside the programme, such as answers/close.csv")
    return value


@checked
@frozen(slots=False)
class AnswerFile:
    """Where a wave's answers are, and the hash that shows they have not changed.

    Attributes:
        path: a CSV file beside the programme.
        sha256: of the file.
        count: how many people's answers are in it.
    """

    path: str = field(converter=_answers_path)
    sha256: str = field(converter=accept.sha256)
    count: int | None = field(default=None, validator=accept.count(0, _MOST_ANSWERS), kw_only=True)


def _answer_file(value: AnswerFile | None) -> AnswerFile | None:
    if value is not None and not isinstance(value, AnswerFile):
        raise InvalidValueError(value, "an answer file with path and sha256")
    return value


@checked
@frozen(slots=False)
class Wave:
    """One round of asking.

    Attributes:
        instrument: what is asked.
        workshop: after which workshop, for a wave of kind ``after-each``.
        opens, closes: the days between which answers are accepted.
        eligible: who is asked; left out, whoever was at the workshop it is about, or every
            participant of the day it opens.
        answers: where the answers are kept, once there are any.
    """

    title: str = field(converter=accept.title)
    kind: WaveKind = field(default="close", validator=accept.one_of(WaveKind))
    instrument: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "instrument"}
    )
    workshop: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "workshop"}
    )
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    opens: date | None = field(default=None, converter=accept.day, kw_only=True)
    closes: date | None = field(default=None, converter=accept.day, kw_only=True)
    eligible: tuple[str, ...] = field(
        default=(), converter=accept.references, kw_only=True, metadata={"to": "person"}
    )
    answers: AnswerFile | None = field(default=None, converter=_answer_file, kw_only=True)
    events: tuple[Event, ...] = field(default=(), converter=as_events, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.title, "wave")
        if self.opens and self.closes and self.closes < self.opens:
            found = f"closes {self.closes} before it opens {self.opens}"
            raise InvalidValueError(
                found, "a wave that opens before it closes", code="WC010", field="closes"
            )

    def state(self, as_of: date) -> str:
        """Return its state at the end of a day."""
        return WAVE.state(self.events, as_of)


def as_waves(values: Iterable[Wave]) -> tuple[Wave, ...]:
    """Accept waves."""
    return accept.items(values, Wave)


@checked
@frozen(slots=False)
class Theme:
    """A theme that gains and comments are coded to.

    Attributes:
        description: what belongs to it, and what does not.
        words: words that speak of it; one with a star is how words begin, such as ``trust*``.
    """

    title: str = field(converter=accept.title)
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    description: str = field(default="", converter=accept.text, kw_only=True)
    words: tuple[str, ...] = field(default=(), converter=accept.texts, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.title, "theme")


def as_themes(values: Iterable[Theme]) -> tuple[Theme, ...]:
    """Accept themes."""
    return accept.items(values, Theme)


@checked
@frozen(slots=False)
class Evidence:
    """Something that shows that a change happened, or an action was done.

    Attributes:
        independence: 0 the team's own word, 1 others in the organisation, 2 outside it.
        source: where it can be found.
        test, likelihood_ratio: how strongly it bears on a claim (process tracing).
    """

    title: str = field(converter=accept.title)
    kind: EvidenceKind = field(default="document", validator=accept.one_of(EvidenceKind))
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    dated: date | None = field(default=None, converter=accept.day, kw_only=True)
    independence: int = field(default=0, validator=accept.count(0, 2), kw_only=True)
    source: str = field(default="", converter=accept.text, kw_only=True)
    test: EvidenceTest | None = field(
        default=None, validator=accept.one_of(EvidenceTest), kw_only=True
    )
    likelihood_ratio: Decimal | None = field(default=None, converter=accept.decimal, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.title, "evidence")


def as_evidence(values: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Accept evidence."""
    return accept.items(values, Evidence)


@checked
@frozen(slots=False)
class Gain:
    """Something participants say has been gained, and what supports it.

    Attributes:
        said_by: who says so; empty for the participants together.
        intended: whether it was aimed at.
        valence: whether it is welcome.
        objectives, actions, decisions, evidence: what it traces back to.
        rivals: what else could explain it, and what speaks for and against that, in words.
    """

    statement: str = field(converter=accept.title)
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    said_by: tuple[str, ...] = field(
        default=(), converter=accept.references, kw_only=True, metadata={"to": "person"}
    )
    stated: date | None = field(default=None, converter=accept.day, kw_only=True)
    intended: bool = field(default=True, converter=accept.flag, kw_only=True)
    valence: Valence = field(default="positive", validator=accept.one_of(Valence), kw_only=True)
    theme: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "theme"}
    )
    objectives: tuple[str, ...] = field(
        default=(), converter=accept.references, kw_only=True, metadata={"to": "objective"}
    )
    actions: tuple[str, ...] = field(
        default=(), converter=accept.references, kw_only=True, metadata={"to": "action"}
    )
    decisions: tuple[str, ...] = field(
        default=(), converter=accept.references, kw_only=True, metadata={"to": "decision"}
    )
    evidence: tuple[str, ...] = field(
        default=(), converter=accept.references, kw_only=True, metadata={"to": "evidence"}
    )
    rivals: tuple[str, ...] = field(default=(), converter=accept.texts, kw_only=True)
    events: tuple[Event, ...] = field(default=(), converter=as_events, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.statement, "gain")

    def state(self, as_of: date) -> str:
        """Return its state at the end of a day."""
        return GAIN.state(self.events, as_of)


def as_gains(values: Iterable[Gain]) -> tuple[Gain, ...]:
    """Accept gains."""
    return accept.items(values, Gain)


@checked
@frozen(slots=False)
class Quote:
    """Somebody's words, and how far they consented to their use.

    Attributes:
        verbatim: what was said; it never leaves the record.
        approved: the wording the speaker agreed to have published.
        scope: how far it may travel: internal, client or public.
        attribution: how the speaker may be shown.
        expires: the day the consent ends, if it does.
        about: what it speaks of; praise of a facilitator is no gain.
        gain: the gain it illustrates.
    """

    verbatim: str = field(converter=accept.title)
    speaker: str = field(default="", converter=accept.reference, metadata={"to": "person"})
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    approved: str = field(default="", converter=accept.text, kw_only=True)
    scope: Scope = field(default="internal", validator=accept.one_of(Scope), kw_only=True)
    attribution: Attribution = field(
        default="anonymous", validator=accept.one_of(Attribution), kw_only=True
    )
    expires: date | None = field(default=None, converter=accept.day, kw_only=True)
    about: Subject = field(default="programme", validator=accept.one_of(Subject), kw_only=True)
    gain: str = field(default="", converter=accept.reference, kw_only=True, metadata={"to": "gain"})
    events: tuple[Event, ...] = field(default=(), converter=as_events, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.verbatim, "quote")

    def state(self, as_of: date) -> str:
        """Return its state at the end of a day."""
        return QUOTE.state(self.events, as_of)

    def may_appear(self, scope: Scope, as_of: date) -> bool:
        """Return whether its consent covers a use of this scope on a day."""
        reach = ("internal", "client", "public")
        return (
            reach.index(scope) <= reach.index(self.scope)
            and self.state(as_of) in ("approved", "published")
            and bool(self.approved)
            and (self.expires is None or as_of <= self.expires)
        )


def as_quotes(values: Iterable[Quote]) -> tuple[Quote, ...]:
    """Accept quotes."""
    return accept.items(values, Quote)
