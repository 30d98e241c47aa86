"""`workshopcore completion`: a shell that knows the commands, the keys and the workshops."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    split_arg_string,
)

from workshopcore.cli.program import Command
from workshopcore.cli.terminal import plain

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme
    from workshopcore.toolkit import Toolkit

__all__ = [
    "VARIABLE",
    "action_ids",
    "answer",
    "answer_keys",
    "busy_time_keys",
    "completion",
    "engagement_ids",
    "evidence_ids",
    "exporter_keys",
    "form_keys",
    "format_keys",
    "gain_ids",
    "importer_keys",
    "instrument_ids",
    "instrument_keys",
    "language_tags",
    "objective_ids",
    "person_ids",
    "renderer_keys",
    "report_keys",
    "style_keys",
    "wave_ids",
    "workshop_ids",
]

VARIABLE = "_WORKSHOPCORE_COMPLETE"
"""The environment variable in which a shell asks what may come next."""

_NAME = "workshopcore"
_BASH = """\
%(complete_func)s() {
    local IFS=$'\\n' answer one
    answer=$(env COMP_LINE="${COMP_LINE:0:$COMP_POINT}" COMP_WORDBREAKS="$COMP_WORDBREAKS" \\
        %(complete_var)s=bash_complete "$1")
    COMPREPLY=()
    for one in $answer; do
        case "${one%%%%,*}" in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            plain) COMPREPLY+=("${one#*,}") ;;
        esac
    done
}

complete -o nosort -F %(complete_func)s %(prog_name)s
"""

Asked: TypeAlias = Callable[[click.Context, click.Parameter, str], list[CompletionItem[str]]]


class _Bash(BashComplete):
    """Takes the line as it was typed: bash parts words at colons, and keys of plugins have one."""

    source_template = _BASH

    def get_completion_args(self) -> tuple[list[str], str]:
        line = os.environ["COMP_LINE"]
        words = split_arg_string(line)
        incomplete = "" if line[-1:].isspace() else words.pop()
        return words[1:], incomplete

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """Leave out what bash holds for an earlier word, up to the last colon."""
        _, incomplete = self.get_completion_args()
        before, colon, _ = incomplete.rpartition("=")[2].rpartition(":")
        parted = ":" in os.environ.get("COMP_WORDBREAKS", ":")
        value = str(item.value).removeprefix(before + colon if parted else "")
        return f"{item.type},{value}"


_SHELLS: dict[str, type[ShellComplete]] = {
    "bash": _Bash,
    "fish": FishComplete,
    "zsh": ZshComplete,
}


@click.command(
    "completion",
    cls=Command,
    epilog="""\b
Examples:
  workshopcore completion bash
  workshopcore completion zsh
  workshopcore completion fish

\b
Put the script where your shell looks for it, then open a new one:
  bash  ~/.local/share/bash-completion/completions/workshopcore
  zsh   _workshopcore, in a folder of $fpath
  fish  ~/.config/fish/completions/workshopcore.fish""",
)
@click.argument("shell", type=click.Choice(sorted(_SHELLS)))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that completes what you type.

    Commands, options and file names, and what is to be known of this environment and of the
    programme file on the line: formats, reports, renderers, styles, workshops, people and
    actions.
    """
    click.echo(_completer(context.find_root().command, shell).source(), nl=False)


def answer(cli: click.Command, asked: str) -> int:
    """Tell a shell what may come next, and return the exit code.

    Whoever presses Tab is in the middle of a line, so what goes wrong, or what a plugin has to
    say while it is imported, is not told.

    Args:
        cli: the command line.
        asked: what the shell put into ``VARIABLE``, such as ``bash_complete``.
    """
    shell, _, what = asked.partition("_")
    if shell not in _SHELLS or what not in ("source", "complete"):
        return 1
    completer = _completer(cli, shell)
    try:
        with _unheard():
            told = completer.source() if what == "source" else completer.complete()
    except Exception:  # noqa: BLE001  (a plugin's command may raise anything)
        return 1
    click.echo(told.encode("utf-8", "replace"))
    return 0


def _completer(cli: click.Command, shell: str) -> ShellComplete:
    return _SHELLS[shell](cli, {}, _NAME, VARIABLE)


@contextmanager
def _unheard() -> Iterator[None]:
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        yield


