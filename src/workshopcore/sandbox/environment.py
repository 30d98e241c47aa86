"""The sandbox: Jinja's own, with a list of what may be read and a bound to everything."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any, NoReturn

from jinja2 import DictLoader
from jinja2.exceptions import SecurityError
from jinja2.nodes import Template as Tree
from jinja2.runtime import Context, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from workshopcore.sandbox.budget import bounded, spend
from workshopcore.sandbox.filters import functions, limited, usual_filters, usual_tests
from workshopcore.sandbox.missing import Missing, called
from workshopcore.sandbox.reading import readable
from workshopcore.sandbox.tree import reined_in

__all__ = ["Sandbox"]

_NUMBERS = (int, float, Decimal, timedelta)


class Sandbox(ImmutableSandboxedEnvironment):
    """Compiles and runs the templates it is given; they see each other, and no file.

    Args:
        sources: the templates by name.
        filters: more filters, by name.
        names: more functions and values that all templates see.
        settings: further settings of a Jinja environment.
    """

    intercepted_binops = frozenset({"%", "*", "**", "+", "-"})

    def __init__(
        self,
        sources: Mapping[str, str],
        *,
        filters: Mapping[str, Callable[..., Any]] | None = None,
        names: Mapping[str, Any] | None = None,
        extensions: Iterable[type[Any]] = (),
        **settings: Any,
    ) -> None:
        super().__init__(
            loader=DictLoader(dict(sources)),
            auto_reload=False,
            cache_size=-1,
            undefined=Missing,
            extensions=tuple(extensions),
            **settings,
        )
        self.sources: Mapping[str, str] = dict(sources)
        own = {name: limited(each) for name, each in (filters or {}).items()}
        self.filters.clear()
        self.filters.update({**usual_filters(), **own})
        self.tests.clear()
        self.tests.update(usual_tests())
        self.globals = {**functions(), **(names or {})}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether a template may read an attribute."""
        return readable(obj, attr) and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:  # noqa: ARG002
        """Format nothing: it has no bound, and ``~`` says the same more plainly."""
        return None

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """Return what an attribute is that a template may not read."""
        hint = f"'{attribute}' of {called(obj)} is not for templates"
        return self.undefined(hint, obj=obj, name=attribute, exc=SecurityError)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Call something, within the budget."""
        spend(steps=1)
        if "caller" in kwargs and not isinstance(__obj, Macro):
            raise SecurityError("a {% call %} block calls a macro, and nothing else")
        return bounded(super().call(__context, __obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckon, with numbers that stay small; ``+`` also joins texts and lists."""
        if operator == "**":
            raise SecurityError("'**' is not for templates")
        if operator in ("*", "%") and not (
            isinstance(left, _NUMBERS) and isinstance(right, _NUMBERS)
        ):
            raise SecurityError(
                f"'{operator}' is for numbers, not for {called(left)} and {called(right)}"
            )
        return bounded(super().call_binop(context, operator, left, right))

    def handle_exception(self, source: str | None = None) -> NoReturn:  # noqa: ARG002
        """Leave tracebacks as they are: they say which line of which template it was."""
        error = sys.exc_info()[1]
        assert error is not None, "Jinja calls this where it has caught something"
        raise error

    def _generate(
        self, source: Tree, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        return super()._generate(reined_in(source), name, filename, defer_init)
