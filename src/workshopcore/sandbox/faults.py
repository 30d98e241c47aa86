"""What went wrong in a template while it ran: the template, its line, and the words for it."""

from __future__ import annotations

from attrs import frozen
from jinja2 import Environment
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError

from workshopcore.errors import WorkshopCoreError

__all__ = ["Fault", "fault_of"]

_SAYS_ENOUGH = (WorkshopCoreError,)
_NEEDS_MORE: dict[type[BaseException], str] = {
    RecursionError: "it calls itself without end",
    MemoryError: "it needs more memory than there is",
}


@frozen
class Fault:
    """Something wrong in a template.

    Attributes:
        template: its name, ``""`` where nobody knows.
        line: counted from 1, 0 where nobody knows.
        words: what is wrong.
    """

    template: str
    line: int
    words: str


def fault_of(error: BaseException, sandbox: Environment | None = None) -> Fault:
    r"""Return what an error says about the template that it came from.

    Args:
        error: what was raised while a template ran.
        sandbox: whose templates are meant, where others run as well; left out, any.

    >>> from workshopcore.sandbox import Sandbox
    >>> try:
    ...     Sandbox({"note": "One\n{{ tow }}"}).get_template("note").render()
    ... except Exception as error:
    ...     print(fault_of(error))
    Fault(template='note', line=2, words="there is no 'tow' here")
    """
    if isinstance(error, TemplateSyntaxError):
        return Fault(error.name or "", error.lineno, in_words(error))
    name, line = "", 0
    trace = error.__traceback__
    while trace is not None:
        # As jinja2.debug finds it; a traceback that Jinja has rewritten has lost it.
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None and sandbox in (None, template.environment):
            name, line = template.name or "", template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return Fault(name, line, in_words(error))


def in_words(error: BaseException) -> str:
    """Return what an error says, without a full stop at its end."""
    for kind, words in _NEEDS_MORE.items():
        if isinstance(error, kind):
            return words
    if isinstance(error, TemplateNotFound):
        return f"there is no template '{error.name}' in this folder"
    said = " ".join((getattr(error, "message", None) or str(error)).split()).rstrip(".")
    if isinstance(error, KeyError):
        return f"there is no {said}"
    return said or type(error).__name__
