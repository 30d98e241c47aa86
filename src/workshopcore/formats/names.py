"""What groups and rounds are called, and how many of them there are, as documents say it."""

from __future__ import annotations

from workshopcore.language import gettext, pgettext

__all__ = ["group_name", "number_name", "round_name"]


def group_name(called: str) -> str:
    """Return what groups are called: a word of the library's, or of a format's file.

    >>> group_name("pairs"), group_name("crowds")
    ('pairs', 'crowds')
    """
    ours = {
        "groups": pgettext("of groups", "groups"),
        "pairs": pgettext("of groups", "pairs"),
        "threes": pgettext("of groups", "threes"),
        "fours": pgettext("of groups", "fours"),
    }
    return ours.get(called) or pgettext("of groups", called)


def round_name(called: str, number: int, rounds: int) -> str:
    """Return which round of several it is, ``""`` where there is one alone, or none.

    >>> round_name("Station", 2, 6), round_name("Round", 1, 1)
    ('Station 2 of 6', '')
    """
    if rounds < 2:
        return ""
    one = pgettext("of a round", "Round") if called == "Round" else pgettext("of a round", called)
    return gettext("{round} {number} of {rounds}", round=one, number=number, rounds=rounds)


def number_name(number: int) -> str:
    """Return a small number of groups as a word.

    >>> number_name(2), number_name(13)
    ('two', '13')
    """
    words = (
        pgettext("how many groups", "no"),
        pgettext("how many groups", "one"),
        pgettext("how many groups", "two"),
        pgettext("how many groups", "three"),
        pgettext("how many groups", "four"),
        pgettext("how many groups", "five"),
        pgettext("how many groups", "six"),
        pgettext("how many groups", "seven"),
        pgettext("how many groups", "eight"),
        pgettext("how many groups", "nine"),
    )
    return words[number] if number < len(words) else str(number)
