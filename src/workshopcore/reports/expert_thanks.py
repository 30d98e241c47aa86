"""The letter to an expert after the session: thanks, what came of it, and what is still owed."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from workshopcore.contracts.report import Audience, Block, Item, Paragraph, Report
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.errors import ReportError
from workshopcore.language import gettext, gettext_noop, ngettext
from workshopcore.model.expert import ExpertEngagement, FollowUp
from workshopcore.model.expert_questions import ranked
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, facts, filled, section
from workshopcore.reports.experts import the_engagement, workshop_of
from workshopcore.reports.naming import file_name
from workshopcore.reports.occasion import known_day
from workshopcore.reports.wording import day, listed, weekday

__all__ = ["ExpertThanks"]

_HELD = frozenset({"delivered", "followed-up", "paid"})
_ANSWERED = 5


@frozen
class ExpertThanks:
    """Thanks, the questions that were answered, what each side promised, and the payment."""

    key: str = "expert-thanks"
    title: str = gettext_noop("Thank you")
    audience: Audience = "expert"
    needs: frozenset[Need] = frozenset({"engagement"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the letter.

        Raises:
            ReportError: no engagement was named, or the session has not been held.
            UnknownKeyError: there is no such engagement.
        """
        engagement = the_engagement(programme, request, self.key)
        on = known_day(request)
        if engagement.state(on) not in _HELD:
            raise ReportError(
                f"the engagement '{engagement.id}' is '{engagement.state(on)}':"
                " thanks go out once it is 'delivered'"
            )
        return Report(
            self.key,
            f"{gettext(self.title)}: {engagement.topic}",
            self.audience,
            filled(
                _opening(programme, engagement, on),
                section(gettext("What you answered"), _answered(engagement)),
                section(
                    gettext("What you kindly promised"),
                    _promises(programme, engagement, on, "expert"),
                ),
                section(gettext("What we promised"), _promises(programme, engagement, on, "us")),
                section(gettext("Payment"), _payment(engagement, on)),
                _close(programme, engagement),
            ),
            subtitle=programme.title,
            language=programme.language,
            as_of=request.as_of,
            name=file_name(self.key, engagement.id),
            details={"programme": programme.id, "engagement": engagement.id},
        )


def _opening(programme: Programme, engagement: ExpertEngagement, on: date) -> tuple[Block, ...]:
    name = programme.person(engagement.expert).name
    told = (_thanks(programme, engagement, on), _how_much(engagement))
    return (
        Paragraph(gettext("Dear {name},", name=name), lead=True),
        Paragraph(" ".join(sentence for sentence in told if sentence)),
    )


def _thanks(programme: Programme, engagement: ExpertEngagement, on: date) -> str:
    workshop = workshop_of(programme, engagement)
    if workshop:
        return gettext(
            "Thank you for coming to our workshop “{workshop}” on {date} to speak about “{topic}”.",
            workshop=workshop.title,
            date=weekday(workshop.day),
            topic=engagement.topic,
        )
    held = engagement.reached("delivered", on)
    if held:
        return gettext(
            "Thank you for coming on {date} to speak about “{topic}”.",
            date=weekday(held),
            topic=engagement.topic,
        )
    return gettext("Thank you for coming to speak about “{topic}”.", topic=engagement.topic)


def _how_much(engagement: ExpertEngagement) -> str:
    answered = sum(1 for one in engagement.questions if one.answer.strip())
    if not answered:
        return ""
    return ngettext(
        "You answered {count} question that the group had put together itself.",
        "You answered {count} questions that the group had put together itself.",
        answered,
    )


def _answered(engagement: ExpertEngagement) -> tuple[Block, ...]:
    """Return what the group put most weight on and got an answer to, so it can be put right."""
    answered = [one for one in ranked(engagement.questions) if one.answer.strip()]
    told = [Item(one.text, (one.answer.strip(),)) for one in answered[:_ANSWERED]]
    if not told:
        return ()
    ask = gettext("This is how we wrote it down. If we got something wrong, please tell us.")
    return filled(bullets(told), (Paragraph(ask),))


def _promises(
    programme: Programme, engagement: ExpertEngagement, on: date, whose: str
) -> tuple[Block, ...]:
    return bullets(
        _promise(programme, entry, on, named=whose == "us")
        for entry in engagement.follow_ups
        if (entry.owner == engagement.expert) == (whose == "expert")
    )


def _promise(programme: Programme, entry: FollowUp, on: date, *, named: bool) -> str:
    done = _done(programme, entry, on)
    who = programme.person(entry.owner).name if named and entry.owner else ""
    if done is None:
        when = gettext("by {date}", date=day(entry.due)) if entry.due else ""
    elif named:
        when = gettext("done on {date}", date=day(done))
    else:
        when = gettext("done on {date}, thank you", date=day(done))
    told = ", ".join(part for part in (who, when) if part)
    return f"{entry.text} ({told})" if told else entry.text


def _done(programme: Programme, entry: FollowUp, on: date) -> date | None:
    """Return when a promise was kept, by its own date or by that of its action."""
    if entry.done is not None:
        return entry.done if entry.done <= on else None
    if not entry.action:
        return None
    action = programme.action(entry.action)
    if action.status(on) not in ("done", "verified"):
        return None
    return max(news.on for news in action.history() if news.on <= on and news.status == "done")


def _payment(engagement: ExpertEngagement, on: date) -> tuple[Block, ...]:
    if engagement.owed is None and engagement.invoice is None:
        return ()
    came = engagement.invoiced if engagement.invoiced and engagement.invoiced <= on else None
    paid = engagement.reached("paid", on)
    if came is None:
        invoice, yet = gettext("please send it to us"), ""
    else:
        received = gettext("received on {date}", date=day(came))
        amount = engagement.invoice.in_words() if engagement.invoice else ""
        invoice = f"{amount}, {received}" if amount else received
        yet = gettext("not yet")
    return facts(
        (gettext("Your invoice"), invoice),
        (gettext("Paid"), gettext("on {date}", date=day(paid)) if paid else yet),
    )


def _close(programme: Programme, engagement: ExpertEngagement) -> tuple[Block, ...]:
    workshop = workshop_of(programme, engagement)
    facilitators = programme.facilitators_of(workshop) if workshop else ()
    host = [programme.person(engagement.host)] if engagement.host else []
    names = dict.fromkeys(person.name for person in (*host, *facilitators))
    signed = (Paragraph(listed(names)),) if names else ()
    return (Paragraph(gettext("With our thanks, and kind regards")), *signed)
