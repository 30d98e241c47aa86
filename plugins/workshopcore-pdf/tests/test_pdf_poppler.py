"""An independent reader, Poppler, opens what comes out."""

import pytest

from workshopcore.testing.conformance.places import everywhere
from workshopcore.testing.documents import HOSTILE, sample_report

pytestmark = pytest.mark.poppler

# Poppler before 23.01 reports every tagged document for a key that it read wrongly.
KNOWN = "Suspects object is wrong type (boolean)"


def complaints(said):
    return [line for line in said.splitlines() if KNOWN not in line]


def test_poppler_sees_a_tagged_document(poppler, render):
    told, said = poppler("pdfinfo", render(sample_report()))

    facts = dict(line.split(":", 1) for line in told.splitlines())
    wanted = ("Title", "Tagged", "JavaScript", "Encrypted", "Form")
    assert [facts[name].strip() for name in wanted] == ["A sample", "yes", "no", "no", "none"]
    assert complaints(said) == []


def test_poppler_reads_the_structure(poppler, render):
    told, _ = poppler("pdfinfo", render(sample_report()), "-struct")

    kinds = [line.strip().partition(" ")[0] for line in told.splitlines()]
    assert [kind for kind in kinds if kind in ("H1", "H2", "H3", "H4")] == [
        *("H1", "H2", "H3", "H4", "H2")
    ]


@pytest.mark.parametrize("text", [*HOSTILE, "\u202e\u0301\uffff", "é" * 10_000])
def test_poppler_opens_hostile_text_without_a_complaint(poppler, render, text):
    told, said = poppler("pdftotext", render(everywhere(text)))

    assert told.strip()
    assert complaints(said) == []
