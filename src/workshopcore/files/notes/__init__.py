"""What a scribe writes down of a workshop, taken into its record: all of it or nothing."""

from workshopcore.files.notes.missing import Missing, missing
from workshopcore.files.notes.reading import take_notes
from workshopcore.files.notes.scribe import Place, Scribe
from workshopcore.files.notes.times import take_times

__all__ = ["Missing", "Place", "Scribe", "missing", "take_notes", "take_times"]
