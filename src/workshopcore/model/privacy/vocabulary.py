"""What entries of a programme and their fields are called where somebody asks for their data."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from workshopcore.language import pgettext

__all__ = ["Vocabulary", "vocabulary"]


@frozen
class Vocabulary:
    """Words for what is held about somebody, in one language.

    What has no word of its own is called as it is in files.

    >>> words = vocabulary()
    >>> words.entry("ExpertEngagement"), words.label("Action", "evidence_required")
    ('expert engagement', 'evidence required')
    """

    _entries: Mapping[str, str] = field(repr=False)
    _parts: Mapping[str, str] = field(repr=False)
    _fields: Mapping[str, str] = field(repr=False)
    _values: Mapping[str, Mapping[str, str]] = field(repr=False)

    def entry(self, kind: str) -> str:
        """Return what an entry of a class is called."""
        return self._entries.get(kind, kind)

    def part(self, name: str) -> str:
        """Return what somebody is to an entry, by the name of the field that refers to them."""
        return self._parts.get(name) or _plain(name)

    def label(self, kind: str, name: str) -> str:
        """Return what a field of a class is called."""
        own = self._fields.get(f"{kind}.{name}") or self._fields.get(name)
        return own or _plain(name)

    def value(self, kind: str, name: str, value: str) -> str:
        """Return what a field says, in words where it is a word of ours."""
        return self._values.get(f"{kind}.{name}", {}).get(value, value)


def vocabulary() -> Vocabulary:
    """Return the words of the language that is spoken."""
    return Vocabulary(_entries(), _parts(), _fields(), _values())


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _entries() -> dict[str, str]:
    return {
        "Programme": pgettext("kind of entry", "programme"),
        "Organisation": pgettext("kind of entry", "organisation"),
        "Person": pgettext("kind of entry", "person"),
        "Facilitator": pgettext("kind of entry", "facilitator"),
        "Driver": pgettext("kind of entry", "driver"),
        "Objective": pgettext("kind of entry", "objective"),
        "Phase": pgettext("kind of entry", "phase"),
        "Workshop": pgettext("kind of entry", "workshop"),
        "Venue": pgettext("kind of entry", "venue"),
        "Room": pgettext("kind of entry", "room"),
        "Session": pgettext("kind of entry", "session"),
        "Break": pgettext("kind of entry", "break"),
        "Lunch": pgettext("kind of entry", "lunch"),
        "Buffer": pgettext("kind of entry", "buffer"),
        "Parallel": pgettext("kind of entry", "parallel"),
        "Track": pgettext("kind of entry", "track"),
        "Material": pgettext("kind of entry", "material"),
        "Attendance": pgettext("kind of entry", "attendance"),
        "GroupAllocation": pgettext("kind of entry", "group allocation"),
        "Group": pgettext("kind of entry", "group"),
        "Capture": pgettext("kind of entry", "capture"),
        "Actual": pgettext("kind of entry", "actual"),
        "Attachment": pgettext("kind of entry", "attachment"),
        "Event": pgettext("kind of entry", "event"),
        "ExpertEngagement": pgettext("kind of entry", "expert engagement"),
        "ExpertQuestion": pgettext("kind of entry", "expert question"),
        "FollowUp": pgettext("kind of entry", "follow up"),
        "GroundRule": pgettext("kind of entry", "ground rule"),
        "Action": pgettext("kind of entry", "action"),
        "Supporter": pgettext("kind of entry", "supporter"),
        "Update": pgettext("kind of entry", "update"),
        "Review": pgettext("kind of entry", "review"),
        "Decision": pgettext("kind of entry", "decision"),
        "ParkedIssue": pgettext("kind of entry", "parked issue"),
        "Instrument": pgettext("kind of entry", "instrument"),
        "Question": pgettext("kind of entry", "question"),
        "Wave": pgettext("kind of entry", "wave"),
        "AnswerFile": pgettext("kind of entry", "answer file"),
        "Theme": pgettext("kind of entry", "theme"),
        "Evidence": pgettext("kind of entry", "evidence"),
        "Gain": pgettext("kind of entry", "gain"),
        "Quote": pgettext("kind of entry", "quote"),
        "Closure": pgettext("kind of entry", "closure"),
        "Silence": pgettext("kind of entry", "silence"),
    }


def _parts() -> dict[str, str]:
    return {
        "also_asked_by": pgettext("part of a person in an entry", "also asked by"),
        "approved_by": pgettext("part of a person in an entry", "approved by"),
        "asked_by": pgettext("part of a person in an entry", "asked by"),
        "by": pgettext("part of a person in an entry", "by"),
        "eligible": pgettext("part of a person in an entry", "eligible"),
        "expert": pgettext("part of a person in an entry", "expert"),
        "facilitators": pgettext("part of a person in an entry", "facilitators"),
        "host": pgettext("part of a person in an entry", "host"),
        "invited": pgettext("part of a person in an entry", "invited"),
        "lead": pgettext("part of a person in an entry", "lead"),
        "members": pgettext("part of a person in an entry", "members"),
        "owner": pgettext("part of a person in an entry", "owner"),
        "person": pgettext("part of a person in an entry", "person"),
        "raised_by": pgettext("part of a person in an entry", "raised by"),
        "said_by": pgettext("part of a person in an entry", "said by"),
        "speaker": pgettext("part of a person in an entry", "speaker"),
        "sponsor": pgettext("part of a person in an entry", "sponsor"),
        "substitute": pgettext("part of a person in an entry", "substitute"),
        "successor": pgettext("part of a person in an entry", "successor"),
    }


def _fields() -> dict[str, str]:
    return {
        "name": pgettext("field of an entry", "name"),
        "role": pgettext("field of an entry", "role"),
        "id": pgettext("field of an entry", "id"),
        "position": pgettext("field of an entry", "position"),
        "service": pgettext("field of an entry", "service"),
        "site": pgettext("field of an entry", "site"),
        "band": pgettext("field of an entry", "band"),
        "email": pgettext("field of an entry", "email"),
        "required": pgettext("field of an entry", "required"),
        "weight": pgettext("field of an entry", "weight"),
        "access_needs": pgettext("field of an entry", "access needs"),
        "joined": pgettext("field of an entry", "joined"),
        "left": pgettext("field of an entry", "left"),
        "pseudonymised": pgettext("field of an entry", "pseudonymised"),
        "function": pgettext("field of an entry", "function"),
        "day_rate": pgettext("field of an entry", "day rate"),
        "competencies": pgettext("field of an entry", "competencies"),
        "status": pgettext("field of an entry", "status"),
        "arrived": pgettext("field of an entry", "arrived"),
        "note": pgettext("field of an entry", "note"),
        "topic": pgettext("field of an entry", "topic"),
        "reason": pgettext("field of an entry", "reason"),
        "reply_by": pgettext("field of an entry", "reply by"),
        "brief": pgettext("field of an entry", "brief"),
        "brief_sent": pgettext("field of an entry", "brief sent"),
        "audience": pgettext("field of an entry", "audience"),
        "prior_knowledge": pgettext("field of an entry", "prior knowledge"),
        "sensitivities": pgettext("field of an entry", "sensitivities"),
        "talk_minutes": pgettext("field of an entry", "talk minutes"),
        "question_minutes": pgettext("field of an entry", "question minutes"),
        "arrival": pgettext("field of an entry", "arrival"),
        "arrives": pgettext("field of an entry", "arrives"),
        "recording": pgettext("field of an entry", "recording"),
        "recording_consent": pgettext("field of an entry", "recording consent"),
        "kit": pgettext("field of an entry", "kit"),
        "fee_basis": pgettext("field of an entry", "fee basis"),
        "fee": pgettext("field of an entry", "fee"),
        "days": pgettext("field of an entry", "days"),
        "expenses": pgettext("field of an entry", "expenses"),
        "expenses_cap": pgettext("field of an entry", "expenses cap"),
        "cancellation": pgettext("field of an entry", "cancellation"),
        "approved": pgettext("field of an entry", "approved"),
        "conflict_of_interest": pgettext("field of an entry", "conflict of interest"),
        "thanked": pgettext("field of an entry", "thanked"),
        "invoiced": pgettext("field of an entry", "invoiced"),
        "invoice": pgettext("field of an entry", "invoice"),
        "text": pgettext("field of an entry", "text"),
        "wordings": pgettext("field of an entry", "wordings"),
        "points": pgettext("field of an entry", "points"),
        "answer": pgettext("field of an entry", "answer"),
        "due": pgettext("field of an entry", "due"),
        "done": pgettext("field of an entry", "done"),
        "statement": pgettext("field of an entry", "statement"),
        "created": pgettext("field of an entry", "created"),
        "agreed": pgettext("field of an entry", "agreed"),
        "effort": pgettext("field of an entry", "effort"),
        "evidence_required": pgettext("field of an entry", "evidence required"),
        "known_as": pgettext("field of an entry", "known as"),
        "part": pgettext("field of an entry", "part"),
        "on": pgettext("field of an entry", "on"),
        "progress": pgettext("field of an entry", "progress"),
        "raised": pgettext("field of an entry", "raised"),
        "stated": pgettext("field of an entry", "stated"),
        "intended": pgettext("field of an entry", "intended"),
        "valence": pgettext("field of an entry", "valence"),
        "rivals": pgettext("field of an entry", "rivals"),
        "verbatim": pgettext("field of an entry", "verbatim"),
        "scope": pgettext("field of an entry", "scope"),
        "attribution": pgettext("field of an entry", "attribution"),
        "expires": pgettext("field of an entry", "expires"),
        "about": pgettext("field of an entry", "about"),
        "Attendance.left": pgettext("field of an attendance", "left"),
        "Quote.approved": pgettext("field of a quote", "approved"),
    }


def _values() -> dict[str, dict[str, str]]:
    return {
        "Person.role": {
            "participant": pgettext("role of a person", "participant"),
            "facilitator": pgettext("role of a person", "facilitator"),
            "expert": pgettext("role of a person", "expert"),
            "sponsor": pgettext("role of a person", "sponsor"),
            "observer": pgettext("role of a person", "observer"),
        },
        "Facilitator.function": {
            "lead": pgettext("function of a facilitator", "lead"),
            "co": pgettext("function of a facilitator", "co"),
            "scribe": pgettext("function of a facilitator", "scribe"),
        },
        "Attendance.status": {
            "invited": pgettext("status of an attendance", "invited"),
            "accepted": pgettext("status of an attendance", "accepted"),
            "tentative": pgettext("status of an attendance", "tentative"),
            "declined": pgettext("status of an attendance", "declined"),
            "attended": pgettext("status of an attendance", "attended"),
            "part": pgettext("status of an attendance", "part"),
            "apology": pgettext("status of an attendance", "apology"),
            "no-show": pgettext("status of an attendance", "no-show"),
        },
        "ExpertEngagement.recording_consent": {
            "not-asked": pgettext("consent to recording", "not-asked"),
            "given": pgettext("consent to recording", "given"),
            "refused": pgettext("consent to recording", "refused"),
        },
        "ExpertEngagement.fee_basis": {
            "fixed": pgettext("basis of a fee", "fixed"),
            "day-rate": pgettext("basis of a fee", "day-rate"),
            "pro-bono": pgettext("basis of a fee", "pro-bono"),
        },
        "Supporter.part": {
            "responsible": pgettext("part of a supporter", "responsible"),
            "consulted": pgettext("part of a supporter", "consulted"),
            "informed": pgettext("part of a supporter", "informed"),
        },
        "Update.status": {
            "proposed": pgettext("state of an action", "proposed"),
            "agreed": pgettext("state of an action", "agreed"),
            "in-progress": pgettext("state of an action", "in-progress"),
            "blocked": pgettext("state of an action", "blocked"),
            "done": pgettext("state of an action", "done"),
            "verified": pgettext("state of an action", "verified"),
            "reopened": pgettext("state of an action", "reopened"),
            "cancelled": pgettext("state of an action", "cancelled"),
            "superseded": pgettext("state of an action", "superseded"),
        },
        "Gain.valence": {
            "positive": pgettext("valence of a gain", "positive"),
            "mixed": pgettext("valence of a gain", "mixed"),
            "negative": pgettext("valence of a gain", "negative"),
        },
        "Quote.scope": {
            "internal": pgettext("scope of a quote", "internal"),
            "client": pgettext("scope of a quote", "client"),
            "public": pgettext("scope of a quote", "public"),
        },
        "Quote.attribution": {
            "anonymous": pgettext("attribution of a quote", "anonymous"),
            "role": pgettext("attribution of a quote", "role"),
            "named": pgettext("attribution of a quote", "named"),
        },
        "Quote.about": {
            "programme": pgettext("what a quote is about", "programme"),
            "facilitator": pgettext("what a quote is about", "facilitator"),
            "expert": pgettext("what a quote is about", "expert"),
        },
    }
