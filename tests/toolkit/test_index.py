"""The index as a report: each document once, in its place, with all its files."""

import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from justhtml import JustHTML

import workshopcore as wc
from workshopcore.contracts.publication import Skipped
from workshopcore.contracts.report import Bullets, Section
from workshopcore.language import speaking
from workshopcore.testing.documents import HOSTILE
from workshopcore.testing.strategies import programmes
from workshopcore.toolkit import Toolkit
from workshopcore.toolkit.entries import STAGES, Entry
from workshopcore.toolkit.index import index

DAY = date(2027, 6, 30)
FILES = (("Web page", "public/poster.html"), ("Text", "public/poster.txt"), ("Raw", "x.raw"))
TOOLKIT = Toolkit(discover=False)


def words(item):
    return item if isinstance(item, str) else "".join(run.text for run in item)


def outline(blocks):
    """Return headings with what stands under them."""
    found = {}
    for block in blocks:
        if isinstance(block, Section):
            found[block.title] = outline(block.blocks)
        elif isinstance(block, Bullets):
            return [words(item) for item in block.items]
    return found


@pytest.fixture
def year():
    times = {"start": "2027-03-09T14:00", "end": "2027-03-10T12:00"}
    return wc.Programme(
        title="A year",
        # Called like a workshop, which is a thing of another kind.
        people=[wc.Person("Noor Aziz", id="now")],
        workshops=[
            wc.Workshop("Where to?", id="to", **times),
            wc.Workshop("Now?", id="now", start="2027-01-19T09:30", end="2027-01-19T16:30"),
        ],
    )


def test_document_is_named_with_everything_it_can_be_read_as(year):
    page = index(year, [Entry("Poster", "public", FILES, when="as of 1 May 2027")], [], DAY)
    [section] = page.blocks[1:]
    [item] = section.blocks[0].blocks[0].items
    assert words(item) == "Poster, as of 1 May 2027 (Text, Raw)"
    assert [run.href for run in item if run.href] == [
        "./public/poster.html",
        "./public/poster.txt",
        "./x.raw",
    ]


@pytest.mark.parametrize(("number", "said"), [(0, "0 documents"), (1, "1 document")])
def test_lead_says_how_many_there_are(year, number, said):
    page = index(year, [Entry("Poster", "public", FILES)] * number, [], DAY)
    assert page.blocks[0].text == f"{said}. Each folder is for one audience."


def test_documents_stand_by_stage_by_workshop_and_by_audience(year):
    one = FILES[:1]
    entries = [
        Entry("Poster", "public", one),
        Entry("Study", "public", one, "close"),
        Entry("Sheet 2", "facilitators", one, "workshops", "to"),
        Entry("Agenda 1", "participants", one, "workshops", "now"),
        Entry("Sheet 1", "facilitators", one, "workshops", "now"),
        Entry("Second 1", "facilitators", one, "workshops", "now"),
        Entry("Plan", "participants", one, "between"),
        Entry("Overview", "participants", one, "before"),
    ]
    skipped = [
        Skipped("reminders", (("person", "amina"),), "nothing of hers is open"),
        Skipped("progress", (("workshop", "to"),), "it broke", failed=True),
        Skipped("reminders", (("person", "now"),), "nothing of theirs is open"),
        Skipped("workshop-record", (("workshop", "now"),), "it is not over"),
        Skipped("proposal", (), "there is nothing left to propose"),
    ]
    page = index(year, entries, skipped, DAY, {"reminders": "Reminder of actions"})
    assert outline(page.blocks) == {
        "Before the first workshop": {"For participants": ["Overview"]},
        "At the workshops": {
            "1. Now? – 19 January 2027": {
                "For facilitators only": ["Sheet 1", "Second 1"],
                "For participants": ["Agenda 1"],
            },
            "2. Where to? – 9–10 March 2027": {"For facilitators only": ["Sheet 2"]},
        },
        "Between the workshops": {"For participants": ["Plan"]},
        "At the close": {"For everybody": ["Study"]},
        "Other": {"For everybody": ["Poster"]},
        "Not made": [
            "progress (to): it broke",
            "Reminder of actions: nothing to say on this day for amina and Noor Aziz",
            "workshop-record: nothing to say on this day for Now?",
            "proposal: nothing to say on this day",
        ],
    }


