"""The built-in formats, as data."""

from itertools import pairwise

import pytest

from workshopcore.agenda.lengths import effective
from workshopcore.contracts.formats import FormatRequest, SessionFormat
from workshopcore.errors import FormatError
from workshopcore.formats import catalogue, vocabulary
from workshopcore.model.agenda import Break, Buffer, Lunch
from workshopcore.model.options import Options

PAUSES = {"break", "lunch", "buffer"}
FORMATS = {format.key: format for format in catalogue()}

each_format = pytest.mark.parametrize("format", catalogue(), ids=lambda format: format.key)


def workable(format, most=60):
    """List the numbers of people up to a limit that a format can be run with."""
    least, greatest = format.people
    numbers = range(least, min(greatest, most) + 1)
    return [n for n in numbers if format.works_for(n)]


def test_catalogue_holds_every_format_once_sorted_by_key():
    keys = [format.key for format in catalogue()]
    assert keys == sorted(set(keys))
    assert len(keys) == 32 + len(PAUSES) + len({"opening", "closing"})


def test_catalogue_is_read_once():
    assert catalogue() is catalogue()


@each_format
def test_catalogue_format_keeps_the_contract(format):
    assert isinstance(format, SessionFormat)


@each_format
def test_catalogue_lengths_are_in_order_for_every_number_of_people(format):
    for people in workable(format):
        length = format.length(people, Options())
        assert (format.key == "buffer") == (length.shortest == 0)
        assert length.shortest <= length.usual <= length.longest


@each_format
def test_catalogue_steps_add_up_to_the_whole(format):
    for people in workable(format):
        whole = format.length(people, Options())
        plan = format.expand(FormatRequest(whole.usual, people))
        lengths = [step.length for step in plan.steps]
        assert sum(length.shortest for length in lengths) == whole.shortest
        assert sum(length.usual for length in lengths) == whole.usual
        assert sum(length.longest for length in lengths) == whole.longest


@each_format
def test_catalogue_groups_seat_everybody_and_nobody_alone(format):
    for people in workable(format, 200):
        plan = format.expand(FormatRequest(10_000, people))
        if plan.groups:
            assert sum(plan.groups.sizes) == people
            assert min(plan.groups.sizes) >= 2
            assert plan.groups.called


@each_format
def test_catalogue_refuses_only_what_it_must(format):
    possible = set(workable(format))
    for people in range(61):
        if people not in possible:
            with pytest.raises(FormatError):
                format.length(people, Options())


def test_catalogue_numbers_of_people_without_a_split_are_known():
    gaps = {
        format.key: [b - 1 for a, b in pairwise(workable(format)) if b - a > 1]
        for format in catalogue()
    }
    assert {key: found for key, found in gaps.items() if found} == {"troika-consulting": [5]}


@each_format
def test_catalogue_has_words_for_everything(format):
    assert set(format.purposes) <= set(vocabulary().purposes)
    assert format.summary.endswith(".")
    assert format.provenance.endswith(".")
    assert format.outputs
    assert format.prompts
    assert all(step.prompt for step in format.step_rules)
    writes = any(step.capture for step in format.step_rules)
    assert writes == (format.key not in {"check-in", *PAUSES})


def test_catalogue_uses_every_purpose():
    used = {purpose for format in catalogue() for purpose in format.purposes}
    assert used == set(vocabulary().purposes)


def test_catalogue_says_nothing_twice():
    summaries = [format.summary for format in catalogue()]
    titles = [format.title for format in catalogue()]
    prompts = [step.prompt for format in catalogue() for step in format.step_rules]
    for texts in (summaries, titles, prompts):
        assert len(texts) == len(set(texts))


def test_catalogue_names_whose_idea_a_format_is():
    after = {f.key for f in catalogue() if "McCandless" in f.licence and "our own" in f.licence}
    assert after == {
        "one-two-four-all",
        "troika-consulting",
        "twenty-five-ten",
        "triz",
        "what-so-what-now-what",
        "fishbowl",
        "expert-interview",
        "fifteen-percent-solutions",
    }


def test_catalogue_keeps_a_mark_out_of_key_and_title():
    hats = FORMATS["thinking-hats"]
    assert "Six Thinking Hats" in hats.licence
    assert "six" not in (hats.key + hats.title).lower()


def test_catalogue_without_a_source_says_that_it_is_from_memory():
    for format in catalogue():
        if not format.source:
            assert "from memory" in format.provenance
        else:
            assert all(url.startswith("http") for url in format.source.split(" ; "))


@pytest.mark.parametrize("slot", [Break(), Lunch(), Buffer()], ids=lambda slot: slot.kind)
def test_catalogue_pauses_take_as_long_as_the_agenda_says(slot):
    length = FORMATS[slot.kind].length(12)
    assert (length.shortest, length.usual, length.longest) == effective(slot, 12, {})
