"""`workshopcore expert`: the external expert, from the shortlist to the last invoice."""

from __future__ import annotations

import click

from workshopcore.cli.expert.follow_ups import follow_ups
from workshopcore.cli.expert.list_engagements import list_engagements
from workshopcore.cli.expert.questions import questions
from workshopcore.cli.expert.slot import slot
from workshopcore.cli.expert.update import update
from workshopcore.cli.program import Program

__all__ = ["expert"]


@click.group(
    cls=Program,
    epilog="""\b
Examples:
  workshopcore expert list programme.toml
  workshopcore expert update programme.toml duties --state approached --on 2027-01-20
  workshopcore expert questions programme.toml duties --from questions.csv
  workshopcore expert update --help

\b
Papers come from `workshopcore publish`: the slip for questions (expert-questions),
the brief (expert-brief) and the letter of thanks (expert-thanks).""",
)
def expert() -> None:
    """Bring in an external expert, from the shortlist to the thanks."""


for _command in (follow_ups, list_engagements, questions, slot, update):
    expert.add_command(_command)
