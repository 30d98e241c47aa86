"""A house's own templates of blocks, out of its style: run in the sandbox, each by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from attrs import frozen
from markupsafe import Markup

from workshopcore.contracts.report import Item
from workshopcore.errors import RenderError, nearest
from workshopcore.language import gettext, ngettext, pgettext
from workshopcore.model.options import Options
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.html.kinds import KINDS
from workshopcore.renderers.html.marks import marked
from workshopcore.renderers.html.tables import grid_of
from workshopcore.sandbox import Budget, Fault, Sandbox, fault_of, looked_through, spending

__all__ = ["HouseTemplates", "faults_of", "house_templates"]

_ENDING = ".jinja"
_CSS = "house.css"
"""The name of a house's own style sheet, beside its templates."""

_GIVEN = ("anchors", "block", "blocks", "level", "place", "standard")


@frozen
class HouseTemplates:
    """The templates of a style, compiled.

    Attributes:
        kinds: the kinds of blocks that they are for.
        css: the style sheet beside them, ``""`` if there is none.
    """

    kinds: frozenset[str]
    css: str
    _sandbox: Sandbox

    def faults(self) -> list[Fault]:
        """Return what is wrong in them, as far as that can be told before they run."""
        found = [
            fault
            for kind in sorted(self.kinds)
            for fault in looked_through(self._sandbox, f"{kind}{_ENDING}", _GIVEN)
        ]
        if "</" in self.css:
            line = self.css[: self.css.index("</")].count("\n") + 1
            words = "'</' would end the style sheet in the page: write '<\\/' within strings"
            found.append(Fault(_CSS, line, words))
        return found

    def draw(
        self,
        kind: str,
        block: object,
        level: int,
        place: str,
        standard: Callable[..., str],
        blocks: Callable[..., str],
        anchors: Mapping[str, str],
    ) -> Markup:
        """Return a block as a template of the house has it.

        Raises:
            RenderError: the template fails.
        """
        given = {
            "anchors": anchors,
            "block": block,
            "blocks": blocks,
            "level": level,
            "place": place,
            "standard": lambda: standard(block, level, place),
        }
        name = f"{kind}{_ENDING}"
        try:
            with spending(Budget()):
                return Markup(self._sandbox.get_template(name).render(given))
        except RenderError:
            raise  # from a block within this one
        except Exception as error:
            fault = fault_of(error, self._sandbox)
            where = f"{fault.template or name}:{fault.line}"
            raise RenderError(f"the style's template {where}: {fault.words}") from error


@lru_cache(maxsize=16)
def house_templates(templates: Mapping[str, str]) -> HouseTemplates:
    """Return the templates of a style, compiled once for all renders.

    Raises:
        RenderError: something is wrong in them, or one is for nothing that there is.
    """
    faults = [f"{each.template}:{each.line}: {each.words}" for each in faults_of(templates)]
    if faults:
        raise RenderError(f"the style's templates: {'; '.join(faults)}")
    return _compiled(templates)


def faults_of(templates: Mapping[str, str]) -> list[Fault]:
    """Return what is wrong in the templates of a style, as far as it shows before they run.

    >>> [fault.words for fault in faults_of({"callout.jinja": "{{ blok.title }}"})]
    ["there is no 'blok' here: did you mean 'block'?"]
    """
    strange = [
        Fault(name, 1, f"no block has this template: {cure}")
        for name in sorted(templates)
        if (cure := _strange_name(name))
    ]
    known = {name: text for name, text in templates.items() if not _strange_name(name)}
    return strange + _compiled(Options(known)).faults()


@lru_cache(maxsize=16)
def _compiled(templates: Mapping[str, str]) -> HouseTemplates:
    sandbox = Sandbox(
        {name: text for name, text in templates.items() if name.endswith(_ENDING)},
        names={
            "drawing_of": drawing_of,
            "gettext": gettext,
            "grid_of": grid_of,
            "marked": marked,
            "ngettext": ngettext,
            "pgettext": pgettext,
        },
        autoescape=True,
        keep_trailing_newline=True,
    )
    sandbox.tests["item"] = _is_item
    kinds = frozenset(name.removesuffix(_ENDING) for name in sandbox.sources)
    return HouseTemplates(kinds, templates.get(_CSS, ""), sandbox)


def _strange_name(name: str) -> str:
    """Return what to do about the name of a template, ``""`` if there is a block for it."""
    known = [*(f"{kind}{_ENDING}" for kind in KINDS.values()), _CSS]
    if name in known:
        return ""
    if not name.endswith(_ENDING):
        return f"the style sheet is called '{_CSS}'"
    guess = nearest(name.removesuffix(_ENDING), KINDS.values())
    return f"did you mean '{guess}{_ENDING}'?" if guess else f"there are {', '.join(known)}"


def _is_item(value: object) -> bool:
    return isinstance(value, Item)
