"""Writes a page for every built-in check, and their list, from the data of the rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path
from typing import get_args

from workshopcore.checks.texts import Example, RuleText, rule_texts
from workshopcore.contracts.checks import Threshold
from workshopcore.model.finding import Severity

__all__ = ["pages", "write_pages"]

INTRODUCTION = """\
# Checks

`workshopcore check` reads a programme and says what is wrong or unwise in it. Each check has a
code that stays, a severity that a house or a programme can change, thresholds that they can set,
and a page that says why anybody should care. [House rules](../how-to/house-rules.md) shows how to
set, silence and add them. Codes that begin with `WC0` are faults in a file, found while it is read.
"""
SETTING = """\
## Setting and silencing

In the programme, or in the policy of the house:

```toml
[policy.{code}]
{settings}
```

Where this programme has a reason to do otherwise:

```toml
[[silenced]]
code = "{code}"
reason = "Why it does not apply here"
{place}```
"""


def write_pages(folder: Path) -> None:
    """Write the pages into a folder; one that is up to date is not touched."""
    written = pages()
    for stale in set(folder.glob("WC*.md")) - {folder / name for name in written}:
        stale.unlink()
    for name, text in written.items():
        page = folder / name
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8")


def pages() -> dict[str, str]:
    """Return the text of every page by its file name."""
    found = {f"{text.code}.md": _page(text) for text in rule_texts().values()}
    return {"index.md": _index(), **found}


def _index() -> str:
    parts = [INTRODUCTION]
    for family, rules in groupby(rule_texts().values(), key=lambda text: text.family):
        listed = list(rules)
        rows = [f"| [{r.code}]({r.code}.md) | {r.title} | {r.severity} |" for r in listed]
        codes = "\n".join(text.code for text in listed)
        parts.append(
            f"## {family}\n\n| Code | Finds | Severity |\n|---|---|---|\n"
            + "\n".join(rows)
            + f"\n\n```{{toctree}}\n:hidden:\n\n{codes}\n```\n"
        )
    return "\n".join(parts)


def _page(text: RuleText) -> str:
    return "\n".join(_parts(text))


def _parts(text: RuleText) -> Iterator[str]:
    yield f"# {text.code}: {text.title}\n"
    yield f"{text.family} · **{text.severity}**\n"
    yield f"{text.why}\n"
    yield f"**What to do.** {text.hint}.\n"
    if text.thresholds:
        yield "## Thresholds\n"
        yield _table(text.thresholds)
    if text.example is not None:
        yield from _examples(text.code, text.example)
    yield _setting(text)


def _table(thresholds: tuple[Threshold, ...]) -> str:
    rows = [
        f"| `{each.name}` | {_sentence(each.meaning)} | {_default(each)} | {_source(each.source)} |"
        for each in thresholds
    ]
    return "| Name | Meaning | Default | Where it comes from |\n|---|---|---|---|\n" + (
        "\n".join(rows) + "\n"
    )


def _default(threshold: Threshold) -> str:
    if isinstance(threshold.default, list):
        return ", ".join(f"`{item}`" for item in threshold.default) or "none"
    if isinstance(threshold.default, time):
        return f"`{threshold.default:%H:%M}`"
    return f"`{threshold.default}`" + (f" ({threshold.unit})" if threshold.unit else "")


def _source(source: str) -> str:
    return _sentence(source.replace("[M] ", ""))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _examples(code: str, example: Example) -> Iterator[str]:
    bad, good = example.bad.strip().splitlines(), example.good.strip().splitlines()
    yield "## An example\n"
    yield f"This programme has the finding {code} at `{example.path}`:\n"
    yield _toml_block(bad, good)
    yield "This one has not:\n"
    yield _toml_block(good, bad)


def _toml_block(lines: list[str], others: list[str]) -> str:
    """Return lines as a code block that emphasises those which the others do not have."""
    different = [
        number
        for tag, start, end, *_ in SequenceMatcher(None, lines, others, False).get_opcodes()
        if tag != "equal"
        for number in range(start + 1, end + 1)
    ]
    marks = ",".join(map(str, different))
    options = [f":emphasize-lines: {marks}"] if marks else []
    return "\n".join(["```{code-block} toml", *options, "", *lines, "```\n"])


def _setting(text: RuleText) -> str:
    settings = [f"{each.name} = {_toml(each.default)}" for each in text.thresholds]
    others = [f'"{each}"' for each in (*get_args(Severity), "off") if each != text.severity]
    settings.append(f"severity = {others[0]} # or {' or '.join(others[1:])}")
    where = f'path = "{text.example.path}" # leave it out for everywhere\n' if text.example else ""
    return SETTING.format(code=text.code, settings="\n".join(settings), place=where)


def _toml(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, time):
        return f"{value:%H:%M:%S}"
    return f'"{value}"' if isinstance(value, str) else str(value)
