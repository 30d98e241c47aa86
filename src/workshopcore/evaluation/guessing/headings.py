"""What a heading alone gives away: who somebody is, or what only the survey tool needs."""

from __future__ import annotations

import re

__all__ = [
    "about_the_person",
    "about_the_submission",
    "asks_for_a_code",
    "asks_how_likely",
    "counts_something",
    "words_of",
]

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_GAPS = re.compile(r"[\W_]+")
_SHORT = 4
_YOURS = re.compile(
    r"^(?:what is|what's|which|in which|where)\b.*\byour?\b|^your\b|\bdo you (?:work|live)\b"
    r"|\bare you (?:based|employed)\b|\bhow old\b",
    re.IGNORECASE,
)
_NAMES = frozenset(
    {
        "name", "names", "surname", "forename", "firstname", "lastname", "fullname",
        "username", "nickname", "initials", "signature", "email", "mail", "telephone",
        "phone", "mobile", "address", "contact", "respondent", "participant",
    }
)  # fmt: skip
_PERSONAL = frozenset(
    {
        "age", "born", "birth", "gender", "sex", "ethnicity", "ethnic",
        "race", "religion", "faith", "disability", "disabilities", "nationality", "country",
        "region", "county", "city", "town", "postcode", "zip", "location",
        "site", "office", "workplace", "department", "directorate", "division", "unit",
        "team", "role", "job", "post", "position", "grade", "band",
        "manager", "profession", "occupation", "employer", "organisation", "organization",
        "company", "university", "school", "tenure", "seniority", "education", "qualification",
        "income", "salary",
    }
)  # fmt: skip
_TECHNICAL = frozenset(
    {
        "id", "response id", "respondent id", "collector id", "submission id", "response number",
        "ip", "ip address", "seed", "last page", "lastpage", "start language", "startlanguage",
        "user language", "distribution channel", "location latitude", "location longitude",
        "external reference", "external data reference", "status", "progress", "finished",
        "response type", "duration", "duration in seconds", "total time", "time taken",
        "custom data 1", "custom data", "refurl", "referrer url", "user agent", "browser",
        "device", "token used", "quota", "score", "total score", "total points",
        "quiz feedback", "date created", "date modified", "start date", "end date",
        "recorded date", "submit date", "date submitted", "date started", "date last action",
        "start time", "completion time", "last modified time", "timestamp", "submitted at",
    }
)  # fmt: skip
_LIKELY = frozenset(
    {
        "recommend", "recommendation", "recommending", "nps", "promoter", "likely", "likelihood",
    }
)  # fmt: skip
_CODES = frozenset({"token", "code", "your code", "pairing code", "personal code", "my code"})
_AMOUNT = re.compile(r"\bhow (?:many|much|long|old)\b|\bnumber of\b|\bamount\b|\byears?\b", re.I)


def words_of(heading: str) -> list[str]:
    """Return the words of a heading, whatever holds them together.

    >>> words_of("RecipientLastName"), words_of("workshop_attended_age")
    (['recipient', 'last', 'name'], ['workshop', 'attended', 'age'])
    """
    return [word for word in _GAPS.split(_CAMEL.sub(" ", heading).casefold()) if word]


def about_the_submission(heading: str) -> bool:
    """Return whether a column is headed as what a survey tool writes down on its own."""
    return " ".join(words_of(heading)) in _TECHNICAL


def about_the_person(heading: str) -> str:
    """Return what of a person a column is headed as: their name, or what they are; else ``""``.

    A statement that speaks of a team is not about who somebody is, so only short headings and
    questions for what is "yours" count.

    >>> about_the_person("Last name"), about_the_person("Which site are you based at?")
    ('a name', 'who they are')
    >>> about_the_person("Our team trusts one another")
    ''
    """
    words = words_of(heading)
    if len(words) > _SHORT and not _YOURS.search(heading):
        return ""
    if not _NAMES.isdisjoint(words):
        return "a name"
    return "" if _PERSONAL.isdisjoint(words) else "who they are"


def asks_for_a_code(heading: str) -> bool:
    """Return whether a column has tokens, or codes that people made up themselves.

    >>> asks_for_a_code("Pairing code"), asks_for_a_code("Postcode")
    (True, False)
    """
    return " ".join(words_of(heading)) in _CODES


def asks_how_likely(heading: str) -> bool:
    """Return whether a question may be one for a net promoter score."""
    return not _LIKELY.isdisjoint(words_of(heading))


def counts_something(heading: str) -> bool:
    """Return whether numbers below a heading count something rather than rate it."""
    return _AMOUNT.search(" ".join(words_of(heading))) is not None
