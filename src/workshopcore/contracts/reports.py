"""Report types, renderers and styles: the contracts of documents."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, runtime_checkable

from attrs import field, frozen

from workshopcore.contracts.evaluation import Evaluation
from workshopcore.contracts.formats import SessionFormat
from workshopcore.contracts.report import Audience, Report
from workshopcore.errors import AsOfRequiredError, ReportError
from workshopcore.model.options import Options, as_options

if TYPE_CHECKING:
    from workshopcore.model.evaluation import Wave
    from workshopcore.model.programme import Programme
    from workshopcore.model.workshop import Workshop

__all__ = ["Need", "Renderer", "ReportRequest", "ReportType", "Style"]

Need: TypeAlias = Literal["as_of", "workshop", "engagement", "person", "wave"]
"""What a report must be told before it can be built."""


@frozen
class ReportRequest:
    """What a report is asked for.

    Attributes:
        as_of: the day it describes.
        workshop, engagement, person, wave: identifiers of what it is about.
        options: anything else, by name.
        formats: the session formats that are installed, by key.
        reports: the report types that are installed, by key, for a report that takes parts of
            others in.
        evaluation: what may be shown of the answers; ``None`` where there are none.
    """

    as_of: date | None = None
    workshop: str = ""
    engagement: str = ""
    person: str = ""
    options: Options = field(factory=Options, converter=as_options)
    formats: Mapping[str, SessionFormat] = field(factory=dict)
    wave: str = ""
    evaluation: Evaluation | None = None
    reports: Mapping[str, ReportType] = field(factory=dict)

    def day(self, report: str) -> date:
        """Return the day, or say that the report needs one.

        Raises:
            AsOfRequiredError: none was given.
        """
        if self.as_of is None:
            raise AsOfRequiredError(f"the report '{report}'")
        return self.as_of

    def the_workshop(self, programme: Programme, report: str) -> Workshop:
        """Return the workshop it is about.

        Raises:
            ReportError: none was named.
            UnknownKeyError: the programme has none of that name.
        """
        if not self.workshop:
            names = ", ".join(w.id for w in programme.workshops) or "none yet"
            raise ReportError(f"the report '{report}' is about a workshop: name one of {names}")
        return programme.workshop(self.workshop)

    def the_wave(self, programme: Programme, report: str) -> Wave:
        """Return the wave it is about.

        Raises:
            ReportError: none was named.
            UnknownKeyError: the programme has none of that name.
        """
        if not self.wave:
            names = ", ".join(wave.id for wave in programme.waves) or "none yet"
            raise ReportError(f"the report '{report}' is about a wave: name one of {names}")
        return programme.wave(self.wave)


@runtime_checkable
class ReportType(Protocol):
    """A kind of document: it says what, never how it looks.

    One whose attribute ``on_request`` is true is published only when somebody names it.
    """

    @property
    def key(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def audience(self) -> Audience:
        """Whom it is for. Blocks for other audiences are removed, whoever put them there."""

    @property
    def needs(self) -> frozenset[Need]:
        """What a request must name; the toolkit checks it, and publishing goes through all."""

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the document."""


@runtime_checkable
class Renderer(Protocol):
    """A way to write reports down. It must escape whatever people wrote."""

    @property
    def key(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def suffix(self) -> str:
        """The ending of its files, such as ``.html``."""

    @property
    def media_type(self) -> str: ...

    def render(self, report: Report, style: Style) -> bytes:
        """Return the file. The same report and style give the same bytes."""


@frozen
class Style:
    """How a house's documents look; it reaches every renderer.

    Attributes:
        key, title: the style's own names.
        house: the name of the house, which is the author of its documents.
        colours: CSS hexadecimal colours by use: ``text``, ``paper``, ``accent``, ``soft``
            (a pale tint behind accented things) and ``line``.
        fonts: font families by use: ``body`` and ``heading``.
        headings: ``plain``, the title over a line and headings in the accent; or ``band``, the
            title in a band of the accent and headings under a rule.
        tables: ``lines`` between rows, or ``bands`` behind every other one.
        paper: ``A4`` or ``Letter``.
        margins: millimetres by side: ``top``, ``right``, ``bottom`` and ``left``.
        dates: patterns of CLDR by use: ``day``, ``weekday``, ``month`` and ``clock``.
        wording: the house's words for headings, by what the library prints.
        footer: a line at the foot of every document.
        logo: an image as a ``data:`` URI.
        logo_raster: the same as PNG, JPEG or GIF, for formats that show no SVG and no WebP.
        logo_alt: what somebody hears who cannot see the logo.
        language: what documents are worded in unless another language is asked for, a BCP 47
            tag; empty for the programme's own. A report that is there already stays as it is.
        templates: the house's own templates of blocks in web pages, by file name, such as
            ``callout.jinja``; and ``house.css``.
        renderers: what one renderer alone understands, by its key. ``template``, where a
            renderer takes one, is a file of the house as a ``data:`` URI.

    >>> Style("acme:house", "Acme", house="Acme Facilitation").foot
    'Acme Facilitation'
    """

    key: str
    title: str
    house: str = field(default="", kw_only=True)
    colours: Mapping[str, str] = field(factory=dict, converter=as_options, kw_only=True)
    fonts: Mapping[str, str] = field(factory=dict, converter=as_options, kw_only=True)
    headings: Literal["plain", "band"] = field(default="plain", kw_only=True)
    tables: Literal["lines", "bands"] = field(default="lines", kw_only=True)
    paper: Literal["A4", "Letter"] = field(default="A4", kw_only=True)
    margins: Mapping[str, float] = field(factory=dict, converter=as_options, kw_only=True)
    dates: Mapping[str, str] = field(factory=dict, converter=as_options, kw_only=True)
    wording: Mapping[str, str] = field(factory=dict, converter=as_options, kw_only=True)
    footer: str = field(default="", kw_only=True)
    logo: str = field(default="", kw_only=True)
    logo_raster: str = field(default="", kw_only=True)
    logo_alt: str = field(default="", kw_only=True)
    language: str = field(default="", kw_only=True)
    templates: Mapping[str, str] = field(
        factory=dict, converter=as_options, kw_only=True, repr=False
    )
    renderers: Mapping[str, Any] = field(
        factory=dict, converter=as_options, kw_only=True, repr=False
    )

    @property
    def foot(self) -> str:
        """What stands at the foot of documents: the footer, or else the name of the house."""
        return self.footer if self.footer.strip() else self.house
