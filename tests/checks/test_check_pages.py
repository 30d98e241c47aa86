"""Every rule has a page, made from its data."""

import importlib.util
import tomllib
from pathlib import Path

import pytest

from workshopcore.checks.texts import rule_texts

SOURCE = Path(__file__).parents[2] / "docs" / "checks" / "generate.py"
spec = importlib.util.spec_from_file_location("generate_check_pages", SOURCE)
generate = importlib.util.module_from_spec(spec)
spec.loader.exec_module(generate)
PAGES = generate.pages()


def test_every_rule_has_a_page_and_there_is_a_list():
    assert set(PAGES) == {"index.md", *(f"{code}.md" for code in rule_texts())}


@pytest.mark.parametrize("code", rule_texts())
def test_page_says_what_why_and_what_to_do(code):
    text, page = rule_texts()[code], PAGES[f"{code}.md"]
    assert page.startswith(f"# {code}: {text.title}\n")
    assert text.why in page
    assert f"**What to do.** {text.hint}." in page
    assert f"[{code}]({code}.md) | {text.title} | {text.severity}" in PAGES["index.md"]


def blocks(page: str) -> list[str]:
    return [part.split("```")[0] for part in page.split("```toml\n")[1:]]


def examples(page: str) -> list[list[str]]:
    """Return the lines of the two examples, and before them which of them are emphasised."""
    blocks = [part.split("\n```")[0] for part in page.split("```{code-block} toml\n")[1:]]
    return [block.split("\n") for block in blocks]


@pytest.mark.parametrize(
    "code", sorted(code for code, text in rule_texts().items() if text.example)
)
def test_page_shows_both_examples(code):
    example = rule_texts()[code].example
    shown = [block[block.index("") + 1 :] for block in examples(PAGES[f"{code}.md"])]
    assert shown == [example.bad.strip().split("\n"), example.good.strip().split("\n")]


def test_lines_that_make_the_difference_are_emphasised():
    bad, good = examples(PAGES["WC301.md"])
    assert bad[0] == ""
    assert good[0] == ":emphasize-lines: 10"
    assert good[2:][9] == "due = 2027-02-23"


@pytest.mark.parametrize("code", rule_texts())
def test_settings_on_a_page_are_the_defaults(code):
    settings = tomllib.loads(blocks(PAGES[f"{code}.md"])[-2])["policy"][code]
    severity = settings.pop("severity")
    assert severity in {"error", "warning", "note", "off"} - {rule_texts()[code].severity}
    assert settings == {each.name: each.default for each in rule_texts()[code].thresholds}


@pytest.mark.parametrize("code", rule_texts())
def test_silence_on_a_page_is_of_its_rule(code):
    (silence,) = tomllib.loads(blocks(PAGES[f"{code}.md"])[-1])["silenced"]
    assert silence["code"] == code


def test_pages_are_written_and_stale_ones_removed(tmp_path):
    (tmp_path / "WC999.md").write_text("gone")
    (tmp_path / "notes.md").write_text("kept")
    generate.write_pages(tmp_path)
    assert {page.name for page in tmp_path.iterdir()} == {*PAGES, "notes.md"}
    assert (tmp_path / "WC301.md").read_text(encoding="utf-8") == PAGES["WC301.md"]


def test_page_that_is_up_to_date_is_not_touched(tmp_path):
    generate.write_pages(tmp_path)
    page = tmp_path / "WC301.md"
    page.chmod(0o444)
    (tmp_path / "WC302.md").write_text("old")
    before = page.stat().st_mtime_ns
    generate.write_pages(tmp_path)
    assert page.stat().st_mtime_ns == before
    assert (tmp_path / "WC302.md").read_text(encoding="utf-8") == PAGES["WC302.md"]
