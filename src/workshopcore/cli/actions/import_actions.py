"""`workshopcore actions import`: what people have changed in a list that went out to them."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import frozen
from click.exceptions import Exit

from workshopcore.cli.completion import importer_keys, person_ids
from workshopcore.cli.editing import edit
from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.terminal import print_json
from workshopcore.cli.waiting import waiting
from workshopcore.cli.words import as_of, chosen_person

if TYPE_CHECKING:
    from workshopcore.actions import Merge
    from workshopcore.model.programme import Programme
    from workshopcore.toolkit import Toolkit

__all__ = ["import_actions"]


@click.command(
    "import",
    cls=Command,
    epilog="""\b
From other tools:
  workshopcore actions import programme.toml board.csv --preset jira
  workshopcore actions import programme.toml ours.csv --mapping mapping.toml

\b
Examples:
  workshopcore actions import programme.toml actions.csv --as-of 2027-02-23 --dry-run
  workshopcore actions import programme.toml actions.csv --as-of 2027-02-23 --by Amina

\b
Exit code: 0 all is taken in, 1 there are conflicts or problems (the rest is
taken in), 2 nothing could be done.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--format",
    "key",
    metavar="KEY",
    shell_complete=importer_keys,
    help="How it is written.  [default: by the ending of PATH]",
)
@click.option("--preset", metavar="KEY", help="The tool that wrote a table: planner or jira.")
@click.option(
    "--mapping",
    metavar="MAPPING.toml",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Which columns, words and dates are which.",
)
@as_of
@click.option("--by", metavar="WHO", shell_complete=person_ids, help="Who brings the news.")
@click.option("--dry-run", is_flag=True, help="Show what would change; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def import_actions(file: Path, path: Path, dry_run: bool, as_json: bool, **asked: Any) -> None:
    """Take in what people changed in a list of actions.

    What nobody else has changed since is taken in, what somebody has is a conflict: ours stays,
    and both are shown. The same file again brings nothing new.
    """
    from workshopcore.cli.actions import import_data, import_text

    merged, key = _merged(file, path, dry_run, **asked)
    saved = not dry_run and bool(merged.changes)
    if as_json:
        print_json(import_data.to_json(merged, path, key, saved))
    else:
        import_text.show(merged, path, file, saved)
    _exit(merged)


@frozen
class Reading:
    """How a file is read."""

    toolkit: Toolkit
    key: str
    data: bytes
    options: dict[str, Any]
    on: date
    by: str | None

    def merged(self, programme: Programme) -> Merge:
        """Return what comes of taking it in; nothing is written."""
        by = "" if self.by is None else chosen_person(programme, self.by).id
        with waiting("Reading") as advance:
            return self.toolkit.import_actions(
                programme,
                self.data,
                self.key,
                as_of=self.on,
                by=by,
                options=self.options,
                progress=lambda done, total: advance(done, total, "rows"),
            )


def _merged(
    file: Path,
    path: Path,
    dry_run: bool,
    *,
    key: str | None,
    preset: str | None,
    mapping: Path | None,
    as_of: date | None,
    by: str | None,
) -> tuple[Merge, str]:
    """Return what came of taking a file in, and the importer that read it."""
    from workshopcore import files
    from workshopcore.cli.kinds import importer_for
    from workshopcore.toolkit import Toolkit

    toolkit = Toolkit()
    importer = importer_for(toolkit, path, key)
    options = _options(preset, mapping)
    reading = Reading(toolkit, importer.key, path.read_bytes(), options, as_of or date.today(), by)
    if dry_run:
        return reading.merged(files.load(file)), importer.key
    # If somebody else writes the file in between, it is taken in once more.
    found: list[Merge] = []

    def change(programme: Programme) -> Programme:
        found.append(reading.merged(programme))
        return found[-1].programme

    edit(file, change)
    return found[-1], importer.key


def _options(preset: str | None, mapping: Path | None) -> dict[str, Any]:
    """Return the importer's options: those of a file, and the preset.

    Raises:
        Refusal: the file is not TOML.
    """
    found: dict[str, Any] = {}
    if mapping is not None:
        try:
            found = tomllib.loads(mapping.read_bytes().decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise Refusal(f"{mapping}: expected UTF-8 text, found other bytes") from error
        except (ValueError, RecursionError) as error:
            raise Refusal(f"{mapping}: expected TOML. {error}") from error
    return {**found, **({"preset": preset} if preset else {})}


def _exit(merged: Merge) -> None:
    """End with the exit code that says how it went."""
    if not (merged.problems or merged.conflicts):
        return
    used = merged.changes or merged.conflicts or merged.unchanged
    raise Exit(1 if used else 2)
