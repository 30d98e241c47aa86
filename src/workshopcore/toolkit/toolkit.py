"""The toolkit: one typed facade over plugins, checks, timing, reports and publishing."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from workshopcore.errors import InvalidValueError
from workshopcore.model.moments import as_of_day
from workshopcore.model.options import as_options
from workshopcore.plugins.provided import Provided
from workshopcore.plugins.registry import Registry
from workshopcore.plugins.selection import selection
from workshopcore.toolkit.candidates import handed_over, own
from workshopcore.toolkit.exchanges import Exchanges
from workshopcore.toolkit.recipe import Recipe
from workshopcore.toolkit.written import ReportFolder, written

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from workshopcore.actions.reminders import Reminder
    from workshopcore.agenda.outlook import Outlook
    from workshopcore.agenda.run_sheet import RunSheet
    from workshopcore.contracts.checks import Check
    from workshopcore.contracts.evaluation import Evaluation
    from workshopcore.contracts.exchange import Exporter, Importer
    from workshopcore.contracts.formats import SessionFormat
    from workshopcore.contracts.publication import Base, Publication
    from workshopcore.contracts.report import Report
    from workshopcore.contracts.reports import Renderer, ReportType, Style
    from workshopcore.contracts.text_screens import TextScreen
    from workshopcore.errors import PluginError
    from workshopcore.evaluation.answers import Answers
    from workshopcore.evaluation.disclosure import Rule, Screening
    from workshopcore.model.evaluation import Instrument
    from workshopcore.model.finding import Finding
    from workshopcore.model.programme import Programme
    from workshopcore.plugins.hookspecs import CommandGroup
    from workshopcore.plugins.record import PluginRecord
    from workshopcore.toolkit.publishing import Progress
    from workshopcore.toolkit.seating import GroupProposal

__all__ = ["Toolkit"]


class Toolkit(Exchanges):
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
        report_folders: folders or files of reports that are written as templates.

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
        report_folders: Iterable[ReportFolder] = (),
    ) -> None:
        environment = os.environ if discover else {}
        plugins, disable, load = tuple(plugins), _names(disable), _names(load)
        self._recipe = Recipe.of(discover, plugins, disable, load)
        self._registry = Registry(
            [own(), *handed_over(plugins), *written(report_folders)],
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
        self.text_screens: Mapping[str, TextScreen] = Provided(self._registry, "text_screens")

    @property
    def template_roots(self) -> tuple[Traversable, ...]:
        """The folders of templates that plugins bring, in the order they are searched."""
        return tuple(self._registry.collected("template_roots").things.values())

    @property
    def translations(self) -> tuple[Traversable, ...]:
        """The folders of translations that plugins bring, the first one with a phrase wins."""
        return tuple(self._registry.collected("translations").things.values())

    @property
    def failures(self) -> tuple[PluginError, ...]:
        """What plugins have done wrong so far, each thing once; asking loads them."""
        return self._registry.failures

    @property
    def plugins(self) -> tuple[PluginRecord, ...]:
        """Every plugin with what it registers and how it fares; asking loads and asks them."""
        return self._registry.records()

    def check(
        self, programme: Programme, *, as_of: date | str | None = None
    ) -> tuple[Finding, ...]:
        """Return what is wrong or unwise in a programme, in its order.

        Args:
            programme: the programme.
            as_of: the day to look from, for what depends on it, such as when names are to go;
                left out, the last day of which anything is recorded.

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
            as_of=None if as_of is None else as_of_day(as_of, "checking"),
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
        wave: str = "",
        options: Mapping[str, Any] | None = None,
        evaluation: Evaluation | None = None,
        language: str = "",
        style: Style | str | None = None,
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
            wave: the wave of asking it is about.
            options: anything else that the report knows.
            evaluation: what may be shown of the answers, as ``evaluation.evaluate`` returns it.
            language: a BCP 47 tag, such as ``de``; left out, the style's, and without one there
                the programme's own.
            style: the style it will be rendered in, whose patterns its dates follow.
            unknown: nothing; a slip of the pen is answered with a suggestion.

        Raises:
            AsOfRequiredError: the report depends on the day, and none was given.
            PluginCallError: a plugin's report failed.
            ReportError: it cannot be built as asked; the message lists the choices.
            UnknownKeyError: there is no such report, or nothing of such an identifier.
        """
        from workshopcore.toolkit.building import built, insertable
        from workshopcore.toolkit.rendering import chosen_style
        from workshopcore.toolkit.requesting import made_request
        from workshopcore.toolkit.spoken import spoken_programme

        kind = self.reports[key]
        asked = {
            "as_of": as_of,
            "workshop": workshop,
            "engagement": engagement,
            "person": person,
            "wave": wave,
            "options": options,
            "evaluation": evaluation,
            **unknown,
        }
        others = insertable(self._registry)
        request = made_request(kind, programme, asked, self._formats(), others)
        look = None if style is None else chosen_style(self.styles, style)
        with spoken_programme(self._registry, programme, language, look) as told:
            return built(self._registry, kind, told, request)

    def identifying(self, programme: Programme, text: str, *, speaker: str = "") -> Screening:
        """Flag the words of a text that could tell whose it is, with the plugins' screens as well.

        Phrases of the speaker's own are known from the quotes of the programme.

        Args:
            programme: whose people could be meant.
            text: what was said or written.
            speaker: whose text it is, by identifier, where that is known.

        Raises:
            PluginCallError: a plugin's screen failed, so nobody knows what the text holds.
        """
        from workshopcore.toolkit.screening import screened

        return screened(self._registry, programme, text, speaker)

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
        language: str = "",
        workshop: str = "",
        answers: Mapping[str, Answers] | Evaluation | None = None,
        earlier: Iterable[Base] = (),
        key: bytes | None = None,
        rule: Rule | None = None,
        progress: Progress | None = None,
        workers: int = 1,
    ) -> Publication:
        """Write every document for everything it can be about, and an index of them.

        Each audience has a folder, with one for each stage of the programme in it; a paper for
        one person, such as an expert's brief, is in a folder of that person's. Files that
        already say the same are left untouched, what is made from the same as last time is not
        made again, and files that this run does not make are never removed.

        Args:
            programme: what to publish.
            folder: where; it is made if it is not there.
            as_of: the day the documents describe.
            reports: keys of reports; left out, all but those that are made on request only.
            renderers: keys of renderers; the first one also makes the index.
            style: a style or its key.
            language: of the documents, a BCP 47 tag; left out, the style's, and without one there
                the programme's own.
            workshop: only the documents about this workshop, its experts' briefs and the forms
                of what is asked after it included.
            answers: what people answered, by wave, which every report then gets protected in
                the same way; or what may be shown of it.
            earlier: whose figures went out before, as the ledger has it.
            key: a secret of the house, with which tokens are compared across releases.
            rule: the house's rule of what may be shown; left out, the programme's.
            progress: called with how many documents are done, how many there are, and the
                name of the next.
            workers: how many processes render. More than one are for programs whose main module
                may be imported again, as :mod:`multiprocessing` says; plugins that are handed
                over must be modules.

        Returns:
            The files, the releases for the ledger, and the documents that could not be made,
            each with the reason. A release that shows figures of answers says whose.

        Raises:
            UnknownKeyError: there is no report, renderer, style, workshop or wave of a name.
        """
        from workshopcore.toolkit.evaluating import protected
        from workshopcore.toolkit.issuing import Order, issue
        from workshopcore.toolkit.plan import published_by_default
        from workshopcore.toolkit.rendering import chosen_style

        day = as_of_day(as_of, "publishing")
        wanted = published_by_default(self.reports) if reports is None else _keys(reports)
        order = Order(
            Path(folder),
            day,
            [self.reports[key] for key in wanted],
            [self.renderers[key] for key in _keys(renderers)],
            chosen_style(self.styles, style),
            language,
            workshop,
            lambda told: protected(told, answers, day, rule=rule, earlier=earlier, key=key),
            workers,
            progress,
        )
        if not order.renderers:
            raise InvalidValueError(renderers, "one renderer or more")
        publication = issue(self, self._registry, self._recipe, programme, order)
        for _ in self._registry.call_each(
            "workshopcore_published", publication=publication, programme=programme
        ):
            pass
        return publication

    def reminders(
        self, programme: Programme, as_of: date | str, *, people: Collection[str] | None = None
    ) -> tuple[Reminder, ...]:
        """Return a personal reminder for everybody who has something open.

        The letters are in the language of the programme. Where the plugin
        ``workshopcore-calendar`` is there, each encloses the person's own actions as calendar
        tasks.

        Args:
            programme: whose actions.
            as_of: how things stand at the end of this day.
            people: only these, by identifier; left out, everybody.

        Raises:
            AsOfRequiredError: no day was given.
            UnknownKeyError: there is no such person.
        """
        from workshopcore.toolkit.reminding import reminded

        return reminded(self, self._registry, programme, as_of, people)

    def propose_groups(
        self,
        programme: Programme,
        workshop: str = "",
        session: str = "",
        *,
        as_of: date | str | None = None,
        status: Literal["proposed", "locked"] = "proposed",
        advance: Callable[[int, int], None] | None = None,
        **wishes: Any,
    ) -> GroupProposal:
        """Return groups for sessions, so that the same people meet again as rarely as can be.

        Sizes and rounds come from the sessions' formats, people from who is expected, and
        whatever groups there were counts. Groups that are locked, or sat so, stay. Nothing is
        written: ``programme`` of the result has the groups.

        Args:
            programme: what is planned, with the groups there were.
            workshop: the only workshop, by identifier; left out, all that begin on ``as_of`` or
                later, whose groups are then formed together.
            session: the only session of that workshop.
            as_of: the day, a date or ISO text; needed without a workshop.
            status: what the groups are to be on record as.
            advance: called now and then with how many swaps were looked at, and the budget.
            wishes: what else is asked: ``apart``, ``together``, ``hosts``, ``balance``,
                ``absent``, ``size``, ``rounds``, ``seed`` and ``budget``; see
                :class:`~workshopcore.toolkit.seating.Wishes`.

        Raises:
            AsOfRequiredError: neither a workshop nor a day was named.
            GroupsError: it cannot be; the message names the session and what contradicts what.
            InvalidValueError: a wish makes no sense.
            UnknownKeyError: there is no such workshop, session, person or wish.
        """
        from workshopcore.toolkit.seating import Wishes, propose

        day = None if workshop and as_of is None else as_of_day(as_of, "seating what is left")
        return propose(
            programme,
            self._formats(),
            Wishes.of(wishes),
            workshop=workshop,
            session=session,
            as_of=day,
            status=status,
            advance=advance,
        )

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


def _names(names: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if names is None else tuple(_keys(names))


def _keys(keys: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([keys] if isinstance(keys, str) else keys))
