"""Progress of actions: what a sponsor is told, in figures that nobody can dispute."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import field, frozen

from workshopcore.actions import (
    Days,
    Median,
    Progress,
    Proportion,
    RagRule,
    Standing,
    TimeToDone,
    plan,
    progress,
)
from workshopcore.contracts.evaluation import Evaluation
from workshopcore.contracts.report import Audience, Block, Paragraph, Report
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, facts, filled, section, table
from workshopcore.reports.counted import counted, days_in_words, rule_in_words
from workshopcore.reports.evaluation.implementation import attended
from workshopcore.reports.evaluation.known import known_by
from workshopcore.reports.evaluation.pulse import pulse
from workshopcore.reports.movements import moved_since
from workshopcore.reports.naming import file_name
from workshopcore.reports.objective_actions import by_objective, without_objective
from workshopcore.reports.objective_colours import objective_colours
from workshopcore.reports.open_work import open_work
from workshopcore.reports.progress_figures import colours_figure, objectives_figure, time_figure
from workshopcore.reports.progress_settings import ProgressSettings, read_settings
from workshopcore.reports.reviewed import next_review
from workshopcore.reports.wording import count, day

__all__ = ["ProgressReport"]

_TWO_FIGURES = (
    "Completion goes by the due date that holds, so it looks better when a date is put later;"
    " on time goes by the date first agreed, which never moves."
)


@frozen
class ProgressReport:
    """How the actions get on, every figure with its denominator.

    It names nobody and quotes no news. A house that wants the load of each person in it makes a
    copy for the team, with ``ProgressReport(key="acme:progress", audience="participants")``.

    Attributes:
        rule: the house's rule for red, amber and green.
    """

    key: str = "progress"
    title: str = "Progress of actions"
    audience: Audience = "sponsor"
    needs: frozenset[Need] = frozenset({"as_of"})
    rule: RagRule = field(factory=RagRule, kw_only=True)

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return how the actions get on at the end of a day.

        Raises:
            AsOfRequiredError: no day was given.
            ReportError: an option is not known, or not what it should be.
        """
        as_of = request.day(self.key)
        told = read_settings(request.options, programme, as_of, self.rule, self.key)
        found = progress(programme, as_of, rule=told.rule, since=told.since, capacity=told.capacity)
        actions = _told(programme, found, told) if found.actions else _nothing(programme, as_of)
        return Report(
            self.key,
            f"{self.title} on {day(as_of)}",
            self.audience,
            (*actions, *_people(programme, as_of, request.evaluation)),
            subtitle=programme.title,
            language=programme.language,
            as_of=as_of,
            name=file_name(self.key),
            details={"programme": programme.id},
        )


def _nothing(programme: Programme, as_of: date) -> tuple[Block, ...]:
    said = f"No action has been put forward by {day(as_of)}: there is no progress to report yet."
    return (Paragraph(said), *next_review(programme, as_of))


def _people(programme: Programme, as_of: date, given: Evaluation | None) -> tuple[Block, ...]:
    """Return who came and, where there are answers, what may be shown of them."""
    evaluation = known_by(given, as_of)
    return filled(
        section("Attendance", attended(programme, as_of)),
        section("Pulse", pulse(programme, evaluation)) if evaluation else (),
    )


def _told(programme: Programme, found: Progress, settings: ProgressSettings) -> tuple[Block, ...]:
    actions = plan(programme, found.as_of)
    before = settings.compare
    return filled(
        (Paragraph(_lead(found), lead=True),),
        next_review(programme, found.as_of),
        section("Done, and done on time", _done(found)),
        section(f"Since {day(before)}", moved_since(programme, before, found)) if before else (),
        section("What is open", open_work(programme, found, actions)),
        section("Dates that moved", _slippage(found)),
        section("What workshops asked after", _reviews(programme, found)),
        section("Objectives", _objectives(programme, found, actions)),
        section(
            "Objectives in red, amber and green",
            objective_colours(by_objective(programme, actions, found.as_of), settings.rule),
        ),
        section("Red, amber and green", _colours(found, settings)),
        section("How long an action takes", _times(found)),
    )


def _lead(found: Progress) -> str:
    done, late = found.done, found.overdue
    if not done.denominator:
        return "Every action that was put forward has been cancelled or replaced."
    told = f"Done: {counted(done, 'action' if done.denominator == 1 else 'actions')}"
    if not late.denominator:
        return f"{told}. Nothing is open."
    return f"{told}. {_open_ones(late)}."


