"""What a programme holds about one person, on paper: the answer to whoever asks for their data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from workshopcore.contracts.report import Audience, Block, Paragraph, Report, Run
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.errors import ReportError
from workshopcore.language import gettext, gettext_noop, ngettext, pgettext
from workshopcore.model.privacy import Held, held_about
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import facts, filled, section, spliced, table
from workshopcore.reports.naming import file_name
from workshopcore.reports.wording import capitalised

__all__ = ["PersonalData"]

_ANSWERS = gettext_noop(
    "Answers to questionnaires are not among this. They are kept apart from names, so that nobody"
    " can say which are yours."
)
_TEXTS = gettext_noop(
    "Words that are used for you and for others too are here as well, to be on the safe side."
)


@frozen
class PersonalData:
    """Everything that is held about one person, with its place.

    It is written to that person, and made for the facilitators: texts are given whole and may
    name other people, so somebody has to read it before it is handed over. It is never
    published with everything else, only when it is asked for by its key.

    The option ``also`` lists further words that mean them, such as a nickname.
    """

    key: str = "personal-data"
    title: str = gettext_noop("What we hold about you")
    audience: Audience = "facilitators"
    needs: frozenset[Need] = frozenset({"person"})
    on_request: bool = True

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return what is held about a person.

        Raises:
            ReportError: no person was named, or the option is no list of words.
            UnknownKeyError: there is no such person.
        """
        if not request.person:
            names = ", ".join(person.id for person in programme.people) or "none yet"
            raise ReportError(f"the report '{self.key}' is about a person: name one of {names}")
        person = programme.person(request.person)
        held = held_about(programme, person.id, also=_also(request))
        return Report(
            self.key,
            gettext(self.title),
            self.audience,
            filled(_opening(person.name, len(held)), *_parts(held)),
            subtitle=programme.title,
            language=programme.language,
            name=file_name(self.key, person.id),
            details={"programme": programme.id, "person": person.id},
        )


def _also(request: ReportRequest) -> tuple[str, ...]:
    given = request.options.get("also", ())
    if not isinstance(given, tuple) or not all(isinstance(word, str) for word in given):
        raise ReportError("the option 'also' is a list of words")
    return given


def _opening(name: str, number: int) -> tuple[Block, ...]:
    told = ngettext(
        "For {name}: {count} entry.", "For {name}: {count} entries.", number, name="{name}"
    )
    return (
        Paragraph(spliced(told, name=Run(name, "strong")), lead=True),
        Paragraph(gettext(_ANSWERS)),
    )


def _parts(held: Iterable[Held]) -> Iterator[tuple[Block, ...]]:
    kinds: dict[str, list[Held]] = {"detail": [], "entry": [], "text": []}
    for one in held:
        kinds[one.kind].append(one)
    details = ((capitalised(one.what), one.value) for one in kinds["detail"])
    yield section(gettext("Your details"), facts(*details))
    yield section(gettext("What refers to you"), _table(kinds["entry"]))
    caution = [Paragraph(gettext(_TEXTS))] if kinds["text"] else []
    yield section(gettext("Texts that name you"), caution, _table(kinds["text"]))


def _table(held: Iterable[Held]) -> tuple[Block, ...]:
    rows = ((one.path, capitalised(one.what), one.value) for one in held)
    columns = (pgettext("in a file", "Where"), gettext("What"), gettext("What it says"))
    return table(columns, rows)
