"""Every call that says a phrase is one that the collection of phrases sees, whole."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from extraction import ROOT, SOURCES, phrases

_SAYING = {"gettext": 0, "gettext_noop": 0, "ngettext": 0, "pgettext": 1, "npgettext": 1}


def calls(file: Path) -> Iterator[tuple[str, list[str | None]]]:
    """Yield each call that says a phrase: its function, and those arguments that are texts."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        name = getattr(getattr(node, "func", None), "id", "")
        if isinstance(node, ast.Call) and name in _SAYING:
            yield name, [_text(argument) for argument in node.args]


def _text(argument: ast.expr) -> str | None:
    return argument.value if isinstance(argument, ast.Constant) else None


@pytest.fixture(scope="module")
def collected():
    return {
        (message.context or "", tuple(message.id) if message.pluralizable else (message.id,))
        for message in phrases()
        if message.id
    }


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parent.name)
def test_every_phrase_that_is_said_is_collected(collected, source):
    singular = {(context, forms[0]) for context, forms in collected}
    lost = []
    for file in sorted(source.rglob("*.py")):
        for function, said in calls(file):
            at = _SAYING[function]
            context = said[0] if at else ""
            if context is None or said[at] is None:
                # A phrase that was marked elsewhere, or that stands in a format.
                if context is None or function not in ("gettext", "pgettext"):
                    lost.append((file.relative_to(ROOT).as_posix(), function, said))
            elif function.startswith(("ngettext", "npgettext")):
                if (context, (said[at], said[at + 1])) not in collected:
                    lost.append((file.relative_to(ROOT).as_posix(), function, said))
            elif (context, said[at]) not in singular:
                lost.append((file.relative_to(ROOT).as_posix(), function, said))
    assert lost == []
