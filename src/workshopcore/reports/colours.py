"""Red, amber and green in words, and complete."""

from __future__ import annotations

from workshopcore.actions.rag import Colour
from workshopcore.language import npgettext, pgettext

__all__ = ["colour_counted", "colour_label"]


def colour_label(colour: Colour) -> str:
    """Return what a colour is called in a table or a legend.

    >>> colour_label("amber")
    'Amber'
    """
    match colour:
        case "complete":
            return pgettext("how actions stand", "Complete")
        case "green":
            return pgettext("how actions stand", "Green")
        case "amber":
            return pgettext("how actions stand", "Amber")
        case "red":
            return pgettext("how actions stand", "Red")


def colour_counted(colour: Colour, number: int) -> str:
    """Return how many actions are of a colour.

    >>> colour_counted("green", 3)
    '3 green'
    """
    match colour:
        case "complete":
            return npgettext("how actions stand", "{count} complete", "{count} complete", number)
        case "green":
            return npgettext("how actions stand", "{count} green", "{count} green", number)
        case "amber":
            return npgettext("how actions stand", "{count} amber", "{count} amber", number)
        case "red":
            return npgettext("how actions stand", "{count} red", "{count} red", number)
