"""Phrases with marked words in them."""

from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import Run
from workshopcore.reports.blocks import plain, spliced

WORDS = st.text(max_size=12)


def test_language_decides_where_marked_words_stand():
    name, year = Run("Amina", "strong"), Run("A year", "emphasis")
    english = spliced("{name} attended {year}.", name=name, year=year)
    german = spliced("An {year} hat {name} teilgenommen.", name=name, year=year)
    assert [run.text for run in english] == ["Amina", " attended ", "A year", "."]
    assert [run.text for run in german] == ["An ", "A year", " hat ", "Amina", " teilgenommen."]
    assert [run.mark for run in german] == ["plain", "emphasis", "plain", "strong", "plain"]


@given(WORDS, WORDS, WORDS)
def test_words_of_people_come_out_as_they_went_in(name, post, client):
    runs = spliced("{name}{post}, for {client}", name=Run(name, "strong"), post=post, client=client)
    assert plain(runs) == f"{name}{post}, for {client}"
