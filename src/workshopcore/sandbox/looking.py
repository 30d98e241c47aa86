"""What is wrong in a template, as far as that can be told without running it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from jinja2 import TemplateSyntaxError, meta, nodes

from workshopcore.errors import nearest
from workshopcore.sandbox.environment import Sandbox
from workshopcore.sandbox.faults import Fault, in_words
from workshopcore.sandbox.tree import refused

__all__ = ["looked_through"]

_BRING_OTHERS = (nodes.Extends, nodes.Import, nodes.FromImport, nodes.Include)


def looked_through(
    sandbox: Sandbox, name: str, known: Collection[str] | None, cures: Mapping[str, str] = {}
) -> list[Fault]:
    """Return what is wrong in a template, in the order of its lines.

    Args:
        sandbox: where it is.
        name: which template.
        known: the names that it is given when it runs; ``None`` if nobody can tell, for a part
            that others put to use.
        cures: what to do about names that are not known, where there is more to say.
    """
    try:
        tree = sandbox.parse(sandbox.sources[name], name)
        found = [*refused(tree), *_filters_and_tests(sandbox, tree), *_templates(sandbox, tree)]
        if known is not None and not found:  # Jinja looks for names only where it knows the filters
            found += _names(sandbox, tree, known, cures)
        if not found:
            sandbox.get_template(name)
    except (TemplateSyntaxError, SyntaxError, RecursionError) as error:
        line = getattr(error, "lineno", 0) if isinstance(error, TemplateSyntaxError) else 0
        nested = "its loops and conditions are nested too deeply"
        words = in_words(error) if isinstance(error, TemplateSyntaxError) else nested
        return [Fault(name, line or 1, words)]
    return [Fault(name, line, words) for line, words in sorted(dict.fromkeys(found))]


def _filters_and_tests(sandbox: Sandbox, tree: nodes.Template) -> Iterator[tuple[int, str]]:
    for kind, known, noun in (
        (nodes.Filter, sandbox.filters, "filter"),
        (nodes.Test, sandbox.tests, "test"),
    ):
        for node in tree.find_all(kind):
            if node.name not in known:
                yield node.lineno, f"there is no {noun} '{node.name}'{_guess(node.name, known)}"


def _templates(sandbox: Sandbox, tree: nodes.Template) -> Iterator[tuple[int, str]]:
    for node in tree.find_all(_BRING_OTHERS):
        named = getattr(node, "template", None)
        if not isinstance(named, nodes.Const) or not isinstance(named.value, str):
            yield node.lineno, "the template is named outright, in quotation marks"
        elif named.value not in sandbox.sources:
            guess = _guess(named.value, sandbox.sources)
            yield node.lineno, f"there is no template '{named.value}' in this folder{guess}"


def _names(
    sandbox: Sandbox, tree: nodes.Template, known: Collection[str], cures: Mapping[str, str]
) -> Iterator[tuple[int, str]]:
    """Yield the names that nothing gives a value to. One template may rely on another for them."""
    if next(tree.find_all(nodes.Extends), None) is not None:
        return
    there = {*known, *sandbox.globals}
    unknown = meta.find_undeclared_variables(tree) - there
    for node in tree.find_all(nodes.Name):
        if node.ctx == "load" and node.name in unknown:
            cure = f": {cures[node.name]}" if node.name in cures else _guess(node.name, there)
            yield node.lineno, f"there is no '{node.name}' here{cure}"


def _guess(name: str, known: Collection[str]) -> str:
    guess = nearest(name, [one for one in known if not one.startswith("_")])
    return f": did you mean '{guess}'?" if guess else ""
