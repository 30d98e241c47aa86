"""What completes the commands of `workshopcore evaluate`."""

from click.shell_completion import ShellComplete

from workshopcore.cli.command_line import command_line
from workshopcore.cli.completion import VARIABLE


def completed(*words):
    """Return what completes the last word of a line."""
    *arguments, incomplete = words
    shell = ShellComplete(command_line(), {}, "workshopcore", VARIABLE)
    return [item.value for item in shell.get_completions(["evaluate", *arguments], incomplete)]


def test_waves_are_completed(year):
    assert completed("summary", str(year), "--wave", "") == ["baseline", "close"]
    assert completed("pair", str(year), "b") == ["baseline"]


def test_importers_of_answers_are_completed(year, monkeypatch):
    assert completed("import", str(year), "close", "x.xlsx", "--format", "") == []
    monkeypatch.setenv("WORKSHOPCORE_LOAD_PLUGINS", "office")
    assert completed("import", str(year), "close", "x.xlsx", "--format", "") == ["office:answers"]
