"""The templates of all kinds of blocks put together as one, with a macro for each.

Macros of one template call one another far faster than templates include one another, and a
long report has thousands of blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from workshopcore.renderers.html.kinds import KINDS

__all__ = ["assembled"]

_GIVEN = "block, level, place"


def assembled(
    frame: str,
    built_in: Callable[[str], str],
    plugins: Collection[str],
    house: Collection[str],
) -> str:
    """Return the source of the one template.

    Args:
        frame: the template that goes through blocks and calls ``draw[kind]``.
        built_in: returns the library's own template of a kind.
        plugins: the kinds that a plugin's folder has a template for.
        house: the kinds that the style has a template for.
    """
    parts = [frame.rstrip("\n")]
    for kind in KINDS.values():
        macro = _name(kind)
        if kind not in plugins and kind not in house:
            parts.append(_macro(macro, built_in(kind)))
            continue
        parts.append(_macro(f"standard_{macro}", built_in(kind)))
        parts.append(_macro(macro, _of_house(kind) if kind in house else _of_plugin(kind)))
    draw = ", ".join(f'"{kind}": {_name(kind)}' for kind in KINDS.values())
    return "".join([*parts, f"{{%- set draw = {{{draw}}} -%}}\n"])


def _name(kind: str) -> str:
    return kind.replace("-", "_")


def _macro(name: str, body: str) -> str:
    return f"{{%- macro {name}({_GIVEN}) %}}{body}{{% endmacro -%}}"


def _of_plugin(kind: str) -> str:
    """Return a call of a plugin's template: it sees what the library's own would see."""
    standard = f"{{% set standard = standard_{_name(kind)} %}}"
    return f'{standard}{{% include "blocks/{kind}.jinja" %}}\n'


def _of_house(kind: str) -> str:
    """Return a call of a style's template: it runs apart, and sees what it is given."""
    given = f"{_GIVEN}, standard_{_name(kind)}, blocks, anchors"
    return f'{{{{ of_house("{kind}", {given}) }}}}'
