"""Reports as Word documents."""

from __future__ import annotations

from io import BytesIO

from attrs import field, frozen

from workshopcore.contracts.report import Report
from workshopcore.contracts.reports import Style
from workshopcore.language import gettext_noop
from workshopcore_office.house import house_of
from workshopcore_office.sealing import sealed

__all__ = ["WordRenderer"]

_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@frozen
class WordRenderer:
    """Writes a report as a Word document (``.docx``).

    A style brings a house's template as ``renderers."office:docx".template``, and what the house
    calls its styles as ``renderers."office:docx".styles``. Without one, the document looks as
    the style says.

    Attributes:
        template: the bytes of a template for styles that bring none.
        key: the renderer's key.

    >>> WordRenderer().suffix
    '.docx'
    """

    template: bytes = field(default=b"", repr=False)
    key: str = field(default="office:docx", kw_only=True)
    title: str = field(default=gettext_noop("Word document"), init=False)
    suffix: str = field(default=".docx", init=False)
    media_type: str = field(default=_MEDIA, init=False)

    def render(self, report: Report, style: Style) -> bytes:
        """Return the document; the same report and style give the same bytes.

        Raises:
            RenderError: the template is no Word file, or has not the styles that it should, or
                the style has a value that is not one.
        """
        from workshopcore_office.word.document import document_of

        house = house_of(style, self.key, self.template, "styles")
        document = document_of(report, style, house)
        file = BytesIO()
        document.save(file)
        return sealed(file.getvalue())
