"""`workshopcore reports`: the documents that can be made, and the ways to write them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workshopcore.cli.program import Command
from workshopcore.cli.report_folders import report_folders
from workshopcore.cli.terminal import Terminal, print_json

if TYPE_CHECKING:
    from workshopcore.contracts.reports import Renderer, ReportType, Style

__all__ = ["reports"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore reports
  workshopcore reports --json
  workshopcore reports --report-folder reports""",
)
@report_folders
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def reports(report_folders: tuple[Path, ...], as_json: bool) -> None:
    """List reports, the formats they come in, and styles."""
    from workshopcore.toolkit import Toolkit

    toolkit = Toolkit(report_folders=report_folders)
    kinds = [kind for _, kind in sorted(toolkit.reports.items())]
    renderers = [renderer for _, renderer in sorted(toolkit.renderers.items())]
    styles = [style for _, style in sorted(toolkit.styles.items())]
    if as_json:
        print_json(_to_json(kinds, renderers, styles))
        return
    terminal = Terminal()
    about = [(kind.key, kind.title, kind.audience, _about(kind)) for kind in kinds]
    terminal.table(("report", "title", "for", "about"), about)
    terminal.say()
    terminal.table(("format", "title", "file"), [(r.key, r.title, r.suffix) for r in renderers])
    terminal.say()
    terminal.table(("style", "title"), [(style.key, style.title) for style in styles])


def _about(kind: ReportType) -> str:
    words = {"as_of": "a day", "workshop": "a workshop", "engagement": "an expert"}
    return ", ".join(words.get(need, f"a {need}") for need in sorted(kind.needs)) or "the programme"


def _to_json(
    kinds: Sequence[ReportType], renderers: Sequence[Renderer], styles: Sequence[Style]
) -> dict[str, Any]:
    return {
        "reports": [
            {
                "key": kind.key,
                "title": kind.title,
                "audience": kind.audience,
                "needs": sorted(kind.needs),
            }
            for kind in kinds
        ],
        "formats": [
            {"key": r.key, "title": r.title, "suffix": r.suffix, "media_type": r.media_type}
            for r in renderers
        ],
        "styles": [{"key": style.key, "title": style.title} for style in styles],
    }
