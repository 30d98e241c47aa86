"""`workshopcore dates`: dates around everybody's diaries, from a terminal."""

from workshopcore.cli.dates.command import dates

__all__ = ["dates"]
