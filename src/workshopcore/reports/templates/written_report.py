"""A report that a house has written as a template: one file, no Python."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from attrs import field, frozen

from workshopcore.contracts.report import Audience, Block, Report
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.errors import PluginError, ReportError, TemplateError, TemplateFault, nearest
from workshopcore.model.options import Options
from workshopcore.model.programme import Programme
from workshopcore.reports.naming import file_name
from workshopcore.reports.templates.blocks import blocks_of
from workshopcore.reports.templates.chain import building
from workshopcore.reports.templates.environment import Scriptorium
from workshopcore.reports.templates.keeping import writing_for
from workshopcore.reports.templates.markdown import MarkdownError
from workshopcore.reports.templates.parts import Parts
from workshopcore.reports.templates.values import places, revealed
from workshopcore.sandbox import Budget, fault_of, spending

__all__ = ["SUBJECTS", "Folder", "WrittenReport"]

SUBJECTS: tuple[Need, ...] = ("workshop", "engagement", "person", "wave")
"""What a report can be about, as its template calls it."""


@frozen
class Folder:
    """Templates that belong together.

    Attributes:
        scriptorium: where they are run.
        shown: what to call each of them when something is wrong.
    """

    scriptorium: Scriptorium
    shown: Mapping[str, str]

    def fault(self, name: str, line: int, words: str) -> TemplateFault:
        """Return something that is wrong in a template."""
        return TemplateFault(self.shown.get(name, name), line, words)

    def place(self, found: list[tuple[int, int]], line: int) -> tuple[str, int]:
        """Return the template and the line that a line of what they wrote comes from."""
        near = [*reversed(found[: line + 1]), *found[line + 1 :]]
        file, at = next((place for place in near if place[1]), (0, 0))
        return sorted(self.shown)[file], at


@frozen(eq=False)
class WrittenReport:
    """A report type made of a file: its head says what it is, its body what it says.

    Attributes:
        pages: how many pages the document asks to fit; 0 for as many as it takes.
        options: what a request may set, with what holds otherwise.
        file: the file it was read from.
    """

    key: str
    title: str
    audience: Audience
    needs: frozenset[Need]
    on_request: bool
    pages: int
    options: Options
    file: str
    _name: str = field(repr=False)
    _folder: Folder = field(repr=False)

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the document.

        Raises:
            AsOfRequiredError: it needs a day, and none was given.
            ReportError: there is no such document this time, as the template or a report it
                takes parts of says.
            TemplateError: something is wrong in the template.
            UnknownKeyError: the programme has nothing of an identifier.
        """
        subjects = self._subjects(programme, request)
        parts = Parts(self, programme, request)
        given: dict[str, Any] = {
            "evaluation": request.evaluation,
            "options": self._options(request),
            "programme": programme,
            **subjects,
            **parts.functions,
        }
        with building(self.key), spending(Budget()), writing_for(self.audience), self._blamed():
            title, subtitle = (self._line(part, given) for part in ("heading", "subtitle"))
            blocks = self._blocks(given, parts)
        if not blocks:
            raise ReportError(f"the report '{self.key}' has nothing to say this time")
        about: dict[str, Any] = {
            name: getattr(request, name) for name in SUBJECTS if name in self.needs
        }
        return Report(
            self.key,
            title or self.title,
            self.audience,
            blocks,
            subtitle=subtitle,
            language=programme.language,
            as_of=request.as_of if "as_of" in self.needs else None,
            name=file_name(self.key, *about.values()),
            details={"programme": programme.id, **about},
            pages=self.pages,
        )

    def _subjects(self, programme: Programme, request: ReportRequest) -> dict[str, Any]:
        """Return what the report is about, by the names of its needs."""
        found: dict[str, Any] = {
            str(name): getattr(programme, name)(getattr(request, name))
            for name in SUBJECTS
            if name in self.needs
        }
        if "as_of" in self.needs:
            found["as_of"] = request.day(self.key)
        return found

    def _options(self, request: ReportRequest) -> Options:
        for name in request.options:
            if name not in self.options:
                guess = nearest(name, self.options)
                known = ", ".join(self.options) or "none"
                cure = f"did you mean '{guess}'?" if guess else f"it knows {known}"
                raise ReportError(f"the report '{self.key}' has no option '{name}': {cure}")
        return Options({**self.options, **request.options})

    def _line(self, part: str, given: Mapping[str, Any]) -> str:
        written = self._folder.scriptorium.written(f"{self._name}#{part}", given)
        return " ".join(revealed(places(written.text)[0]).split())

    def _blocks(self, given: Mapping[str, Any], parts: Parts) -> tuple[Block, ...]:
        written = self._folder.scriptorium.written(self._name, given)
        markdown, found = places(written.text)
        try:
            return blocks_of(markdown, parts.blocks)
        except MarkdownError as error:
            name, line = self._folder.place(found, error.line)
            raise TemplateError([self._folder.fault(name, line, error.words)]) from error

    @contextmanager
    def _blamed(self) -> Iterator[None]:
        """Name the template and its line for whatever goes wrong in it."""
        try:
            yield
        except (PluginError, ReportError):
            raise
        except Exception as error:
            fault = fault_of(error)
            name = fault.template or self._name
            raise TemplateError([self._folder.fault(name, fault.line, fault.words)]) from error
