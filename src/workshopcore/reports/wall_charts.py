"""What hangs on the wall in a session: its question, and a chart for each step people work in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshopcore.agenda import Row, StepRow
from workshopcore.contracts.formats import Step
from workshopcore.contracts.report import Block, Paragraph, Section
from workshopcore.language import gettext, ngettext, pgettext
from workshopcore.model.agenda import Session
from workshopcore.model.workshop import Workshop
from workshopcore.reports.blocks import facts, filled
from workshopcore.reports.grouping import groups_in_words, split_in_words
from workshopcore.reports.participant_agenda import rounded
from workshopcore.reports.running_order import strand
from workshopcore.reports.wording import capitalised

__all__ = ["chart", "charts", "opening", "questions", "unworded"]


def questions(row: Row) -> tuple[str, ...]:
    """Return the questions that a session has in words of its own: its option ``questions``."""
    slot = row.slot
    given = slot.options.get("questions", ()) if isinstance(slot, Session) else ()
    listed = (given,) if isinstance(given, str) else given
    if not isinstance(listed, (list, tuple)):
        return ()
    return tuple(each.strip() for each in listed if isinstance(each, str) and each.strip())


def unworded(row: Row) -> tuple[str, ...]:
    """Return the prompts that still want words of the session's own."""
    return row.plan.own_words if row.plan and not questions(row) else ()


def opening(workshop: Workshop, row: Row) -> tuple[Block, ...]:
    """Return the chart that a session opens with: what it asks, when, and how people sit."""
    prompts = row.plan.prompts if row.plan else ()
    own = row.plan.own_words if row.plan else ()
    asked = (*questions(row), *(prompt for prompt in prompts if prompt not in own))
    return filled(
        [Paragraph(each, lead=True) for each in asked if each.strip()],
        facts(
            (gettext("Time"), f"{rounded(row.start)}–{rounded(row.end)}"),
            (gettext("Where"), _where(workshop, row)),
            (gettext("How we sit"), groups_in_words(workshop, row)),
        ),
    )


def charts(workshop: Workshop, row: Row) -> tuple[Section, ...]:
    """Return a chart for each step in which people work; what is only said has none."""
    working = [each for each in row.steps if _works(each.step)]
    return tuple(part for steps in _together(working) for part in _of_step(workshop, row, steps))


def chart(title: str, said: str, *blocks: Iterable[Block]) -> Section:
    """Return a chart: its heading, what it says in large letters, and the rest."""
    lead = (Paragraph(said, lead=True),) if said.strip() else ()
    return Section(title, filled(lead, *blocks))


def _works(step: Step) -> bool:
    """Return whether people do something in a step that they want to read up on the wall."""
    if not (step.prompt.strip() or step.capture.strip()):
        return False
    return bool(step.capture.strip()) or step.arrangement != "plenary"


def _together(rows: Iterable[StepRow]) -> Iterator[tuple[StepRow, ...]]:
    """Yield steps, the same step of several rounds together."""
    found: dict[tuple[str, str, str], list[StepRow]] = {}
    for each in rows:
        step = each.step
        number = "" if step.round else str(len(found))
        found.setdefault((step.name, step.prompt, number), []).append(each)
    yield from (tuple(rounds) for rounds in found.values())


def _of_step(workshop: Workshop, row: Row, steps: tuple[StepRow, ...]) -> Iterator[Section]:
    """Yield the chart of a step: one for all rounds, or one each if each has its question."""
    asked = questions(row)
    step = steps[0].step
    if len(steps) > 1 and len(asked) > 1 and step.capture:
        for number, each in enumerate(steps):
            question = asked[number] if number < len(asked) else ""
            prompt = (Paragraph(step.prompt),) if question and step.prompt.strip() else ()
            yield chart(
                f"{step.name}: {each.step.round}",
                question or step.prompt,
                prompt,
                _facts(workshop, row, (each,)),
            )
        return
    yield chart(step.name, step.prompt, _facts(workshop, row, steps))


def _facts(workshop: Workshop, row: Row, steps: tuple[StepRow, ...]) -> tuple[Block, ...]:
    step = steps[0].step
    return facts(
        (pgettext("how long", "Time"), _minutes(steps)),
        (gettext("How we sit"), _seating(workshop, row, step)),
        (gettext("Write down"), step.capture),
        (gettext("Part of"), row.title),
    )


def _minutes(steps: tuple[StepRow, ...]) -> str:
    """Say how long it takes, in each round where there are several."""
    lengths = sorted({each.minutes for each in steps})
    least, most, rounds = lengths[0], lengths[-1], len(steps)
    if rounds == 1:
        return ngettext("{count} minute", "{count} minutes", least)
    if least == most:
        return ngettext(
            "{count} minute in each of {rounds} rounds",
            "{count} minutes in each of {rounds} rounds",
            least,
            rounds=rounds,
        )
    return gettext(
        "{least}–{most} minutes in each of {rounds} rounds", least=least, most=most, rounds=rounds
    )


def _seating(workshop: Workshop, row: Row, step: Step) -> str:
    if step.groups and row.plan and step.groups == row.plan.groups:
        return groups_in_words(workshop, row)
    if step.groups:
        return split_in_words(step.groups)
    written = step.arrangement.strip()
    said = {
        "plenary": gettext("All together"),
        "alone": gettext("Each for yourself"),
        "pairs": gettext("In pairs"),
        "threes": gettext("In threes"),
        "fours": gettext("In fours"),
        "groups": gettext("In your groups"),
        "self-chosen": gettext("Wherever you like"),
    }
    return said.get(written) or capitalised(written)


def _where(workshop: Workshop, row: Row) -> str:
    rooms = {room.id: room.name for room in (workshop.venue.rooms if workshop.venue else ())}
    room = rooms.get(row.slot.room, "") if row.slot else ""
    return ", ".join(part for part in (strand(row), room) if part)
