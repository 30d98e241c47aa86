"""`workshopcore privacy show`: everything that is held about one person."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workshopcore.cli.completion import person_ids
from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.terminal import Terminal, print_json
from workshopcore.cli.words import chosen_person

if TYPE_CHECKING:
    from workshopcore.model.people import Person
    from workshopcore.model.programme import Programme

__all__ = ["show"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore privacy show programme.toml Amina
  workshopcore privacy show programme.toml "Amina Yusuf" --also AY --json
  workshopcore privacy show programme.toml Amina --to for-amina.html

\b
Texts may name other people too: read it before you hand it over. Answers to
questionnaires are kept apart from names, so none can be found here.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("person", metavar="WHO", shell_complete=person_ids)
@click.option(
    "--also", metavar="WORD", multiple=True, help="Another word that means them; may be repeated."
)
@click.option(
    "--to",
    "path",
    metavar="PATH",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it as a document, such as for-amina.html or for-amina.md.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def show(file: Path, person: str, also: tuple[str, ...], path: Path | None, as_json: bool) -> None:
    """Show everything that a programme holds about one person.

    WHO is an identifier, a name or part of it, or an e-mail address.
    """
    from workshopcore import files
    from workshopcore.model.privacy import held_about

    programme = files.load(file)
    one = chosen_person(programme, person)
    if path is not None:
        _write(programme, one, also, path)
        Terminal().say(f"Written: {path}")
        return
    held = held_about(programme, one.id, also=also)
    if as_json:
        listed = [{"path": h.path, "what": h.what, "value": h.value, "kind": h.kind} for h in held]
        print_json({"person": one.id, "held": listed})
    else:
        Terminal().table(
            ("where", "what", "what it says"), [(h.path, h.what, h.value) for h in held]
        )


def _write(programme: Programme, person: Person, also: Iterable[str], path: Path) -> None:
    """Write the report in the format that the path's ending names.

    Raises:
        Refusal: no renderer has this ending, or there is such a file already.
    """
    from workshopcore.toolkit import Toolkit

    toolkit = Toolkit()
    renderers = {kind.suffix: key for key, kind in sorted(toolkit.renderers.items(), reverse=True)}
    if path.suffix not in renderers:
        raise Refusal(f"{path}: expected a name that ends in {', '.join(sorted(renderers))}")
    options = {"also": list(also)}
    report = toolkit.report(programme, "personal-data", person=person.id, options=options)
    data = toolkit.render(report, renderers[path.suffix])
    try:
        with path.open("xb") as out:
            out.write(data)
    except FileExistsError:
        raise Refusal(f"{path} is there already: name another file") from None
