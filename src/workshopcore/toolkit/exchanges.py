"""The toolkit's methods for files that go out to people and come back, or come from elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from workshopcore.model.moments import as_of_day

if TYPE_CHECKING:
    from workshopcore.actions.merging import Merge
    from workshopcore.contracts.exchange import Advance, Exporter, Imported, Importer
    from workshopcore.model.programme import Programme
    from workshopcore.plugins.registry import Registry

__all__ = ["Exchanges"]


class Exchanges:
    """Reads and writes files by the importers and exporters of a toolkit."""

    _registry: Registry
    importers: Mapping[str, Importer]
    exporters: Mapping[str, Exporter]

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

        Its words are in the programme's language.

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
        from workshopcore.toolkit.spoken import spoken_programme

        request = export_request(as_of, actions, options, progress)
        with spoken_programme(self._registry, programme) as told:
            return exported(self._registry, self.exporters[key], told, request)

    def export_form(
        self,
        programme: Programme,
        key: str,
        instrument: str,
        *,
        as_of: date | str,
        options: Mapping[str, Any] | None = None,
    ) -> bytes:
        """Return an instrument as a file for the tool that asks it, in the programme's language.

        Args:
            programme: it has the instrument, and says from how many answers on results show.
            key: the exporter, such as ``limesurvey`` or ``question-list``.
            instrument: its identifier.
            as_of: the file says whether it is frozen at the end of this day.
            options: the exporter's own, by name.

        Raises:
            InvalidValueError: the exporter writes something else than forms.
            PluginCallError: a plugin's exporter failed.
            UnknownKeyError: there is no such exporter, or no such instrument.
        """
        from workshopcore.toolkit.exchanging import exported, form_request
        from workshopcore.toolkit.spoken import spoken_programme

        request = form_request(as_of, instrument, options)
        with spoken_programme(self._registry, programme) as told:
            return exported(self._registry, self.exporters[key], told, request, "forms")

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
        from workshopcore.toolkit.spoken import spoken_programme

        day = as_of_day(as_of, "taking in a list of actions")
        request = import_request(options, progress)
        with spoken_programme(self._registry, programme) as told:
            found = imported(self._registry, self.importers[key], data, told, request)
        return taken_in(found, programme, day, by)

    def import_busy_time(
        self,
        programme: Programme,
        data: bytes,
        key: str,
        *,
        options: Mapping[str, Any] | None = None,
        progress: Advance | None = None,
    ) -> Imported:
        """Return when people can come, as a diary, a poll or a list of days tells it.

        Args:
            programme: whose people they are.
            data: the file.
            key: the importer, such as ``calendar:diary``.
            options: the importer's own, by name: ``who``, for a diary of one person.
            progress: called with how much is read, and how much there is.

        Returns:
            ``value`` is a tuple of ``Busy`` and ``Poll``, for ``choose_dates``; ``problems`` are
            those of the file, each with its place.

        Raises:
            InvalidValueError: the importer reads something else than busy time.
            PluginCallError: a plugin's importer failed.
            UnknownKeyError: there is no such importer.
        """
        from workshopcore.toolkit.exchanging import import_request, imported

        request = import_request(options, progress)
        importer = self.importers[key]
        return imported(self._registry, importer, data, programme, request, "busy-time")

    def import_answers(
        self,
        programme: Programme,
        data: bytes,
        key: str,
        *,
        options: Mapping[str, Any] | None = None,
        progress: Advance | None = None,
    ) -> Imported:
        """Return the rows of a survey export, for ``evaluation.read_answers``.

        A CSV file needs no importer: ``read_answers`` reads it as it is.

        Args:
            programme: whose answers they are.
            data: the file.
            key: the importer, such as ``office:answers``.
            options: the importer's own, by name.
            progress: called with how much is read, and how much there is.

        Returns:
            ``value`` is a tuple of rows, each a tuple of texts, the headings first; ``problems``
            are those of the file, each with its place.

        Raises:
            InvalidValueError: the importer reads something else than answers.
            PluginCallError: a plugin's importer failed.
            UnknownKeyError: there is no such importer.
        """
        from workshopcore.toolkit.exchanging import import_request, imported

        request = import_request(options, progress)
        importer = self.importers[key]
        return imported(self._registry, importer, data, programme, request, "answers")
