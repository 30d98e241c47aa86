"""An invitation as an e-mail that calendars understand (RFC 6047); nothing here sends it."""

from __future__ import annotations

from email.message import EmailMessage
from hashlib import sha256
from typing import TYPE_CHECKING

from workshopcore.actions.letters.headers import POLICY, heading, named_address
from workshopcore.errors import PluginCallError, RenderError, ReportError
from workshopcore.language import gettext, pgettext, speaking
from workshopcore.model.moments import zone
from workshopcore.model.programme import Programme
from workshopcore.renderers.characters import harmless, one_line
from workshopcore.reports.wording import moments
from workshopcore_calendar.invitations.inviting import Invitation, Invitations, News
from workshopcore_calendar.invitations.sent import Sent
from workshopcore_calendar.people import mailbox

if TYPE_CHECKING:
    from workshopcore import Toolkit

__all__ = ["as_mail"]


def as_mail(
    toolkit: Toolkit, programme: Programme, found: Invitations, invitation: Invitation
) -> EmailMessage:
    """Return an invitation as a message from whoever invites, in words and for the calendar.

    The words to somebody who takes part are their joining instructions, with their own open
    actions. The same invitation gives the same bytes.

    Args:
        toolkit: whose report it is.
        programme: the programme.
        found: what the invitation is one of.
        invitation: what to send.
    """
    with speaking(programme.language, folders=toolkit.translations):
        return _mail(toolkit, programme, found, invitation)


def _mail(
    toolkit: Toolkit, programme: Programme, found: Invitations, invitation: Invitation
) -> EmailMessage:
    sent = invitation.sent
    organiser = found.organiser
    sender, receiver = mailbox(organiser), mailbox(invitation.person)
    digest = sha256(invitation.data + receiver.encode()).hexdigest()[:32]
    made = EmailMessage(policy=POLICY)
    made["Subject"] = heading(f"{_subject(invitation)}: {sent.title}, {_when(sent)}")
    made["From"] = named_address(one_line(organiser.name), sender)
    made["To"] = named_address(one_line(invitation.person.name), receiver)
    made["Date"] = sent.stamp
    made["Message-ID"] = f"<{digest}@{sender.partition('@')[2]}>"
    made.set_content(_words(toolkit, programme, invitation), cte="quoted-printable")
    # A mail program offers to accept only where the part says the method as the file does.
    made.add_alternative(
        invitation.data,
        maintype="text",
        subtype="calendar",
        cte="base64",
        params={"method": sent.method, "charset": "utf-8"},
    )
    made.set_boundary(f"=_{digest}")
    return made


def _subject(invitation: Invitation) -> str:
    subjects: dict[News, str] = {
        "new": pgettext("subject of a message", "Invitation"),
        "moved": pgettext("subject of a message", "Moved"),
        "changed": pgettext("subject of a message", "Confirmed"),
        "updated": pgettext("subject of a message", "News"),
        "cancelled": pgettext("subject of a message", "Cancelled"),
        "unchanged": pgettext("subject of a message", "Invitation"),
    }
    if invitation.sent.method == "CANCEL":
        return subjects["cancelled"]
    if invitation.news == "changed" and invitation.sent.facts.status == "TENTATIVE":
        return pgettext("subject of a message", "Not yet certain")
    return subjects[invitation.news]


def _when(sent: Sent) -> str:
    start, end = (
        each.astimezone(zone(sent.time_zone)) for each in (sent.facts.start, sent.facts.end)
    )
    return moments(start, end)


def _words(toolkit: Toolkit, programme: Programme, invitation: Invitation) -> str:
    sent = invitation.sent
    if sent.method == "CANCEL":
        said = gettext(
            "“{workshop}” ({when}) is cancelled, or is no longer for you.",
            workshop=sent.title,
            when=_when(sent),
        )
        return f"{said}\n"
    try:
        report = toolkit.report(
            programme,
            "joining-instructions",
            workshop=sent.workshop,
            person=invitation.person.id,
            as_of=sent.stamp.astimezone(zone(programme.time_zone)).date(),
        )
        return harmless(toolkit.render(report, "text").decode())
    except (PluginCallError, RenderError, ReportError):
        # Facilitators and experts have no joining instructions.
        place = f"\n{sent.facts.place}" if sent.facts.place else ""
        return f"{sent.title}\n{_when(sent)}{place}\n\n{invitation.description}\n"