def test_details_follow_the_order_of_the_page(year):
    entries = [
        Entry("Poster", "public", FILES, "other", "to", words=["poster"]),
        Entry("Sheet", "facilitators", FILES, "workshops", "now", words=["sheet"]),
    ]
    details = index(year, entries, [], DAY).details
    assert [dict(one) for one in details["documents"]] == [
        {"audience": "facilitators", "workshop": "now", "words": ("sheet",)},
        {"audience": "public", "workshop": "to", "words": ("poster",)},
    ]
    assert details["audiences"] == (
        ("facilitators", "For facilitators only"),
        ("public", "For everybody"),
    )
    assert details["workshops"] == (("now", "1. Now?"), ("to", "2. Where to?"))


@given(st.permutations([(stage, n) for stage in STAGES for n in range(2)]))
def test_each_document_is_listed_once_whatever_their_order(order):
    entries = [Entry(f"{stage} {n}", "public", FILES[:1], stage) for stage, n in order]
    entries = [one for one in entries if one.stage != "workshops"]
    page = index(wc.Programme(title="A year"), entries, [], DAY)
    found = outline(page.blocks)
    listed = [title for stage in found.values() for titles in stage.values() for title in titles]
    assert sorted(listed) == sorted(one.title for one in entries)


def harmless(data, count):
    """Assert that nothing but our own script runs, and return what the script is given."""
    page = JustHTML(data, sanitize=False)
    given, script = page.query("script")
    assert given.attrs["type"] == "application/json"
    assert set(script.attrs or {}) == set()
    assert [name for node in page.query("*") for name in node.attrs or {} if name[:2] == "on"] == []
    assert len(page.query("main li a")) == count
    return json.loads(re.search(rb'id="_documents">([^<]*)</script>', data)[1])


@given(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=20), min_size=1, max_size=5))
def test_titles_and_words_of_any_kind_are_harmless(titles):
    workshop = wc.Workshop("</script><b>", id="x", start="2027-01-19T09", end="2027-01-19T16")
    year = wc.Programme(title="<!--<script>", workshops=[workshop])
    entries = [
        Entry(title, "public", FILES[:1], "workshops", "x", title, [title]) for title in titles
    ]
    data = TOOLKIT.render(
        index(year, entries, [Skipped("a", (), "</li><script>", True)], DAY), "html"
    )
    found = harmless(data, len(titles))
    assert found["documents"] == [["public", "x"]] * len(titles)


@given(programmes())
def test_index_of_any_programme_is_harmless_and_complete(tmp_path_factory, programme):
    publication = TOOLKIT.publish(programme, tmp_path_factory.mktemp("any"), as_of=DAY)
    data = publication.paths[0].read_bytes()
    if publication.releases:
        found = harmless(data, len(publication.releases))
        assert len(found["documents"]) == len(publication.releases)


def test_index_is_in_the_language_that_is_spoken(year, tmp_path):
    (tmp_path / "xd.po").write_text(
        """
msgid ""
msgstr ""
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "For everybody"
msgstr "Für alle"

msgctxt "stage of a programme"
msgid "Other"
msgstr "Sonstiges"

msgid "Text"
msgstr "Reiner Text"

msgid "{count} document. Each folder is for one audience."
msgid_plural "{count} documents. Each folder is for one audience."
msgstr[0] "{count} Dokument."
msgstr[1] "{count} Dokumente."

msgid "All documents"
msgstr "Alles"
""",
        encoding="utf-8",
    )
    with speaking("xd", folders=[tmp_path]):
        page = index(year, [Entry("Poster", "public", FILES)], [], DAY)
    assert (page.subtitle, page.blocks[0].text) == ("Alles", "1 Dokument.")
    assert outline(page.blocks[1:]) == {"Sonstiges": {"Für alle": ["Poster (Reiner Text, Raw)"]}}
    assert page.details["audiences"] == (("public", "Für alle"),)
