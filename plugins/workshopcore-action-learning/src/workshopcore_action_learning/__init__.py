"""Action learning sets for workshopcore: what this plugin answers to its hooks."""

from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable

from workshopcore import hookimpl
from workshopcore.contracts.formats import SessionFormat
from workshopcore_action_learning.format import ActionLearningSet

__all__ = ["ActionLearningSet"]


@hookimpl
def workshopcore_session_formats() -> Iterable[SessionFormat]:
    """Bring the format."""
    return [ActionLearningSet()]


@hookimpl
def workshopcore_translations() -> Iterable[Traversable]:
    """Bring the format's words in other languages."""
    return [files(__name__) / "translations"]
