"""A letter as HTML that mail programs show alike: one column, no images, nothing to load."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from workshopcore.actions.letters.letter import Letter
from workshopcore.language import pgettext

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["as_html"]


def as_html(letter: Letter, signature: str, language: str) -> str:
    """Return a letter as a page; whatever people wrote is escaped.

    Args:
        letter: what it says.
        signature: who signs it.
        language: a BCP 47 tag.
    """
    kind = pgettext("kind of a document", "e-mail")
    return _template().render(letter=letter, signature=signature, language=language, kind=kind)


@cache
def _template() -> Template:
    from importlib.resources import files

    from jinja2 import Environment, StrictUndefined

    folder = files("workshopcore.actions.letters") / "templates"
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string((folder / "letter.jinja").read_text(encoding="utf-8"))
