"""Hypothesis strategies for programmes and their parts, for tests of plugins and of the core.

Everything they make is legal: identifiers are unique, references lead somewhere, times exist,
histories only make moves that their lifecycle allows. Within that they are unkind: texts hold
markup, control characters and every script; workshops straddle the nights when clocks change;
identifiers look like those that would be made from titles.
"""

from workshopcore.testing.strategies.agendas import agendas, sessions
from workshopcore.testing.strategies.moments import days, instants, times, zones
from workshopcore.testing.strategies.programmes import programmes
from workshopcore.testing.strategies.values import lengths, money, option_trees
from workshopcore.testing.strategies.words import identifiers, texts, titles

__all__ = [
    "agendas",
    "days",
    "identifiers",
    "instants",
    "lengths",
    "money",
    "option_trees",
    "programmes",
    "sessions",
    "texts",
    "times",
    "titles",
    "zones",
]
