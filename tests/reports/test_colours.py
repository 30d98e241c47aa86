"""Colours have a word for each, alone and counted."""

from typing import get_args

from workshopcore.actions.rag import Colour
from workshopcore.reports.colours import colour_counted, colour_label


def test_every_colour_has_a_label():
    assert [colour_label(colour) for colour in get_args(Colour)] == [
        "Red",
        "Amber",
        "Green",
        "Complete",
    ]


def test_every_colour_is_counted():
    assert [colour_counted(colour, n) for n, colour in enumerate(get_args(Colour))] == [
        "0 red",
        "1 amber",
        "2 green",
        "3 complete",
    ]
