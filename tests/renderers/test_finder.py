"""Searching in an index: what the page carries for it, and that no other page carries anything."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import Bullets, Report, Run, Section
from workshopcore.renderers import HtmlRenderer, built_in_styles
from workshopcore.renderers.html.finder import finder

STYLES = built_in_styles()


def report(documents, key="index", audiences=(), workshops=()):
    items = [
        (Run(f"Paper {number}", href=f"./a/{number}.html"),) for number in range(len(documents))
    ]
    details = {"documents": documents, "audiences": audiences, "workshops": workshops}
    return Report(
        key, "A year", "facilitators", [Section("All", [Bullets(items)])], details=details
    )


def document(words=(), audience="public", workshop=""):
    return {"audience": audience, "workshop": workshop, "words": tuple(words)}


def page(*documents, **details):
    return HtmlRenderer().render(report(documents, **details), STYLES[0]).decode()


def test_report_of_another_kind_has_no_script():
    assert finder(report([document()], key="overview")) is None
    text = page(document(), key="overview")
    assert "<script" not in text
    assert "script-src" not in text


def test_index_of_nothing_has_no_script():
    assert finder(report([])) is None
    assert finder(Report("index", "A year", "facilitators", [])) is None


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.key)
def test_policy_allows_the_script_of_the_page_and_no_other(style):
    text = HtmlRenderer().render(report([document()]), style).decode()
    [script] = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    sources = re.findall(r"script-src ([^;]*)", policy)
    assert sources == [f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"]
    assert "default-src 'none'" in policy
    assert "connect-src" not in policy


def test_page_is_the_same_every_time():
    documents = [document(["plan", "agenda"]), document(["agenda"])]
    assert page(*documents) == page(*documents)


def test_choices_are_those_that_make_a_difference():
    one = [("public", "For everybody")]
    assert "_audience" not in page(document(), audiences=one).split("<script")[0]
    assert 'id="_audience"' in page(document(), audiences=[*one, ("sponsor", "For the sponsor")])
    assert 'id="_workshop"' not in page(document()).split("<script")[0]
    assert '<option value="now">1. Now?</option>' in page(
        document(), workshops=[("now", "1. Now?")]
    )


@pytest.mark.parametrize(("number", "said"), [(1, "1 document"), (2, "2 documents")])
def test_form_knows_how_many_documents_there_are(number, said):
    text = page(*[document()] * number)
    assert f'data-all="{said}" data-found="{{found}} of {said} found"' in text


def test_end_of_a_script_in_a_word_ends_nothing():
    text = page(
        document(["</script><script>alert(1)</script>", "<!--"]), workshops=[("x", "</option>")]
    )
    assert len(re.findall("<script", text)) == 2
    assert "alert(1)<" not in text
    assert "<!--" not in text
    assert '<option value="x">&lt;/option&gt;</option>' in text


_WORDS = st.sets(st.text("abcdé", min_size=1, max_size=3), max_size=6).map(sorted)


@given(st.lists(_WORDS, min_size=1, max_size=6))
def test_every_document_keeps_its_words(words_of):
    data = finder(report([document(words) for words in words_of])).data
    found = [set() for _ in words_of]
    for words, *numbers in data["words"]:
        for number in numbers:
            found[number].update(words.split())
    assert found == [set(words) for words in words_of]
    assert len({tuple(numbers) for _, *numbers in data["words"]}) == len(data["words"])
