"""How long the example's whole pack takes: every report in five formats, cold and after a change.

There is no peer that makes such a pack. What is printed is measured against what a person waits
for: thirty seconds for everything, five for what one changed action touches, on two processors.
"""

import runpy
import time
from pathlib import Path

import attrs
import pytest

import workshopcore as wc
import workshopcore_office
import workshopcore_pdf

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "adult-social-care"
FORMATS = ("html", "pdf:document", "office:docx", "office:xlsx", "office:pptx")
DAY = "2027-12-17"


@pytest.mark.deep
def test_whole_pack_cold_and_after_one_action_changed(benchmark, tmp_path):
    programme = wc.load(EXAMPLE / "programme.toml")
    answers = runpy.run_path(str(EXAMPLE / "demo.py"))["answers_of"](programme)
    first, *others = programme.actions
    reworded = attrs.evolve(first, statement=f"{first.statement}, in plain words")
    changed = attrs.evolve(programme, actions=[reworded, *others])
    seconds = {}

    def publish(told, what):
        toolkit = wc.Toolkit(discover=False, plugins=[workshopcore_office, workshopcore_pdf])
        began = time.perf_counter()
        publication = toolkit.publish(
            told,
            tmp_path,
            as_of=DAY,
            reports=list(toolkit.reports),
            renderers=FORMATS,
            answers=answers,
            key=b"k" * 32,
            workers=2,
        )
        seconds[what] = time.perf_counter() - began
        return publication

    cold = benchmark.pedantic(publish, (programme, "cold"), rounds=1)
    again = publish(programme, "unchanged")
    after = publish(changed, "one action changed")
    assert again.changed == ()
    assert 0 < len(after.changed) < len(cold.changed)
    print(f"\n{len(cold.releases)} documents, {len(cold.paths)} files in {len(FORMATS)} formats")
    for what, took in seconds.items():
        print(f"{what}: {took:.1f} s")
    print(f"files written after one action changed: {len(after.changed)}")
