"""`workshopcore evaluate`: answers in, and out only what may be shown."""

from __future__ import annotations

import click

from workshopcore.cli.evaluate.audit import audit
from workshopcore.cli.evaluate.change import change
from workshopcore.cli.evaluate.import_answers import import_answers
from workshopcore.cli.evaluate.ledger import ledger
from workshopcore.cli.evaluate.pair import pair
from workshopcore.cli.evaluate.quotes import quotes
from workshopcore.cli.evaluate.summary import summary
from workshopcore.cli.evaluate.survey import survey
from workshopcore.cli.evaluate.tokens import tokens
from workshopcore.cli.program import Program

__all__ = ["evaluate"]


@click.group(
    cls=Program,
    epilog="""\b
Examples:
  workshopcore evaluate summary programme.toml
  workshopcore evaluate survey export.csv
  workshopcore evaluate import --help""",
)
def evaluate() -> None:
    """Evaluate: take answers in, and say what may be shown of them."""


for _command in (
    audit,
    change,
    import_answers,
    ledger,
    pair,
    quotes,
    summary,
    survey,
    tokens,
):
    evaluate.add_command(_command)
