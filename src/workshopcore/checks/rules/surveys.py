"""Rules about questionnaires and the rounds in which they are asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from workshopcore.checks.places import numbered
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.timeline import END
from workshopcore.checks.wording import called, counted
from workshopcore.contracts.checks import CheckContext
from workshopcore.evaluation.instruments.waves import eligible
from workshopcore.model.evaluation import Instrument, Question, Wave
from workshopcore.model.instruments import fingerprint
from workshopcore.model.programme import Programme


def _asked(programme: Programme) -> Iterator[tuple[str, Wave, Instrument]]:
    instruments = {instrument.id: instrument for instrument in programme.instruments}
    for path, wave in numbered(programme.waves, "waves"):
        if wave.instrument:
            yield path, wave, instruments[wave.instrument]


def _is_open(wave: Wave) -> bool:
    return wave.answers is not None or wave.state(END) != "designed"


@rule("WC501")
def asked_before_frozen(context: CheckContext) -> Iterator[Found]:
    """Find questionnaires that could still change when people answered them."""
    for path, wave, instrument in _asked(context.programme):
        opened, frozen = _opened(wave), instrument.frozen_on
        if _is_open(wave) and (frozen is None or (opened is not None and frozen > opened)):
            when = f"frozen on {frozen}" if frozen else "not frozen"
            since = f" on {opened}" if opened else ""
            message = f"{called(wave.title)} was opened{since}, and {called(instrument.title)} is"
            yield Found(f"{path}.instrument", f"{message} {when}")


def _opened(wave: Wave) -> date | None:
    days = [event.on for event in wave.events if event.status == "open"]
    return min(days) if days else wave.opens


@rule("WC502")
def no_word_on_confidentiality(context: CheckContext) -> Iterator[Found]:
    """Find questionnaires that do not say what becomes of the answers."""
    used = {instrument.id for _, _, instrument in _asked(context.programme)}
    for path, instrument in numbered(context.programme.instruments, "instruments"):
        if instrument.id in used and not instrument.introduction:
            message = f"{called(instrument.title)} is asked without a word on who sees the answers"
            yield Found(path, message)


@rule("WC503")
def net_promoter_of_a_few(context: CheckContext) -> Iterator[Found]:
    """Find likelihood questions put to so few that one answer swings the score."""
    least = context.thresholds["people"]
    for path, wave, instrument in _asked(context.programme):
        people = len(eligible(context.programme, wave))
        likely = any(question.type == "likelihood" for question in instrument.questions)
        if likely and 0 < people < least:
            who = counted(people, "person", "people")
            message = f"{called(wave.title)} asks {who} a likelihood question: one answer moves"
            yield Found(f"{path}.instrument", f"{message} the score by {100 // people} points")


@rule("WC504")
def changed_after_frozen(context: CheckContext) -> Iterator[Found]:
    """Find questionnaires that no longer ask what they asked when they were frozen."""
    for path, instrument in numbered(context.programme.instruments, "instruments"):
        if instrument.frozen_as and instrument.frozen_as != fingerprint(instrument):
            since = f" on {instrument.frozen_on}" if instrument.frozen_on else ""
            message = f"{called(instrument.title)} asks something else than when it was frozen"
            yield Found(path, f"{message}{since}")


@rule("WC505")
def few_answered(context: CheckContext) -> Iterator[Found]:
    """Find waves that are over and were answered by too few of those asked."""
    least = context.thresholds["per_cent"]
    for path, wave in numbered(context.programme.waves, "waves"):
        if wave.answers is None or wave.answers.count is None or wave.state(END) == "open":
            continue
        asked, answered = len(eligible(context.programme, wave)), wave.answers.count
        if answered * 100 < least * asked:
            yield Found(f"{path}.answers", f"{answered} of {asked} answered {called(wave.title)}")


@rule("WC506")
def same_name_another_question(context: CheckContext) -> Iterator[Found]:
    """Find questions of a new version that would be compared with something else."""
    instruments = {instrument.id: instrument for instrument in context.programme.instruments}
    for path, instrument in numbered(context.programme.instruments, "instruments"):
        if not instrument.replaces:
            continue
        before = {question.id: question for question in instruments[instrument.replaces].questions}
        for place, question in numbered(instrument.questions, f"{path}.questions"):
            old = before.get(question.id)
            if old is not None and _answer_of(old) != _answer_of(question):
                other = called(instruments[instrument.replaces].title)
                message = f"{called(question.text)} is answered in another way than in {other}"
                yield Found(place, f"{message}, under the same identifier")


def _answer_of(question: Question) -> tuple[object, ...]:
    """Return what two answers must have in common to be compared."""
    shape = (question.type, question.labels, question.options, question.rows)
    return (*shape, question.reverse)
