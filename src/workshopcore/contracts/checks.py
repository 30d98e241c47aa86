"""Checks: rules that look at a whole programme and report what is wrong or unwise."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast, runtime_checkable

from attrs import field, frozen

from workshopcore.contracts.formats import SessionFormat
from workshopcore.model.finding import Finding, Severity
from workshopcore.model.options import Options, as_options

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme

__all__ = ["Check", "CheckContext", "Threshold"]

T = TypeVar("T")


@frozen
class Threshold:
    """A number, time or list of a rule that a house or a programme may set.

    What may be set is of the default's own kind: a whole number, a number, a clock time, text,
    true or false, or a list of these.

    Attributes:
        name: as in ``[policy.WC204]``.
        default: the practice norm it ships with.
        meaning: in words.
        unit: what a number counts, such as "minutes"; empty where it counts nothing.
        source: where the default comes from: a published source, or practice.
    """

    name: str
    default: Any
    meaning: str
    unit: str = field(default="", kw_only=True)
    source: str = field(default="", kw_only=True)


@frozen
class CheckContext:
    """What a check looks at.

    Attributes:
        programme: the whole programme.
        thresholds: this check's own, by name, as the house and the programme set them. Every
            threshold of the check is there; clock times are ISO text, lists are tuples.
        formats: the session formats that are installed, by key.
        as_of: the day to look from; ``None`` for the last one of which anything is recorded.
    """

    programme: Programme
    thresholds: Options = field(factory=Options, converter=as_options)
    formats: Mapping[str, SessionFormat] = field(factory=dict)
    _kept: dict[Hashable, object] = field(factory=dict, eq=False, repr=False)
    as_of: date | None = field(default=None, kw_only=True)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what a function makes, made once for all the checks of a run.

        For what several checks need and what takes time, such as a day's timing.

        >>> from workshopcore.model.programme import Programme
        >>> context = CheckContext(Programme(title="A year"))
        >>> context.once("fitted", lambda: [1]) is context.once("fitted", lambda: [2])
        True
        """
        if key not in self._kept:
            self._kept[key] = make()
        return cast("T", self._kept[key])


@runtime_checkable
class Check(Protocol):
    """A rule with a stable code. Codes of other people's plugins carry a prefix of their own."""

    @property
    def code(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def severity(self) -> Severity:
        """How much its findings matter, unless policy says otherwise."""

    @property
    def thresholds(self) -> tuple[Threshold, ...]: ...

    def run(self, context: CheckContext) -> Iterable[Finding]:
        """Return what it finds."""
