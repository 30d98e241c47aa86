"""What a reminder says, in words, and how it goes out as a letter."""

from workshopcore.actions.letters.letter import Entry, Group, Letter, letter

__all__ = ["Entry", "Group", "Letter", "letter"]
