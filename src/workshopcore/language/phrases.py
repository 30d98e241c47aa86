"""Fixed phrases, by the names that gettext gives them, so that every tool for translators knows.

What varies is in braces and is filled in after the phrase is translated; what is filled in is
taken as it is, braces and all.
"""

from __future__ import annotations

from workshopcore.language.speech import speech

__all__ = ["gettext", "gettext_noop", "ngettext", "npgettext", "pgettext"]


def gettext(phrase: str, /, **values: object) -> str:
    """Return a phrase in the language that is spoken.

    >>> gettext("Before {workshop}", workshop="Where are we {now}?")
    'Before Where are we {now}?'
    """
    return _filled(_found("", phrase) or phrase, values)


def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
    """Return a phrase that depends on a number, which is filled in as ``{count}``.

    >>> ngettext("{count} action", "{count} actions", 3)
    '3 actions'
    """
    found = _found("", one, number) or (one if number == 1 else many)
    return _filled(found, {"count": number, **values})


def pgettext(context: str, phrase: str, /, **values: object) -> str:
    """Return a phrase that other languages say differently from place to place.

    >>> pgettext("of an action", "Open")
    'Open'
    """
    return _filled(_found(context, phrase) or phrase, values)


def npgettext(context: str, one: str, many: str, number: int, /, **values: object) -> str:
    """Return a phrase that depends on its place and on a number, filled in as ``{count}``.

    >>> npgettext("of people", "{count} came", "{count} came", 1)
    '1 came'
    """
    found = _found(context, one, number) or (one if number == 1 else many)
    return _filled(found, {"count": number, **values})


def gettext_noop(phrase: str, /) -> str:
    """Mark a phrase for translators where it is written; ``gettext`` says it where it is used.

    >>> gettext_noop("Action plan")
    'Action plan'
    """
    return phrase


def _found(context: str, phrase: str, number: int | None = None) -> str:
    for catalogue in speech().catalogues:
        if found := catalogue.find(context, phrase, number):
            return found
    return ""


def _filled(phrase: str, values: dict[str, object]) -> str:
    return phrase.format_map(values) if values else phrase
