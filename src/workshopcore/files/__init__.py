"""Programme files: TOML for people, JSON for machines, the same programme in both."""

from workshopcore.files.loading import load, loads
from workshopcore.files.reading import Reading, read
from workshopcore.files.saving import save
from workshopcore.files.schema import schema
from workshopcore.files.writing import dumps

__all__ = ["Reading", "dumps", "load", "loads", "read", "save", "schema"]
