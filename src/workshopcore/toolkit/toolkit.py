"""The toolkit: one typed facade over plugins, checks, timing, reports and publishing."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshopcore.errors import InvalidValueError
from workshopcore.model.moments import as_of_day
from workshopcore.model.options import as_options
from workshopcore.plugins.provided import Provided
from workshopcore.plugins.registry import Registry
from workshopcore.plugins.selection import selection
from workshopcore.toolkit.candidates import handed_over, own

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from workshopcore.actions.merging import Merge
    from workshopcore.actions.reminders import Reminder
    from workshopcore.agenda.outlook import Outlook
    from workshopcore.agenda.run_sheet import RunSheet
    from workshopcore.contracts.checks import Check
    from workshopcore.contracts.exchange import Advance, Exporter, Importer
    from workshopcore.contracts.formats import SessionFormat
    from workshopcore.contracts.publication import Publication
    from workshopcore.contracts.report import Report
    from workshopcore.contracts.reports import Renderer, ReportType, Style
    from workshopcore.errors import PluginError
    from workshopcore.model.evaluation import Instrument
    from workshopcore.model.finding import Finding
    from workshopcore.model.programme import Programme
    from workshopcore.plugins.hookspecs import CommandGroup
    from workshopcore.plugins.record import PluginRecord
    from workshopcore.toolkit.publishing import Progress

__all__ = ["Toolkit"]


class Toolkit:
    """Everything the library can do, with the plugins that are installed or handed over.

    Nothing is imported before it is needed, and no two toolkits share anything. One toolkit may
    be used by several threads.

    Args:
        discover: whether to use the plugins that are installed.
        plugins: more plugins: modules, or objects with ``@hookimpl`` methods.
        disable: names of plugins not to use; left out, ``WORKSHOPCORE_DISABLE_PLUGINS``.
        load: names of the only installed plugins to use; left out,
            ``WORKSHOPCORE_LOAD_PLUGINS`` (where that is set and empty: none).
        policy: the house's thresholds and severities of checks, by code.

    The environment is read here and never again; with ``discover=False`` it is not read at all.

    >>> toolkit = Toolkit(discover=False)
    >>> toolkit.formats["check-in"].title
    'Check-in'
    """

    def __init__(
        self,
        *,
        discover: bool = True,
        plugins: Iterable[object] = (),
        disable: Iterable[str] | None = None,
        load: Iterable[str] | None = None,
        policy: Mapping[str, Any] | None = None,
    ) -> None:
        environment = os.environ if discover else {}
        self._registry = Registry(
            [own(), *handed_over(plugins)],
            selection(environment, disable, load),
            _installed if discover else None,
        )
        self.policy = as_options(policy or {})
        self.formats: Mapping[str, SessionFormat] = Provided(self._registry, "formats")
        self.reports: Mapping[str, ReportType] = Provided(self._registry, "reports")
        self.renderers: Mapping[str, Renderer] = Provided(self._registry, "renderers")
        self.styles: Mapping[str, Style] = Provided(self._registry, "styles")
        self.checks: Mapping[str, Check] = Provided(self._registry, "checks")
        self.instruments: Mapping[str, Instrument] = Provided(self._registry, "instruments")
        self.importers: Mapping[str, Importer] = Provided(self._registry, "importers")
        self.exporters: Mapping[str, Exporter] = Provided(self._registry, "exporters")

    @property
    def template_roots(self) -> tuple[Traversable, ...]:
        """The folders of templates that plugins bring, in the order they are searched."""
        return tuple(self._registry.collected("template_roots").things.values())

    @property
    def failures(self) -> tuple[PluginError, ...]:
        """What plugins have done wrong so far, each thing once; asking loads them."""
        return self._registry.failures

    @property
    def plugins(self) -> tuple[PluginRecord, ...]:
        """Every plugin with what it registers and how it fares; asking loads and asks them."""
        return self._registry.records()

    def check(self, programme: Programme) -> tuple[Finding, ...]:
        """Return what is wrong or unwise in a programme, in its order.

        >>> from workshopcore.model.programme import Programme
        >>> [f.code for f in Toolkit(discover=False).check(Programme(title="A year", k_min=3))]
        ['WC112']
        """
        from workshopcore.checks import run_checks
        from workshopcore.toolkit.guards import guarded_checks

        return run_checks(
            programme,
            guarded_checks(self._registry),
            formats=self._formats(),
            policy=self.policy,
        )

    def run_sheet(self, programme: Programme, workshop_id: str) -> RunSheet:
        """Return a workshop hour by hour.

        Raises:
            AgendaError: a session has no length: no minutes, and its format is not installed.
            UnknownKeyError: the programme has no such workshop.
        """
        from workshopcore.agenda import run_sheet

        return run_sheet(programme, workshop_id, formats=self._formats())

    def risk(self, programme: Programme, workshop_id: str) -> Outlook:
        """Return how likely a workshop is to keep its times if nobody re-plans.

        Raises:
            AgendaError: a session has no length, or the day does not fit even at its shortest.
            UnknownKeyError: the programme has no such workshop.
        """
        from workshopcore.agenda.outlook import outlook

        return outlook(self.run_sheet(programme, workshop_id))

    def report(
        self,
        programme: Programme,
        key: str,
        *,
        as_of: date | str | None = None,
        workshop: str = "",
        engagement: str = "",
        person: str = "",
        options: Mapping[str, Any] | None = None,
        **unknown: object,
    ) -> Report:
        """Return a report: what it says, not yet how it looks.

        Args:
            programme: what it is computed from.
            key: which report, such as ``run-sheet``.
            as_of: the day it describes, a date or ISO text such as ``2027-03-31``.
            workshop: the workshop it is about, by identifier.
            engagement: the expert engagement it is about.
            person: the person it is about.
            options: anything else that the report knows.
            unknown: nothing; a slip of the pen is answered with a suggestion.

        Raises:
            AsOfRequiredError: the report depends on the day, and none was given.
            PluginCallError: a plugin's report failed.
            ReportError: it cannot be built as asked; the message lists the choices.
            UnknownKeyError: there is no such report, or nothing of such an identifier.
        """
        from workshopcore.toolkit.building import built
        from workshopcore.toolkit.requesting import made_request

        kind = self.reports[key]
        asked = {
            "as_of": as_of,
            "workshop": workshop,
            "engagement": engagement,
            "person": person,
            "options": options,
            **unknown,
        }
        request = made_request(kind, programme, asked, self._formats())
        return built(self._registry, kind, programme, request)

    def render(self, report: Report, key: str, style: Style | str | None = None) -> bytes:
        """Return a report as a file.

        Args:
            report: what it says.
            key: the renderer, such as ``html``.
            style: a style or its key; left out, the library's plain one.

        Raises:
            RenderError: the renderer failed.
            UnknownKeyError: there is no such renderer or style.
        """
        from workshopcore.toolkit.rendering import chosen_style, rendered

        renderer = self.renderers[key]
        return rendered(self._registry, renderer, report, chosen_style(self.styles, style))

    def publish(
        self,
        programme: Programme,
        folder: Path | str,
        *,
        as_of: date | str,
        reports: Iterable[str] | None = None,
        renderers: Iterable[str] = ("html",),
        style: Style | str | None = None,
        workshop: str = "",
        progress: Progress | None = None,
    ) -> Publication:
        """Write every document for everything it can be about, and an index of them.

        Each audience has a folder. A paper for one person, such as an expert's brief, has a
        folder of its own within it. Files that already say the same are left untouched, and
        files that this run does not make are never removed.

        Args:
            programme: what to publish.
            folder: where; it is made if it is not there.
            as_of: the day the documents describe.
            reports: keys of reports; left out, all of them.
            renderers: keys of renderers; the first one also makes the index.
            style: a style or its key.
            workshop: only the documents about this workshop, its experts' briefs included.
            progress: called with how many documents are done, how many there are, and the
                name of the next.

        Returns:
            The files, the releases for the ledger, and the documents that could not be made,
            each with the reason.

        Raises:
            UnknownKeyError: there is no report, renderer, style or workshop of a name.
        """
        from workshopcore.toolkit.publishing import Document, Press, documents
        from workshopcore.toolkit.rendering import chosen_style, rendered

        day = as_of_day(as_of, "publishing")
        kinds = [self.reports[key] for key in _keys(self.reports if reports is None else reports)]
        writers = [self.renderers[key] for key in _keys(renderers)]
        if not writers:
            raise InvalidValueError(renderers, "one renderer or more")
        plan = documents(programme, kinds, workshop)

        def build(document: Document) -> Report:
            about: dict[str, Any] = dict(document.about)
            return self.report(programme, document.kind.key, as_of=day, **about)

        def render(report: Report, renderer: Renderer, style: Style) -> bytes:
            return rendered(self._registry, renderer, report, style)

        look = chosen_style(self.styles, style)
        press = Press(programme, Path(folder), day, writers, look, build, render)
        publication = press.run(plan, progress)
        for _ in self._registry.call_each(
            "workshopcore_published", publication=publication, programme=programme
        ):
            pass
        return publication

    def export_actions(
        self,
        programme: Programme,
        key: str,
        *,
        as_of: date | str,
        actions: Collection[str] | None = None,
        options: Mapping[str, Any] | None = None,
        progress: Advance | None = None,
    ) -> bytes:
        """Return a list of actions as a file that people can edit and send back.

        Args:
            programme: whose actions.
            key: the exporter, such as ``csv``.
            as_of: the file tells how things stand at the end of this day.
            actions: the identifiers of those to write; left out, all there are then.
            options: the exporter's own, by name.
            progress: called with how many actions are written, and how many there are.

        Raises:
            InvalidValueError: the exporter writes something else than actions.
            PluginCallError: a plugin's exporter failed.
            UnknownKeyError: there is no such exporter, or no such action.
        """
        from workshopcore.toolkit.exchanging import export_request, exported

        request = export_request(as_of, actions, options, progress)
        return exported(self._registry, self.exporters[key], programme, request)

    def import_actions(
        self,
        programme: Programme,
        data: bytes,
        key: str,
        *,
        as_of: date | str,
        by: str = "",
        options: Mapping[str, Any] | None = None,
        progress: Advance | None = None,
    ) -> Merge:
        """Return what came of taking in a list of actions that people have edited.

        Nothing is written: ``programme`` of the result has what was taken in.

        Args:
            programme: whose actions.
            data: the file.
            key: the importer, such as ``csv``.
            as_of: the day under which the news goes on record where the file tells none.
            by: who brings it, a person's identifier.
            options: the importer's own, by name.
            progress: called with how many rows are read, and how many there are.

        Raises:
            InvalidValueError: the importer reads something else than actions.
            PluginCallError: a plugin's importer failed.
            UnknownKeyError: there is no such importer, or no such person.
        """
        from workshopcore.toolkit.exchanging import import_request, imported, taken_in

        day = as_of_day(as_of, "taking in a list of actions")
        request = import_request(options, progress)
        found = imported(self._registry, self.importers[key], data, programme, request)
        return taken_in(found, programme, day, by)

    def reminders(
        self, programme: Programme, as_of: date | str, *, people: Collection[str] | None = None
    ) -> tuple[Reminder, ...]:
        """Return a personal reminder for everybody who has something open.

        Where the plugin ``workshopcore-calendar`` is there, each encloses the person's own
        actions as calendar tasks.

        Args:
            programme: whose actions.
            as_of: how things stand at the end of this day.
            people: only these, by identifier; left out, everybody.

        Raises:
            AsOfRequiredError: no day was given.
            UnknownKeyError: there is no such person.
        """
        from workshopcore.actions.reminders import reminders
        from workshopcore.toolkit.reminding import enclosed

        return tuple(enclosed(self, each) for each in reminders(programme, as_of, people=people))

    def add_commands(self, cli: CommandGroup) -> None:
        """Let plugins add commands to a command line, a ``click.Group``."""
        from workshopcore.toolkit.commands import add_commands

        add_commands(self._registry, cli)

    def _formats(self) -> Mapping[str, SessionFormat]:
        from workshopcore.toolkit.guards import guarded_formats

        return guarded_formats(self._registry)


def _installed() -> Any:
    from workshopcore.plugins.discovery import installed

    return installed()


def _keys(keys: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([keys] if isinstance(keys, str) else keys))
