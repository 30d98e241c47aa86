"""Progress of actions: what a sponsor is told, in figures that nobody can dispute."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import field, frozen

from workshopcore.actions import (
    Days,
    Progress,
    Proportion,
    RagRule,
    Standing,
    plan,
    progress,
)
from workshopcore.contracts.evaluation import Evaluation
from workshopcore.contracts.report import Audience, Block, Paragraph, Report
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.language import gettext, gettext_noop, ngettext, pgettext
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, facts, filled, section, table
from workshopcore.reports.burn_up_figure import burn_up_figure
from workshopcore.reports.counted import counted, days_in_words, rule_in_words
from workshopcore.reports.evaluation.implementation import attended
from workshopcore.reports.evaluation.known import known_by
from workshopcore.reports.evaluation.pulse import pulse
from workshopcore.reports.movements import moved_since
from workshopcore.reports.naming import file_name
from workshopcore.reports.objective_actions import by_objective, without_objective
from workshopcore.reports.objective_colours import objective_colours
from workshopcore.reports.open_work import open_work
from workshopcore.reports.progress_figures import colours_figure, objectives_figure
from workshopcore.reports.progress_settings import ProgressSettings, read_settings
from workshopcore.reports.progress_times import times
from workshopcore.reports.reviewed import next_review
from workshopcore.reports.wording import day

__all__ = ["ProgressReport"]

_TWO_FIGURES = gettext_noop(
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
    title: str = gettext_noop("Progress of actions")
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
            gettext("{report} on {day}", report=gettext(self.title), day=day(as_of)),
            self.audience,
            (*actions, *_people(programme, as_of, request.evaluation)),
            subtitle=programme.title,
            language=programme.language,
            as_of=as_of,
            name=file_name(self.key),
            details={"programme": programme.id},
        )


def _nothing(programme: Programme, as_of: date) -> tuple[Block, ...]:
    said = gettext(
        "No action has been put forward by {day}: there is no progress to report yet.",
        day=day(as_of),
    )
    return (Paragraph(said), *next_review(programme, as_of))


def _people(programme: Programme, as_of: date, given: Evaluation | None) -> tuple[Block, ...]:
    """Return who came and, where there are answers, what may be shown of them."""
    evaluation = known_by(given, as_of)
    return filled(
        section(gettext("Attendance"), attended(programme, as_of)),
        section(gettext("Pulse"), pulse(programme, evaluation)) if evaluation else (),
    )


def _told(programme: Programme, found: Progress, settings: ProgressSettings) -> tuple[Block, ...]:
    actions = plan(programme, found.as_of)
    before = settings.compare
    return filled(
        (Paragraph(_lead(found), lead=True),),
        next_review(programme, found.as_of),
        section(gettext("Done, and done on time"), _done(found)),
        section(gettext("Since {day}", day=day(before)), moved_since(programme, before, found))
        if before
        else (),
        section(gettext("Agreed and done, over time"), burn_up_figure(programme, found.as_of)),
        section(gettext("What is open"), open_work(programme, found, actions)),
        section(gettext("Dates that moved"), _slippage(found)),
        section(gettext("What workshops asked after"), _reviews(programme, found)),
        section(gettext("Objectives"), _objectives(programme, found, actions)),
        section(
            gettext("Objectives in red, amber and green"),
            objective_colours(by_objective(programme, actions, found.as_of), settings.rule),
        ),
        section(gettext("Red, amber and green"), _colours(found, settings)),
        section(gettext("How long an action takes"), times(found)),
    )


def _lead(found: Progress) -> str:
    done, late = found.done, found.overdue
    if not done.denominator:
        return gettext("Every action that was put forward has been cancelled or replaced.")
    actions = ngettext(
        "{part} of {count} action",
        "{part} of {count} actions",
        done.denominator,
        part=done.numerator,
    )
    told = gettext("Done: {actions}.", actions=counted(done, actions))
    return f"{told} {_open_ones(late)}"


def _open_ones(late: Proportion) -> str:
    still, overdue = late.denominator, late.numerator
    if not still:
        return gettext("Nothing is open.")
    if still == 1:
        return (
            gettext("The one still open is overdue.")
            if overdue
            else gettext("The one still open is not late.")
        )
    if overdue == still:
        return gettext("All {number} still open are overdue.", number=still)
    if not overdue:
        return gettext("Of the {open} still open, none is late.", open=still)
    return ngettext(
        "Of the {open} still open, {count} is overdue.",
        "Of the {open} still open, {count} are overdue.",
        overdue,
        open=still,
    )


def _done(found: Progress) -> tuple[Block, ...]:
    given_up = found.cancelled + found.superseded
    return filled(
        facts(
            (
                pgettext("of actions", "Done"),
                _share(found.done, "", gettext("no action counts")),
            ),
            (
                gettext("Completion"),
                _share(
                    found.completion,
                    gettext("{share} due by now", share=found.completion),
                    gettext("none is due yet"),
                ),
            ),
            (
                pgettext("of actions", "On time"),
                _share(
                    found.on_time,
                    gettext("{share} whose first date has come", share=found.on_time),
                    gettext("no first date has come"),
                ),
            ),
            (
                pgettext("of actions", "Verified"),
                _share(
                    found.verified,
                    gettext("{share} done", share=found.verified),
                    gettext("none is done yet"),
                ),
            ),
            (
                pgettext("of actions", "Cancelled or replaced"),
                gettext("{number}, in none of these figures", number=given_up) if given_up else "",
            ),
        ),
        (Paragraph(gettext(_TWO_FIGURES)),),
    )


def _share(found: Proportion, said: str, nothing: str) -> str:
    return counted(found, said) if found.denominator else nothing


def _colours(found: Progress, settings: ProgressSettings) -> tuple[Block, ...]:
    unreported = found.rag.unreported
    told = [
        *rule_in_words(settings.rule),
        gettext("How much is done is what owners last reported."),
    ]
    if unreported.numerator:
        told.append(gettext("None reported counts as none made: {share}.", share=unreported))
    if since := settings.since:
        told.append(
            gettext("Left out: what the report of {day} showed as complete.", day=day(since))
        )
    return (*colours_figure(found.rag), Paragraph(" ".join(told)))


def _slippage(found: Progress) -> tuple[Block, ...]:
    later = Days([days for days in found.slippage.values if days > 0])
    slipped = _share(
        found.slipped,
        gettext("{share} with a date, at least once", share=found.slipped),
        gettext("none has a date"),
    )
    share = Proportion(later.count, found.slippage.count)
    told = counted(share, gettext("{share} with a date", share=share))
    if middle := later.median():
        told = gettext(
            "{share}, by {middle} in the middle and {most} at most",
            share=told,
            middle=days_in_words(middle),
            most=later.values[-1],
        )
    return facts(
        (pgettext("of actions", "Put later"), slipped),
        (gettext("Later than at first"), told if found.slippage.count else ""),
    )


def _reviews(programme: Programme, found: Progress) -> tuple[Block, ...]:
    return table(
        (
            gettext("Workshop"),
            pgettext("of a workshop", "Day"),
            gettext("Asked after, of those open"),
            gettext("Carried over, of those open"),
        ),
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
        section(gettext("Objectives without an action"), bullets(bare)),
        section(
            gettext("Actions without an objective: {share}", share=number),
            bullets(one.action.statement for one in aimless),
        ),
    )
