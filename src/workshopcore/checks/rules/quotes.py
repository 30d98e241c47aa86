"""Rules about people's words and the consent they gave."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from workshopcore.checks.places import numbered
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.timeline import END, last_recorded_day
from workshopcore.checks.wording import called, contains_any
from workshopcore.contracts.checks import CheckContext
from workshopcore.model.evaluation import Quote
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme


def _published(programme: Programme) -> Iterator[tuple[str, Quote]]:
    for path, quote in numbered(programme.quotes, "quotes"):
        if quote.state(END) == "published":
            yield path, quote


@rule("WC520")
def published_beyond_consent(context: CheckContext) -> Iterator[Found]:
    """Find quotes that are published although the consent does not cover it, or no longer."""
    now = last_recorded_day(context.programme)
    for path, quote in _published(context.programme):
        words = called(quote.approved or quote.verbatim, 40)
        if not quote.approved:
            yield Found(path, f"{words} is published, and the speaker approved no wording")
        if quote.expires is not None and _first_day(quote) > quote.expires:
            message = f"{words} was published after the consent ended on {quote.expires}"
            yield Found(f"{path}.expires", message)
        elif quote.expires is not None and now is not None and now > quote.expires:
            message = f"{words} is still published, and the consent ended on {quote.expires}"
            yield Found(f"{path}.expires", message)


def _first_day(quote: Quote) -> date:
    return min(event.on for event in quote.events if event.status == "published")


@rule("WC521")
def published_from_inside(context: CheckContext) -> Iterator[Found]:
    """Find quotes that are published although they were given for the team's own use."""
    for path, quote in _published(context.programme):
        if quote.scope == "internal":
            words = called(quote.approved or quote.verbatim, 40)
            yield Found(f"{path}.scope", f"{words} is published, and was given for internal use")


@rule("WC522")
def anonymous_in_name_only(context: CheckContext) -> Iterator[Found]:
    """Find quotes without a name whose words give the speaker away."""
    people = {person.id: person for person in context.programme.people}
    for path, quote in numbered(context.programme.quotes, "quotes"):
        marks = _marks(people.get(quote.speaker), quote)
        mark = contains_any(quote.approved, marks)
        if mark and quote.state(END) not in ("refused", "withdrawn"):
            message = f"A quote shown as '{quote.attribution}' says {called(mark)}, which is the"
            yield Found(f"{path}.approved", f"{message} speaker's own")


def _marks(speaker: Person | None, quote: Quote) -> list[str]:
    """Return the words that give a speaker away."""
    if speaker is None or quote.attribution == "named":
        return []
    private = [speaker.name, *speaker.name.split()]
    if quote.attribution == "anonymous":
        private += [speaker.position, speaker.service, speaker.site]
    return [mark for mark in private if len(mark) > 2]


@rule("WC523")
def consent_of_nobody(context: CheckContext) -> Iterator[Found]:
    """Find quotes that are called agreed without anybody who agreed."""
    for path, quote in numbered(context.programme.quotes, "quotes"):
        state = quote.state(END)
        if state in ("consented", "approved", "published") and not quote.speaker:
            words = called(quote.approved or quote.verbatim, 40)
            yield Found(path, f"{words} is {state}, and no speaker is recorded")
