"""`workshopcore record`: what happened at a workshop, written down while it is fresh."""

from workshopcore.cli.record.command import record

__all__ = ["record"]
