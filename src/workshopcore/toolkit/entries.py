"""What the index of a publication says of each document: its stage, its workshop, its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from attrs import field, frozen

from workshopcore.contracts.report import Audience
from workshopcore.language import gettext, pgettext
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.styles.wording import Say
from workshopcore.reports.wording import day, days
from workshopcore.toolkit.headwords import headwords

if TYPE_CHECKING:
    from workshopcore.contracts.report import Report
    from workshopcore.contracts.reports import ReportType
    from workshopcore.model.evaluation import Wave
    from workshopcore.model.programme import Programme

__all__ = ["STAGES", "Entry", "Stage", "entry", "stage_folder", "stage_title"]

Stage: TypeAlias = Literal["before", "workshops", "between", "close", "other"]
"""When in a programme a document is of use."""

STAGES: tuple[Stage, ...] = get_args(Stage)
"""The stages in their order."""

_FOLDERS: Mapping[Stage, str] = {
    "before": "1-before",
    "workshops": "2-workshops",
    "between": "3-between",
    "close": "4-close",
    "other": "5-other",
}

# Papers about one workshop stand with it, whether people get them before it or after it.
_STAGE_OF: Mapping[str, Stage] = {
    "proposal": "before",
    "overview": "before",
    "run-sheet": "workshops",
    "participant-agenda": "workshops",
    "joining-instructions": "workshops",
    "personal-joining-instructions": "workshops",
    "group-lists": "workshops",
    "session-materials": "workshops",
    "expert-brief": "workshops",
    "expert-questions": "workshops",
    "expert-thanks": "workshops",
    "action-review": "workshops",
    "workshop-record": "workshops",
    "who-met-whom": "between",
    "action-plan": "between",
    "progress": "between",
    "reminders": "between",
    "certificates": "close",
    "evaluation-report": "close",
    "case-study": "close",
}
_STAGE_OF_FORM: Mapping[str, Stage] = {"baseline": "before", "after-each": "workshops"}
_FORM = "evaluation-form"


@frozen
class Entry:
    """A published document as the index lists it.

    Attributes:
        title: what it is called.
        audience: whom it is for.
        files: its files, each by its renderer's title; the first is what the title leads to.
        stage: when it is of use.
        workshop: the workshop it is about, by identifier; empty for the whole programme.
        when: the day or days it speaks of, in words.
        words: what it is found by, beside its title.
    """

    title: str
    audience: Audience
    files: tuple[tuple[str, str], ...] = field(converter=tuple[tuple[str, str], ...])
    stage: Stage = "other"
    workshop: str = ""
    when: str = ""
    words: tuple[str, ...] = field(default=(), converter=tuple[str, ...])


def entry(
    programme: Programme,
    kind: ReportType,
    about: Iterable[tuple[str, str]],
    report: Report,
    files: Iterable[tuple[str, str]],
    as_of: date | None = None,
    say: Say = str,
) -> Entry:
    """Return the entry of a document.

    Args:
        programme: the programme it was made for.
        kind: its report type.
        about: what it is about: ``workshop``, ``engagement``, ``person`` or ``wave``, each with
            its identifier.
        report: what it says.
        files: where it is: the renderers' titles and the paths within the publication.
        as_of: the day of the whole publication; an entry tells the document's own where it is
            another one.
        say: gives a heading in the words of the house, as the report has them already.
    """
    subjects = dict(about)
    wave = _wave(programme, subjects)
    workshop = _workshop(programme, subjects, report, wave)
    return Entry(
        _title(programme, one_line(say(gettext(kind.title))) or kind.key, subjects, report),
        report.audience,
        files,
        _stage(kind.key, workshop, wave),
        workshop,
        _when(report, wave, as_of),
        headwords(report, _names(programme)),
    )


def stage_title(stage: Stage) -> str:
    """Return the heading of a stage."""
    titles: Mapping[Stage, str] = {
        "before": gettext("Before the first workshop"),
        "workshops": gettext("At the workshops"),
        "between": gettext("Between the workshops"),
        "close": gettext("At the close"),
        "other": pgettext("stage of a programme", "Other"),
    }
    return titles[stage]


def stage_folder(
    programme: Programme, kind: ReportType, about: Iterable[tuple[str, str]], report: Report
) -> str:
    """Return the folder for documents of a stage; sorted by name, they are in order of time.

    Args:
        programme: the programme it was made for.
        kind: its report type.
        about: what it is about, each with its identifier.
        report: what it says.
    """
    subjects = dict(about)
    wave = _wave(programme, subjects)
    return _FOLDERS[_stage(kind.key, _workshop(programme, subjects, report, wave), wave)]


def _names(programme: Programme) -> Iterator[str]:
    """Yield what people would look for: each other, sessions, workshops, actions."""
    for person in programme.people:
        yield person.name
    for workshop in programme.workshops:
        yield workshop.title
        for session in workshop.sessions():
            yield session.title
    for action in programme.actions:
        yield action.statement


def _wave(programme: Programme, subjects: Mapping[str, str]) -> Wave | None:
    return programme.wave(subjects["wave"]) if "wave" in subjects else None


def _workshop(
    programme: Programme, subjects: Mapping[str, str], report: Report, wave: Wave | None
) -> str:
    if "engagement" in subjects:
        return programme.engagement(subjects["engagement"]).session.partition("/")[0]
    named = subjects.get("workshop") or (wave.workshop if wave else "")
    # A letter to a person says for itself which workshop it is about.
    said = named or report.details.get("workshop", "")
    return said if any(said == workshop.id for workshop in programme.workshops) else ""


def _stage(key: str, workshop: str, wave: Wave | None) -> Stage:
    if key == _FORM and wave:
        stage = _STAGE_OF_FORM.get(wave.kind, "close")
    else:
        # Of a house's own paper only this much is known.
        stage = _STAGE_OF.get(key, "workshops" if workshop else "other")
    # An expert, or a form, may not have been given to a workshop yet.
    return "between" if stage == "workshops" and not workshop else stage


def _title(programme: Programme, kind: str, subjects: Mapping[str, str], report: Report) -> str:
    """Return a title that tells papers of one kind for different people apart."""
    title = one_line(report.title)
    if not title or title == one_line(programme.title):
        title = kind
    person = subjects.get("person", "")
    if "engagement" in subjects:
        person = programme.engagement(subjects["engagement"]).expert
    name = one_line(programme.person(person).name) if person else ""
    return title if not name or name in title else f"{title} – {name}"


def _when(report: Report, wave: Wave | None, as_of: date | None) -> str:
    if wave and wave.opens and wave.closes:
        return gettext("open {dates}", dates=days(wave.opens, wave.closes))
    if report.as_of is None or report.as_of == as_of or day(report.as_of) in report.title:
        return ""
    return gettext("as of {date}", date=day(report.as_of))
