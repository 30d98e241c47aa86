"""A programme with a shortlist of two for a session, in a file with comments."""

import pytest

import workshopcore as wc

EXPERTS = """
# The two whom the sponsor named.

[[people]]
name = "Solveig Brandt"
role = "expert"

[[people]]
name = "Ali Rezai"
role = "expert"

[[experts]]
id = "duties"
expert = "solveig-brandt"
topic = "The new duties"
session = "where-to/two-years-from-now"
reason = "Has done it elsewhere" # and says what went wrong
host = "amina-yusuf"
arrives = [09:50:00, 10:30:00]
questions = [
  { text = "Where do we begin?", asked_by = "mei-tanaka" },
  { text = "What did it cost?" },
]
follow_ups = [
  { text = "Send the checklist", owner = "solveig-brandt", due = 2027-03-30 },
]

[[experts]]
id = "duties-2"
expert = "ali-rezai"
topic = "The new duties"
session = "where-to/two-years-from-now"
"""


@pytest.fixture
def file(programme):
    """The programme's file."""
    programme.write_text(programme.read_text(encoding="utf-8") + EXPERTS, encoding="utf-8")
    return programme


@pytest.fixture
def act(run, file):
    """Run one of the commands on that file."""

    def act(command, *arguments, **settings):
        return run("expert", command, "programme.toml", *arguments, **settings)

    return act


@pytest.fixture
def loaded(file):
    """Read what the file says by now."""
    return lambda: wc.load(file)


@pytest.fixture
def engagement(loaded):
    """Read what the file says of the first engagement by now."""
    return lambda: loaded().engagement("duties")
