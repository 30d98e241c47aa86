"""Which of a template's styles does what, whatever the house calls them.

Word keeps two names of a style: an identifier, which depends on the language of whoever first
used it (``Rubrik1``), and for its built-in styles the same English name everywhere (``heading
1``). A house may also have headings of its own making; their outline level tells them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any
from xml.sax.saxutils import quoteattr

from attrs import evolve, field, frozen
from lxml import etree  # type: ignore[import-untyped]

from workshopcore.errors import RenderError
from workshopcore_office.word.markup import NAMESPACES

__all__ = ["Role", "Styles", "roles"]

_W = f"{{{NAMESPACES['w']}}}"
_NORMAL = ("normal", "gap")
_FAMILY = re.compile(r'<w:rFonts w:ascii="\{[^/]*/>')


@frozen
class Role:
    """What a style is for, and how it looks where a template has none."""

    id: str
    name: str
    kind: str = "paragraph"
    own: bool = False
    level: int | None = None
    based: str = "normal"
    paragraph: str = ""
    run: str = ""
    rest: str = ""


@cache
def roles(variants: tuple[str, ...] = ()) -> Mapping[str, Role]:
    """Return the roles by name, those that others are based on first.

    Args:
        variants: what of their looks is otherwise, by the names of the files that say so.
    """
    found = {name: Role(**values) for name, values in _read("roles").items()}
    for variant in variants:
        for name, looks in _read(variant).items():
            found[name] = evolve(found[name], **looks)
    return found


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


@frozen
class Styles:
    """The styles of a document, by role.

    Attributes:
        ids: their identifiers.
        element: the part of the document that defines them.
    """

    element: Any = field(eq=False)
    ids: Mapping[str, str]

    def __getitem__(self, role: str) -> str:
        return self.ids[role]

    def definition(self, role: str) -> Any:
        """Return the element that defines a role's style."""
        return next(one for one in _defined(self.element) if _id(one) == self.ids[role])

    @classmethod
    def of(
        cls,
        element: Any,
        values: Mapping[str, str],
        mapping: Mapping[str, str],
        *,
        fresh: bool,
        variants: tuple[str, ...] = (),
        fit: Callable[[Role], Role] = lambda role: role,
    ) -> Styles:
        """Return the styles of a template; what it lacks is added to it.

        The house's own choice counts first: nobody else knows better. Then the identifier and
        the name that Word gives, then the outline level of a heading.

        Args:
            element: what defines the template's styles.
            values: colours and fonts for those that are added.
            mapping: identifiers or names of styles, by role, as the house wants them.
            fresh: whether there is no template of a house, so all styles are ours.
            variants: of the looks of those that are ours.
            fit: makes them as tight as the document is set.

        Raises:
            RenderError: the mapping names a role or a style that there is not.
        """
        if fresh:
            for one in list(_defined(element)):
                if one.get(f"{_W}type") == "paragraph" or one.get(f"{_W}default") is None:
                    element.remove(one)
        _check(mapping)
        known = {name: fit(role) for name, role in roles(variants).items()}
        if not fresh:
            known = {name: _in_its_letters(role) for name, role in roles().items()}
        ids: dict[str, str] = {}
        for name, role in known.items():
            if name in mapping:
                ids[name] = _chosen(element, role, mapping[name])
            else:
                found = None if fresh else _found(element, role)
                ids[name] = found or _added(element, name, role, ids, values)
        return cls(element, ids)


def _check(mapping: Mapping[str, str]) -> None:
    unknown = sorted(set(mapping) - set(roles()))
    if unknown:
        raise RenderError(
            f"the styles of a Word template are named for {', '.join(roles())};"
            f" found {', '.join(map(repr, unknown))}: correct it in the style"
        )


def _defined(element: Any) -> Iterator[Any]:
    yield from element.iterchildren(f"{_W}style")


def _id(style: Any) -> str:
    return str(style.get(f"{_W}styleId"))


def _name(style: Any) -> str:
    name = style.find(f"{_W}name")
    return "" if name is None else str(name.get(f"{_W}val"))


def _chosen(element: Any, role: Role, wanted: str) -> str:
    kind = [one for one in _defined(element) if one.get(f"{_W}type") == role.kind]
    for one in kind:
        if wanted in (_id(one), _name(one)):
            return _id(one)
    known = ", ".join(sorted(_name(one) for one in kind))
    raise RenderError(
        f"the Word template has no {role.kind} style '{wanted}' for '{role.name}':"
        f" it has {known}; correct the name in the style, or add it to the template"
    )


def _found(element: Any, role: Role) -> str | None:
    kind = [one for one in _defined(element) if one.get(f"{_W}type") == role.kind]
    for one in kind:
        if _id(one) == role.id or _name(one).lower() == role.name.lower():
            return _id(one)
    if role.kind == "table":
        own = [one for one in kind if one.get(f"{_W}customStyle") in ("1", "true")]
        return _id(own[0]) if len(own) == 1 else None
    if role.id == "Normal":
        ours = (one for one in kind if one.get(f"{_W}default") in ("1", "true"))
        return next(map(_id, ours), None)
    if role.level is not None:
        return next((_id(one) for one in kind if _level(one) == role.level), None)
    return None


def _in_its_letters(role: Role) -> Role:
    """Return a role in the letters of whatever it is added to: a template has fonts of its own."""
    return evolve(role, run=_FAMILY.sub("", role.run))


def _level(style: Any) -> int | None:
    level = style.find(f"{_W}pPr/{_W}outlineLvl")
    return None if level is None else int(level.get(f"{_W}val"))


def _added(
    element: Any, name: str, role: Role, ids: Mapping[str, str], values: Mapping[str, str]
) -> str:
    """Add a style to a template, under an identifier that is free, and return that."""
    taken = {_id(one) for one in _defined(element)}
    free = next(
        one for one in (role.id, *(f"{role.id}{n}" for n in range(2, 1000))) if one not in taken
    )
    based = ids.get(role.based, "") if role.kind == "paragraph" and name != "normal" else ""
    default = ' w:default="1"' if name == "normal" else ' w:customStyle="1"' if role.own else ""
    parts = [
        f"<w:name w:val={quoteattr(role.name)}/>",
        f"<w:basedOn w:val={quoteattr(based)}/>" if based else "",
        '<w:uiPriority w:val="1"/><w:qFormat/>' if name not in _NORMAL else "<w:qFormat/>",
        f"<w:pPr>{role.paragraph}</w:pPr>" if role.paragraph else "",
        f"<w:rPr>{role.run}</w:rPr>" if role.run else "",
        role.rest,
    ]
    body = "".join(parts).format_map(values)
    style = etree.fromstring(
        f'<w:style xmlns:w="{NAMESPACES["w"]}" w:type="{role.kind}"{default}'
        f" w:styleId={quoteattr(free)}>{body}</w:style>"
    )
    element.append(style)
    return free
