"""Parts of other reports, and blocks that Markdown has no words for, in a template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NoReturn, get_args

import attrs
from attrs import define, field, frozen

from workshopcore.contracts.audience import filtered
from workshopcore.contracts.report import Block, FieldKind, FormField, Paragraph, Report
from workshopcore.contracts.reports import ReportRequest, ReportType
from workshopcore.errors import ReportError, TemplateError, UnknownKeyError, nearest
from workshopcore.model.options import as_options
from workshopcore.model.programme import Programme
from workshopcore.reports.templates.admission import why_not
from workshopcore.reports.templates.chain import why_endless
from workshopcore.reports.templates.choosing import AbsentError, chosen
from workshopcore.reports.templates.values import MOST_PARTS
from workshopcore.reports.voices import voices

__all__ = ["FUNCTIONS", "Part", "Parts"]

FUNCTIONS = ("block", "field", "report", "skip", "voices")
"""What templates call."""

_ABOUT = ("workshop", "engagement", "person", "wave")


@frozen
class Part:
    """Blocks that stand where a template writes them, by number."""

    number: int


@define
class Parts:
    """What a template can put between its own paragraphs.

    Attributes:
        host: the report that is being built.
        programme, request: what it is built from.
        blocks: what was put in so far.
    """

    host: ReportType
    programme: Programme
    request: ReportRequest
    blocks: list[tuple[Block, ...]] = field(factory=list)

    @property
    def functions(self) -> dict[str, Any]:
        """The functions by name."""
        return {name: getattr(self, name) for name in FUNCTIONS}

    def report(
        self, key: str, *, shared: bool = False, missing: str | None = None, **about: Any
    ) -> Part:
        """Put in a whole report."""
        return self.block(key, shared=shared, missing=missing, **about)

    def block(
        self,
        key: str,
        *,
        section: str = "",
        figure: str | int = "",
        table: str | int = "",
        heading: bool = True,
        shared: bool = False,
        missing: str | None = None,
        **about: Any,
    ) -> Part:
        """Put in a part of a report, or something else where there is no such part."""
        try:
            whole = self._built(key, shared, about)
            return self._put(
                chosen(whole, section=section, figure=figure, table=table, heading=heading)
            )
        except TemplateError:
            raise
        except (AbsentError, ReportError):
            if missing is None:
                raise
            return self._put([Paragraph(missing)] if missing else [])

    def field(
        self,
        label: str,
        kind: str = "line",
        *,
        options: Sequence[str] = (),
        rows: Sequence[str] = (),
        lines: int = 3,
        hint: str = "",
    ) -> Part:
        """Put in a place to write or choose."""
        kinds = get_args(FieldKind)
        if kind not in kinds:
            raise ValueError(_unknown("kind of field", kind, kinds))
        given: Any = {"options": options, "rows": rows, "lines": lines, "hint": hint}
        return self._put([FormField(label, kind, **given)])  # type: ignore[arg-type]

    def voices(self, about: str = "programme") -> Part:
        """Put in what people said, as far as their consent goes for these readers."""
        scope: Any = {"public": "public", "facilitators": "internal"}.get(
            self.host.audience, "client"
        )
        on = self.request.day(self.host.key)
        subject: Any = about
        return self._put(voices(self.programme, subject, scope, on))

    def skip(self, why: str) -> NoReturn:
        """Let there be no such report this time."""
        raise ReportError(f"the report '{self.host.key}' is left out: {why}")

    def _put(self, blocks: Sequence[Block]) -> Part:
        if len(self.blocks) >= MOST_PARTS:
            raise ValueError(f"a report has at most {MOST_PARTS:,} parts of other reports")
        whole = Report(self.host.key, self.host.title, self.host.audience, blocks)
        self.blocks.append(filtered(whole).blocks)
        return Part(len(self.blocks) - 1)

    def _built(self, key: str, shared: bool, about: Mapping[str, Any]) -> Report:
        """Return another report, without what is not for its own readers."""
        guest = self.request.reports.get(key)
        if guest is None:
            raise UnknownKeyError("report", key, self.request.reports)
        refusal = why_endless(key) or why_not(guest, self.host, shared)
        if refusal:
            raise ValueError(refusal)
        return filtered(guest.build(self.programme, self._asked(guest, about)))

    def _asked(self, guest: ReportType, about: Mapping[str, Any]) -> ReportRequest:
        for name in about:
            if name not in (*_ABOUT, "options"):
                raise ValueError(_unknown("part of a request", name, (*_ABOUT, "options")))
        changes: dict[str, Any] = {
            name: _identifier(about[name]) for name in about if name in _ABOUT
        }
        request = attrs.evolve(
            self.request, options=as_options(about.get("options", {})), **changes
        )
        for need in sorted(guest.needs):
            if not getattr(request, need):
                cure = f"add '{need}' to what this one needs"
                by_name = f", or name it: {need}='…'" if need in _ABOUT else ""
                raise ValueError(f"the report '{guest.key}' needs {need}: {cure}{by_name}")
        return request


def _identifier(thing: Any) -> str:
    return thing if isinstance(thing, str) else str(thing.id)


def _unknown(what: str, name: str, known: Sequence[str]) -> str:
    guess = nearest(name, known)
    cure = f"did you mean '{guess}'?" if guess else f"there are {', '.join(known)}"
    return f"there is no {what} '{name}': {cure}"
