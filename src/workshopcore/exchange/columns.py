"""The columns of an action list: what we call them, and what other people call them."""

from __future__ import annotations

from attrs import frozen

__all__ = ["AS_SENT", "COLUMNS", "READ_ONLY", "Column"]

AS_SENT = " (as sent)"
"""What follows a heading where its column holds what was sent out, for comparing."""


@frozen
class Column:
    """A column.

    Attributes:
        field: what it holds, by the name that it has in an ``ActionState``; ``id`` for the
            identifier.
        heading: what we write above it.
        edited: owners are expected to change it; the others are theirs to read.
        aliases: what other people write above it.
    """

    field: str
    heading: str
    edited: bool = False
    aliases: tuple[str, ...] = ()


COLUMNS = (
    Column("id", "Id", aliases=("Action id", "Identifier")),
    Column(
        "statement",
        "Action",
        aliases=("Statement", "Task", "Task name", "Action item", "What", "Title", "Summary"),
    ),
    Column(
        "owner",
        "Owner",
        aliases=("Who", "Assigned to", "Assignee", "Responsible", "Action owner", "Lead"),
    ),
    Column("objective", "Objective", aliases=("Aim",)),
    Column("first_due", "First due", aliases=("Original due", "Original due date")),
    Column(
        "due",
        "Due",
        edited=True,
        aliases=("Due date", "Current due", "Due by", "Deadline", "When", "By when"),
    ),
    Column("status", "Status", edited=True, aliases=("State",)),
    Column(
        "progress",
        "Progress",
        edited=True,
        aliases=("% complete", "Per cent complete", "Percent complete", "% done", "%"),
    ),
    Column(
        "note",
        "Note",
        edited=True,
        aliases=("Notes", "News", "Latest news", "Comment", "Comments", "Update"),
    ),
)
"""The columns of a list that we write, in order."""

READ_ONLY = (
    Column("on", "Updated", aliases=("Last updated", "Date of news")),
    Column("known_as", "Known as"),
    Column("outcome", "Outcome"),
)
"""Columns of other people's lists that ours have no use for.

``on`` is the day of the news, ``known_as`` what the other tool calls the action, and
``outcome`` says how it was closed, where the status only says that it was.
"""