def _open_ones(late: Proportion) -> str:
    if late.denominator == 1:
        return f"The one still open is {'overdue' if late.numerator else 'not late'}"
    if late.numerator == late.denominator:
        return f"All {late.denominator} still open are overdue"
    overdue = (
        count(late.numerator, "is overdue", "are overdue") if late.numerator else "none is late"
    )
    return f"Of the {late.denominator} still open, {overdue}"


def _done(found: Progress) -> tuple[Block, ...]:
    given_up = found.cancelled + found.superseded
    return filled(
        facts(
            ("Done", _share(found.done, "", "no action counts")),
            ("Completion", _share(found.completion, "due by now", "none is due yet")),
            (
                "On time",
                _share(found.on_time, "whose first date has come", "no first date has come"),
            ),
            ("Verified", _share(found.verified, "done", "none is done yet")),
            ("Cancelled or replaced", f"{given_up}, in none of these figures" if given_up else ""),
        ),
        (Paragraph(_TWO_FIGURES),),
    )


def _share(found: Proportion, of: str, nothing: str) -> str:
    return counted(found, of) if found.denominator else nothing


def _colours(found: Progress, settings: ProgressSettings) -> tuple[Block, ...]:
    unreported = found.rag.unreported
    none_made = f" None reported counts as none made: {unreported}." if unreported.numerator else ""
    since = settings.since
    left_out = f"Left out: what the report of {day(since)} showed as complete." if since else ""
    how = f"How much is done is what owners last reported.{none_made}"
    rule = " ".join(part for part in (*rule_in_words(settings.rule), how, left_out) if part)
    return (*colours_figure(found.rag), Paragraph(rule))


def _times(found: Progress) -> tuple[Block, ...]:
    times = found.time_to_done
    if not times.count:
        return (Paragraph("Of no action is it known when it was agreed."),)
    unknown = found.actions - times.count
    left_out = f"Not counted: {count(unknown, 'action')} of unknown age." if unknown else ""
    parts = [_middle(times), _done_alone(found), left_out]
    said = Paragraph(" ".join(part for part in parts if part))
    return (*time_figure(times), said) if times.steps else (said,)


def _middle(times: TimeToDone) -> str:
    """Say within how many days half of the actions are done, or that it is not reached."""
    middle = times.median()
    if not times.steps:
        return "No action is done yet: how long one takes is not known."
    if middle.days is None:
        return (
            "The day by which half of the actions are done is not reached: too many are still open."
        )
    return f"Half of the actions are done within {count(middle.days, 'day')} ({_band(middle)})."


def _band(middle: Median) -> str:
    if middle.low is None:
        return "too few to say how sure that is"
    high = "a day not yet reached" if middle.high is None else str(middle.high)
    return f"95% band: {middle.low} to {high}"


def _done_alone(found: Progress) -> str:
    """Say how long those took that are done, while others are open."""
    taken = found.lead_times
    middle = taken.median()
    if middle is None or not found.overdue.denominator:
        return ""
    given_up = ", and those given up until they were" if found.cancelled + found.superseded else ""
    return (
        f"Those still open count for as long as they have been open{given_up}. Of the"
        f" {taken.count} done, half took up to {days_in_words(middle)}; that alone would flatter,"
        " because the slow ones are still open."
    )


def _slippage(found: Progress) -> tuple[Block, ...]:
    later = Days([days for days in found.slippage.values if days > 0])
    share = counted(Proportion(later.count, found.slippage.count), "with a date")
    middle = later.median()
    by = ""
    if middle:
        by = f", by {days_in_words(middle)} in the middle and {later.values[-1]} at most"
    return facts(
        ("Put later", _share(found.slipped, "with a date, at least once", "none has a date")),
        ("Later than at first", f"{share}{by}" if found.slippage.count else ""),
    )


def _reviews(programme: Programme, found: Progress) -> tuple[Block, ...]:
    return table(
        ("Workshop", "Day", "Asked after, of those open", "Carried over, of those open"),
        [
            (
                programme.workshop(each.workshop).title,
                day(each.on),
                counted(each.reviewed),
                counted(each.carried),
            )
            for each in found.reviews
            if each.reviewed.denominator
        ],
    )


def _objectives(
    programme: Programme, found: Progress, actions: Sequence[Standing]
) -> tuple[Block, ...]:
    objectives = by_objective(programme, actions, found.as_of)
    aimless = without_objective(programme, actions, found.as_of)
    bare = [each.objective.statement for each in objectives if not each.actions]
    number = counted(Proportion(len(aimless), found.done.denominator))
    return filled(
        objectives_figure(objectives),
        section("Objectives without an action", bullets(bare)),
        section(
            f"Actions without an objective: {number}",
            bullets(one.action.statement for one in aimless),
        ),
    )
