"""Invitations to the workshops of a programme, as calendars understand them (RFC 5545, 5546)."""

from workshopcore_calendar.invitations.appointment import Appointment, Guest
from workshopcore_calendar.invitations.appointments import appointments
from workshopcore_calendar.invitations.inviting import Invitation, Invitations, invite
from workshopcore_calendar.invitations.mail import as_mail
from workshopcore_calendar.invitations.sent import Sent

__all__ = [
    "Appointment",
    "Guest",
    "Invitation",
    "Invitations",
    "Sent",
    "appointments",
    "as_mail",
    "invite",
]
