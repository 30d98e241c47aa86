"""`workshopcore new plugin`: a distribution with one session format, whose tests pass."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import click

from workshopcore.cli.filling import filled
from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.terminal import Terminal
from workshopcore.errors import InvalidValueError
from workshopcore.model.identifiers import identifier

__all__ = ["new_plugin", "plugin_files"]

_PREFIX = "workshopcore-"


@click.command(
    "plugin",
    cls=Command,
    epilog="""\b
Examples:
  workshopcore new plugin acme
  workshopcore new plugin acme --in plugins""",
)
@click.argument("name")
@click.option(
    "--in",
    "folder",
    metavar="FOLDER",
    default=".",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to make its folder.  [default: here]",
)
def new_plugin(name: str, folder: Path) -> None:
    """Write a plugin to start from.

    It is a distribution with one session format, and with tests that pass. NAME is made of
    lower-case letters, digits and hyphens, and becomes the namespace of its keys.
    """
    short = name.removeprefix(_PREFIX)
    try:
        files = plugin_files(short)
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


def plugin_files(name: str) -> dict[str, str]:
    """Return the files of a new plugin by path.

    Raises:
        InvalidValueError: the name is not made of lower-case letters, digits and hyphens, or
            is the library's own.
    """
    if name == "workshopcore":
        raise InvalidValueError(name, "a name of your own, such as 'acme'")
    package = "workshopcore_" + identifier(name).replace("-", "_")
    places = {
        "pyproject.toml": "pyproject.toml",
        "README.md": "README.md",
        f"src/{package}/__init__.py": "__init__.py",
        f"src/{package}/two_questions.py": "two_questions.py",
        "tests/test_plugin.py": "test_plugin.py",
    }
    values = {"name": name, "package": package, "version": version("workshopcore")}
    files = {path: filled(f"plugin/{template}", **values) for path, template in places.items()}
    return {**files, f"src/{package}/py.typed": ""}
