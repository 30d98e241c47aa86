"""The hooks: every question that the library asks of plugins.

A plugin answers with functions of these names, marked ``@hookimpl``. It leaves out the hooks,
and the arguments, that it has no use for.
"""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any, Protocol

from workshopcore.plugins.markers import hookspec

if TYPE_CHECKING:
    from workshopcore.contracts.checks import Check
    from workshopcore.contracts.exchange import Exporter, Importer
    from workshopcore.contracts.formats import SessionFormat
    from workshopcore.contracts.publication import Publication
    from workshopcore.contracts.report import Report
    from workshopcore.contracts.reports import Renderer, ReportType, Style
    from workshopcore.contracts.text_screens import TextScreen
    from workshopcore.model.evaluation import Instrument
    from workshopcore.model.programme import Programme

# The bodies below never run: pluggy takes the names and the arguments.
# mypy: disable-error-code="empty-body"


class CommandGroup(Protocol):
    """What the command line hands to plugins: a ``click.Group``."""

    @property
    def commands(self) -> MutableMapping[str, Any]: ...

    def add_command(self, cmd: Any, name: str | None = None) -> None: ...


@hookspec
def workshopcore_session_formats() -> Iterable[SessionFormat]:
    """Return session formats.

    Called once per toolkit, at the first use of its formats. A format's key carries the
    plugin's namespace, such as ``acme:fishbowl``.

    An exception is recorded in ``toolkit.failures``; none of this plugin's formats are there
    then, and asking for one raises ``PluginCallError``. Since 0.1.
    """


@hookspec
def workshopcore_reports() -> Iterable[ReportType]:
    """Return report types.

    Called once per toolkit, at the first use of its reports. A report's key carries the
    plugin's namespace, such as ``acme:poster``. It then works in every renderer.

    An exception is recorded in ``toolkit.failures``; none of this plugin's reports are there
    then, and asking for one raises ``PluginCallError``. Since 0.1.
    """


@hookspec
def workshopcore_renderers() -> Iterable[Renderer]:
    """Return renderers.

    Called once per toolkit, at the first use of its renderers. A renderer's key carries the
    plugin's namespace, such as ``acme:docx``. It then writes every report.

    An exception is recorded in ``toolkit.failures``; none of this plugin's renderers are there
    then, and asking for one raises ``PluginCallError``. Since 0.1.
    """


@hookspec
def workshopcore_styles() -> Iterable[Style]:
    """Return house styles.

    Called once per toolkit, at the first use of its styles. A style's key carries the plugin's
    namespace, such as ``acme:house``.

    An exception is recorded in ``toolkit.failures``; none of this plugin's styles are there
    then, and asking for one raises ``PluginCallError``. Since 0.1.
    """


@hookspec
def workshopcore_checks() -> Iterable[Check]:
    """Return checks.

    Called once per toolkit, at the first check. A check's code starts with letters of the
    plugin's own, such as ``ACME101``; those that start with ``WC`` are the library's.

    An exception is recorded in ``toolkit.failures``, and none of this plugin's checks run.
    A check that raises while it runs is reported as a finding, ``WC100``, and recorded; the
    other checks run. Since 0.1.
    """


@hookspec
def workshopcore_instruments() -> Iterable[Instrument]:
    """Return questionnaires that programmes can take over.

    Called once per toolkit, at the first use of its instruments. An identifier in a programme
    has no namespace, so the toolkit puts the plugin's name before it: the instrument
    ``pulse`` of the plugin ``acme`` is ``toolkit.instruments["acme:pulse"]``.

    An exception is recorded in ``toolkit.failures``; none of this plugin's instruments are
    there then, and asking for one raises ``PluginCallError``. Since 0.1.
    """


@hookspec
def workshopcore_importers() -> Iterable[Importer]:
    """Return importers of other people's files: busy time, action lists, answers.

    Called once per toolkit, at the first use of its importers. A key carries the plugin's
    namespace, such as ``acme:tracker``.

    An exception is recorded in ``toolkit.failures``; none of this plugin's importers are there
    then, and asking for one raises ``PluginCallError``. Since 0.1.
    """


@hookspec
def workshopcore_exporters() -> Iterable[Exporter]:
    """Return exporters to other people's files: busy time, action lists, answers.

    Called once per toolkit, at the first use of its exporters. A key carries the plugin's
    namespace, such as ``acme:tracker``.

    An exception is recorded in ``toolkit.failures``; none of this plugin's exporters are there
    then, and asking for one raises ``PluginCallError``. Since 0.1.
    """


@hookspec
def workshopcore_text_screens() -> Iterable[TextScreen]:
    """Return screens: what looks through quotes and comments for words that give people away.

    Called once per toolkit, at the first use of its screens. What they flag comes beside what
    the library flags itself. A key carries the plugin's namespace, such as ``acme:names``.

    An exception is recorded in ``toolkit.failures``; none of this plugin's screens are there
    then, and asking for one raises ``PluginCallError``. One that raises while it looks through
    a text raises ``PluginCallError`` as well: a text of which nobody knows what it holds is not
    taken for harmless. Since 0.1.
    """


@hookspec
def workshopcore_template_roots() -> Iterable[Traversable]:
    """Return folders of templates, such as ``importlib.resources.files(__package__)``.

    Called once per toolkit, when a renderer that works with templates is first used. Folders
    are searched in the order of the plugins' names, the library's own templates last, so a
    template of the same name takes the place of theirs: ``blocks/callout.jinja`` that of one kind
    of block, ``page.jinja`` that of the page around them.

    An exception is recorded in ``toolkit.failures``, and none of this plugin's folders are
    searched. Since 0.1.
    """


@hookspec
def workshopcore_translations() -> Iterable[Traversable]:
    """Return folders of translations: gettext's files, named by language, such as ``de.po``.

    Called once per toolkit, when the first document is made. Folders are searched in the order
    of the plugins' names, the library's own last, so a phrase of a plugin takes the place of
    theirs. Phrases of the plugin's own go through ``workshopcore.language.gettext``.

    An exception is recorded in ``toolkit.failures``, and none of this plugin's folders are
    searched. Since 0.1.
    """


@hookspec
def workshopcore_finish_report(report: Report, programme: Programme) -> Report | None:
    """Return a report with the last touches, or ``None`` to leave it as it is.

    Called after every build, before anything is rendered; plugins are called in the order of
    their names, each with what the one before it returned.

    Args:
        report: the report so far, with the blocks for every audience. Blocks that are not for
            ``report.audience`` are removed after the last plugin, whoever put them there.
        programme: the programme it was built from.

    An exception is recorded in ``toolkit.failures`` and this plugin's touches are left out;
    so is a result that is no report, or one of another key, name or audience. Since 0.1.
    """


@hookspec
def workshopcore_published(publication: Publication, programme: Programme) -> None:
    """Take note that documents were published.

    Called once at the end of every publishing run, in the order of the plugins' names, when
    all files are in place.

    Args:
        publication: the paths, and what was released.
        programme: the programme that was published.

    An exception is recorded in ``toolkit.failures``; the publication stands. Since 0.1.
    """


@hookspec
def workshopcore_commands(cli: CommandGroup) -> None:
    """Add commands to the command line.

    Called each time the command line is built, in the order of the plugins' names.

    Args:
        cli: the ``click.Group`` of ``workshopcore``; ``cli.add_command(...)`` adds one.

    An exception is recorded in ``toolkit.failures`` and takes this plugin's commands away
    again. A command of a name that is taken is refused. Since 0.1.
    """
