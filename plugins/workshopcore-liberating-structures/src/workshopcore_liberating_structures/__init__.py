"""Liberating Structures for workshopcore: session formats purely as data, one file to each."""

from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable

from workshopcore import hookimpl
from workshopcore.contracts.formats import SessionFormat
from workshopcore.formats import load_formats


@hookimpl
def workshopcore_session_formats() -> Iterable[SessionFormat]:
    """Bring every format in the folder ``formats``."""
    return load_formats(files(__name__) / "formats")


@hookimpl
def workshopcore_translations() -> Iterable[Traversable]:
    """Bring the formats' words in other languages."""
    return [files(__name__) / "translations"]
