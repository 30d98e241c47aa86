"""What Tab offers while the action log is kept."""

import pytest
from click.shell_completion import ShellComplete

from workshopcore.cli.command_line import command_line
from workshopcore.cli.completion import VARIABLE

FILE = "programme.toml"


@pytest.fixture
def completed(log):
    """Return what completes the last word of a line."""

    def completed(*words):
        *arguments, incomplete = words
        shell = ShellComplete(command_line(), {}, "workshopcore", VARIABLE)
        items = shell.get_completions(["actions", *arguments], incomplete)
        return [item.value for item in items]

    return completed


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("re",), ["remind", "review"]),
        (("update", FILE, "dr"), ["draft-page", "draft-letter"]),
        (("update", FILE, "book-hall", "--evidence", ""), ["page"]),
        (("update", FILE, "book-hall", "--superseded-by", "inv"), ["invite-partners"]),
        (("update", FILE, "book-hall", "--status", "ver"), ["verified"]),
        (("list", FILE, "--owner", "a"), ["amina-yusuf"]),
        (("list", FILE, "--objective", ""), ["vision", "pride"]),
        (("list", FILE, "--workshop", "where-n"), ["where-now"]),
        (("add", FILE, "--with", "t"), ["tomasz-zielak"]),
        (("review", FILE, "where-t"), ["where-to"]),
        (("review", FILE, "where-to", "--carry", "w"), ["write-guide"]),
        (("remind", FILE, "--owner", "rosa-d"), ["rosa-duarte"]),
    ],
)
def test_completion_knows_what_is_in_the_log(completed, words, expected):
    assert completed(*words) == expected


@pytest.mark.parametrize("words", [("export", FILE, "--format"), ("import", FILE, "x", "--format")])
def test_completion_knows_the_formats_of_actions(completed, install, words):
    install(
        "acme",
        """
from types import SimpleNamespace
from workshopcore import hookimpl

def things(**parts):
    return [
        SimpleNamespace(key=f"acme:{matter}", title="T", matter=matter, **parts)
        for matter in ("actions", "busy-time")
    ]

@hookimpl
def workshopcore_exporters():
    return things(suffix=".tab", write=0)

@hookimpl
def workshopcore_importers():
    return things(suffixes=(".tab",), read=0)
""",
    )

    assert completed(*words, "acme:") == ["acme:actions"]


def test_completion_of_an_action_tells_what_is_to_be_done(log):
    shell = ShellComplete(command_line(), {}, "workshopcore", VARIABLE)

    [item] = shell.get_completions(["actions", "update", FILE], "book")

    assert item.help == "Book the hall for March"
