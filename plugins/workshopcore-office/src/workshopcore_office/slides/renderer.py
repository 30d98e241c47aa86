"""Reports as slides."""

from __future__ import annotations

from io import BytesIO
from itertools import islice

from attrs import field, frozen

from workshopcore.contracts.report import Report
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.language import gettext_noop
from workshopcore.renderers.html.look import language
from workshopcore_office.drawings import looks_of
from workshopcore_office.house import house_of
from workshopcore_office.sealing import sealed
from workshopcore_office.slides.deck import Slide
from workshopcore_office.slides.pages import slides_of
from workshopcore_office.slides.room import Room
from workshopcore_office.slides.summary import summary
from workshopcore_office.slides.topics import topics

__all__ = ["SlidesRenderer"]

_MEDIA = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_MOST_SLIDES = 2000


@frozen
class SlidesRenderer:
    """Writes a report as slides (``.pptx``): a title for each section, and no small print.

    A style brings a house's template as ``renderers."office:pptx".template``, and what the house
    calls its layouts as ``renderers."office:pptx".layouts``. What does not fit a slide goes on
    to the next one; only a report that asks for so many pages is made to fit.

    Attributes:
        template: the bytes of a template for styles that bring none.
        key: the renderer's key.

    >>> SlidesRenderer().suffix
    '.pptx'
    """

    template: bytes = field(default=b"", repr=False)
    key: str = field(default="office:pptx", kw_only=True)
    title: str = field(default=gettext_noop("Slides"), init=False)
    suffix: str = field(default=".pptx", init=False)
    media_type: str = field(default=_MEDIA, init=False)

    def render(self, report: Report, style: Style) -> bytes:
        """Return the slides; the same report and style give the same bytes.

        Raises:
            RenderError: the report is too long for slides, the template is no PowerPoint file or
                has not the layouts that it should, or the style has a value that is not one.
        """
        from workshopcore_office.describing import describe
        from workshopcore_office.slides.layouts import Layouts
        from workshopcore_office.slides.logo import put_logo
        from workshopcore_office.slides.template import opened
        from workshopcore_office.slides.writing import (
            Desk,
            write_cover,
            write_foot,
            write_panel,
            write_slide,
        )

        house = house_of(style, self.key, self.template, "layouts")
        presentation = opened(house.template, style)
        layouts = Layouts.of(presentation, house.names)
        tables = "" if house.template else style.tables
        desk = Desk.of(presentation, layouts, looks_of(style), tables)
        panels = summary(report, desk.panel_room(report.title))
        if panels:
            for panel in panels:
                write_panel(desk, panel)
        else:
            pages = _counted(report, desk.room)
            write_cover(desk, report)
            if not house.template:
                put_logo(presentation.slides[0], style, presentation.slide_width)
            for page in pages:
                write_slide(desk, page)
        foot = style.foot.strip() or report.title
        for slide in list(presentation.slides)[0 if panels else 1 :]:
            write_foot(slide, foot)
        tag = language(report.language)
        own = bool(house.template)
        describe(presentation.core_properties, report, tag, author=style.house, keep_author=own)
        file = BytesIO()
        presentation.save(file)
        return sealed(file.getvalue())


def _counted(report: Report, room: Room) -> list[Slide]:
    """Return the slides of a report, or refuse one that nobody would sit through."""
    pages = list(islice(slides_of(topics(report), room), _MOST_SLIDES + 1))
    if len(pages) > _MOST_SLIDES:
        raise RenderError(
            f"the report '{report.name}' is more than {_MOST_SLIDES} slides long:"
            " it can be a web page (html), a Word document (office:docx) or text instead"
        )
    return pages
