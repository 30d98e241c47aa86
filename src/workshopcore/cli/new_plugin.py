"""`workshopcore new plugin`: a distribution with one plugin, whose tests pass."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workshopcore.cli.filling import filled
from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.terminal import Terminal
from workshopcore.errors import InvalidValueError
from workshopcore.model.identifiers import identifier

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["KINDS", "new_plugin", "plugin_files"]

KINDS = {
    "format": "Session formats",
    "python-format": "Session formats",
    "report": "Reports",
    "renderer": "Renderers",
    "checks": "Checks",
}
"""What a plugin may start with, and what it brings then; each has a folder of templates."""

_PREFIX = "workshopcore-"
_ENDING = ".jinja"
_LONGEST_LETTERS = 12


@click.command(
    "plugin",
    cls=Command,
    epilog="""\b
Examples:
  workshopcore new plugin acme
  workshopcore new plugin acme-papers --kind report --in plugins

\b
Kinds: format (as data, in TOML), python-format (one that computes), report,
renderer, checks.""",
)
@click.argument("name")
@click.option(
    "--kind",
    type=click.Choice(list(KINDS)),
    default="format",
    show_default=True,
    help="What it brings.",
)
@click.option(
    "--in",
    "folder",
    metavar="FOLDER",
    default=".",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to make its folder.  [default: here]",
)
def new_plugin(name: str, kind: str, folder: Path) -> None:
    """Write a plugin to start from.

    It is a distribution with one thing of its kind, and with tests that pass. NAME is made of
    lower-case letters, digits and hyphens, and becomes the namespace of its keys.
    """
    short = name.removeprefix(_PREFIX)
    try:
        files = plugin_files(short, kind)
    except InvalidValueError as error:
        raise click.BadParameter(str(error), param_hint="NAME") from None
    home = folder / f"{_PREFIX}{short}"
    if home.exists():
        raise Refusal(f"{home} exists already, and nothing is overwritten: choose another name")
    for path, text in files.items():
        target = home / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    terminal = Terminal()
    terminal.say(f"Wrote {home}")
    terminal.say(f'Try it: pip install -e "{home}[test]" && pytest {home}')


def plugin_files(name: str, kind: str) -> dict[str, str]:
    """Return the files of a new plugin by path.

    Args:
        name: of the plugin; its distribution is called ``workshopcore-<name>``.
        kind: one of ``KINDS``.

    Raises:
        InvalidValueError: the name is not made of lower-case letters, digits and hyphens, or
            is the library's own.
    """
    if name == "workshopcore":
        raise InvalidValueError(name, "a name of your own, such as 'acme'")
    package = "workshopcore_" + identifier(name).replace("-", "_")
    values = {
        "name": name,
        "package": package,
        "letters": _letters(name),
        "brings": KINDS[kind],
        "version": version("workshopcore"),
    }
    files = {f"src/{package}/py.typed": ""}
    for template in (*_templates("common"), *_templates(kind)):
        path = template.partition("/")[2].replace("package/", f"src/{package}/", 1)
        files[path] = filled(f"plugin/{template}", **values)
    return files


def _letters(name: str) -> str:
    """Return the letters that a plugin's codes start with: two or more, and never ours.

    >>> _letters("acme-tools"), _letters("wc-house"), _letters("7")
    ('ACMETOOLS', 'XWCHOUSE', 'XX')
    """
    letters = "".join(filter(str.isalpha, name)).upper()
    if len(letters) < 2 or letters.startswith("WC"):
        letters = f"X{letters}".ljust(2, "X")
    return letters[:_LONGEST_LETTERS]


def _templates(folder: str) -> Iterator[str]:
    """Yield the paths of the templates in a folder and below, without their ending."""
    home = resources.files("workshopcore.cli") / "templates" / "plugin" / folder
    return _below(home, folder)


def _below(folder: Traversable, path: str) -> Iterator[str]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        place = f"{path}/{entry.name}"
        if entry.is_dir():
            yield from _below(entry, place)
        else:
            yield place.removesuffix(_ENDING)
