"""The language of documents: fixed phrases through gettext, dates and numbers by locale.

Phrases are written in British English where they are used, and translated when they are said,
into the language that is spoken at that moment:

>>> from datetime import date
>>> with speaking("de"):
...     gettext("Action plan"), date_in_words(date(2027, 1, 19), "day"), number(0.5, 2)
('Maßnahmenplan', '19. Januar 2027', '0,50')

Outside of ``speaking`` it is British English. What people wrote is never translated.
"""

from __future__ import annotations

from workshopcore.language.catalogue import languages
from workshopcore.language.dates import date_in_words, month_name, span_in_words, weekday_name
from workshopcore.language.numbers import money, number
from workshopcore.language.phrases import gettext, gettext_noop, ngettext, npgettext, pgettext
from workshopcore.language.speech import ENGLISH, Speech, speaking, speaking_as, speech

__all__ = [
    "ENGLISH",
    "Speech",
    "date_in_words",
    "gettext",
    "gettext_noop",
    "languages",
    "money",
    "month_name",
    "ngettext",
    "npgettext",
    "number",
    "pgettext",
    "span_in_words",
    "speaking",
    "speaking_as",
    "speech",
    "weekday_name",
]
