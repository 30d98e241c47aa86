"""Reports as plain text of 80 columns, for the body of an e-mail."""

from __future__ import annotations

from attrs import field, frozen

from workshopcore.contracts.report import Report
from workshopcore.contracts.reports import Style
from workshopcore.language import gettext_noop
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.text.blocks import Place, document_lines, heading
from workshopcore.renderers.tree import as_of_line
from workshopcore.renderers.width import wrap

__all__ = ["TextRenderer"]

_COLUMNS = 80


@frozen
class TextRenderer:
    """Writes a report as plain text. Of a style only the foot has a place in it."""

    key: str = field(default="text", init=False)
    title: str = field(default=gettext_noop("Plain text"), init=False)
    suffix: str = field(default=".txt", init=False)
    media_type: str = field(default="text/plain", init=False)

    def render(self, report: Report, style: Style) -> bytes:
        """Return the document as UTF-8, no line wider than 80 columns but for a web address.

        Raises:
            RenderError: the report holds something that is not a block.
        """
        title = heading(report.title, Place(_COLUMNS, 1))
        top = filter(None, [one_line(report.subtitle), as_of_line(report)])
        body = document_lines(report.blocks, Place(_COLUMNS, 2))
        footer = one_line(style.foot)
        parts = [
            title,
            [line for text in top for line in wrap(text, _COLUMNS)],
            body,
            ["-" * _COLUMNS, *wrap(footer, _COLUMNS)] if footer else [],
        ]
        return ("\n\n".join("\n".join(part) for part in parts if part) + "\n").encode()