def _keys(things: Callable[[Toolkit], Mapping[str, Any]]) -> Asked:
    """Return a callback that completes keys, each explained by its title."""

    def complete(
        context: click.Context, _parameter: click.Parameter, incomplete: str
    ) -> list[CompletionItem[str]]:
        from workshopcore.toolkit import Toolkit

        toolkit = Toolkit(report_folders=context.params.get("report_folders") or ())
        titles = {key: thing.title for key, thing in things(toolkit).items()}
        return _items(titles.items(), incomplete)

    return complete


format_keys = _keys(lambda toolkit: toolkit.formats)
"""Completes the key of a session format."""

report_keys = _keys(lambda toolkit: toolkit.reports)
"""Completes the key of a report."""

instrument_keys = _keys(lambda toolkit: toolkit.instruments)
"""Completes the key of an instrument of the bank."""

renderer_keys = _keys(lambda toolkit: toolkit.renderers)
"""Completes the key of a renderer."""

style_keys = _keys(lambda toolkit: toolkit.styles)
"""Completes the key of a house style."""


def language_tags(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Complete the language of documents: those that there are translations into."""
    from workshopcore.language import ENGLISH, languages
    from workshopcore.toolkit import Toolkit

    tags = (ENGLISH, *languages(Toolkit().translations))
    return _items(((tag, "") for tag in tags), incomplete)


importer_keys = _keys(lambda toolkit: _about(toolkit.importers, "actions"))
"""Completes the key of a format in which actions come in."""

exporter_keys = _keys(lambda toolkit: _about(toolkit.exporters, "actions"))
"""Completes the key of a format in which actions go out."""

form_keys = _keys(lambda toolkit: _about(toolkit.exporters, "forms"))
"""Completes the key of a format in which forms go out."""

answer_keys = _keys(lambda toolkit: _about(toolkit.importers, "answers"))
"""Completes the key of a format in which answers come in."""

busy_time_keys = _keys(lambda toolkit: _about(toolkit.importers, "busy-time"))
"""Completes the key of a format that says when people can come."""


def _about(things: Mapping[str, Any], matter: str) -> dict[str, Any]:
    return {key: thing for key, thing in things.items() if thing.matter == matter}


def _identifiers(things: Callable[[Programme], Iterable[tuple[str, str]]]) -> Asked:
    """Return a callback that completes identifiers in the programme file on the line."""

    def complete(
        context: click.Context, _parameter: click.Parameter, incomplete: str
    ) -> list[CompletionItem[str]]:
        programme = _programme(context)
        return [] if programme is None else _items(things(programme), incomplete)

    return complete


workshop_ids = _identifiers(
    lambda programme: (
        (workshop.id, f"{workshop.start:%Y-%m-%d} {workshop.title}")
        for workshop in programme.in_order
    )
)
"""Completes the identifier of a workshop."""

action_ids = _identifiers(
    lambda programme: ((action.id, action.statement) for action in programme.actions)
)
"""Completes the identifier of an action."""

person_ids = _identifiers(lambda programme: ((one.id, one.name) for one in programme.people))
"""Completes the identifier of a person."""

objective_ids = _identifiers(
    lambda programme: ((objective.id, objective.statement) for objective in programme.objectives)
)
"""Completes the identifier of an objective."""

gain_ids = _identifiers(lambda programme: ((one.id, one.statement) for one in programme.gains))
"""Offers the identifiers of gains, each with what is gained."""

engagement_ids = _identifiers(
    lambda programme: (
        (one.id, f"{programme.person(one.expert).name}: {one.topic}") for one in programme.experts
    )
)
"""Completes the identifier of an expert's engagement."""

instrument_ids = _identifiers(
    lambda programme: ((one.id, one.title) for one in programme.instruments)
)
"""Completes the identifier of an instrument of the programme."""

wave_ids = _identifiers(lambda programme: ((one.id, one.title) for one in programme.waves))
"""Completes the identifier of a round of asking."""

evidence_ids = _identifiers(lambda programme: ((one.id, one.title) for one in programme.evidence))
"""Completes the identifier of a piece of evidence."""


def _programme(context: click.Context) -> Programme | None:
    """Return what can be read of the file that the line names, ``None`` if it names none."""
    from workshopcore.files import read

    # While an option has no value yet, click leaves the words of the line among the arguments.
    named = [context.params.get("file"), *context.args]
    paths = [Path(word).expanduser() for word in named if word]
    file = next((path for path in paths if path.is_file()), None)
    return read(file).programme if file else None


def _items(titles: Iterable[tuple[str, str]], incomplete: str) -> list[CompletionItem[str]]:
    return [
        CompletionItem(key, help=plain(str(title)))
        for key, title in titles
        if key.startswith(incomplete)
    ]
