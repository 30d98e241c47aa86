"""What may change about an instrument, and until when (E15)."""

import attrs
import pytest

from workshopcore.errors import IllegalMoveError, ProgrammeError, UnknownKeyError
from workshopcore.model.evaluation import AnswerFile, Instrument, Question, Wave
from workshopcore.model.instruments import fingerprint, revised
from workshopcore.model.lifecycle import Event
from workshopcore.model.programme import Programme

PULSE = Instrument(
    "Pulse",
    [Question("Worth it?", "yes-no", id="worth-it", construct="relevance", level=1)],
    id="pulse",
)
OTHER = attrs.evolve(PULSE, questions=[*PULSE.questions, Question("Why?")])
ANSWERS = AnswerFile("answers/close.csv", "0" * 64, count=7)


def year(instrument=PULSE, **wave):
    waves = [Wave("Close", instrument="pulse", id="close", **wave)] if wave else []
    return Programme(title="A year", instruments=[instrument], waves=waves)


def test_new_instrument_is_added():
    assert Programme(title="A year").with_instrument(PULSE).instruments == (PULSE,)


def test_instrument_without_an_identifier_of_its_own_is_added():
    unnamed = Instrument("Pulse")
    after = year().with_instrument(unnamed)
    assert [each.id for each in after.instruments] == ["pulse", "pulse-2"]


def test_draft_may_change():
    assert year().with_instrument(OTHER).instrument("pulse") == OTHER


@pytest.mark.parametrize(
    ("wave", "why"),
    [
        ({"answers": ANSWERS}, "'close' has answers to it"),
        ({"events": [Event("2027-12-01", "open")]}, "'close' is open"),
    ],
)
def test_what_was_asked_may_not_change(wave, why):
    with pytest.raises(IllegalMoveError, match=f"'pulse' cannot change: {why}. Make a new version"):
        year(**wave).with_instrument(OTHER)


def test_what_is_asked_elsewhere_does_not_hold_it():
    asked = year().with_instrument(Instrument("Other", id="other"))
    asked = asked.with_wave(Wave("Close", instrument="other", id="close", answers=ANSWERS))
    assert asked.with_instrument(OTHER).instrument("pulse") == OTHER


def test_what_is_frozen_may_not_change():
    frozen = year().with_frozen("pulse", "2027-01-11")
    with pytest.raises(IllegalMoveError, match="it is frozen since 2027-01-11"):
        frozen.with_instrument(OTHER)


def test_what_is_yet_to_be_frozen_may_change_before_the_day():
    planned = attrs.evolve(PULSE, frozen_on="2027-01-11")
    changed = attrs.evolve(OTHER, frozen_on="2027-01-11")
    early = year(planned).with_instrument(changed, on="2027-01-10")
    assert early.instrument("pulse") == changed
    with pytest.raises(IllegalMoveError):
        year(planned).with_instrument(changed, on="2027-01-11")


def test_what_no_respondent_sees_may_change_after_it_was_frozen():
    frozen = year().with_frozen("pulse", "2027-01-11")
    sorted_anew = attrs.evolve(PULSE.questions[0], construct="value", level=2)
    changed = attrs.evolve(frozen.instrument("pulse"), title="Two", questions=[sorted_anew])
    assert frozen.with_instrument(changed).instrument("pulse") == changed


@pytest.mark.parametrize("day", [None, "2027-02-01"])
def test_what_is_frozen_stays_so(day):
    frozen = year().with_frozen("pulse", "2027-01-11")
    thawed = attrs.evolve(frozen.instrument("pulse"), frozen_on=day)
    with pytest.raises(IllegalMoveError, match="'pulse' stays frozen since 2027-01-11"):
        frozen.with_instrument(thawed)


def test_freezing_keeps_the_fingerprint():
    frozen = year().with_frozen("pulse", "2027-01-11").instrument("pulse")
    assert str(frozen.frozen_on) == "2027-01-11"
    assert frozen.frozen_as == fingerprint(PULSE)


def test_day_of_freezing_is_kept_once_there_is_a_fingerprint():
    frozen = year().with_frozen("pulse", "2027-01-11")
    with pytest.raises(IllegalMoveError, match="'pulse' is frozen since 2027-01-11"):
        frozen.with_frozen("pulse", "2027-02-01")


def test_instrument_frozen_by_hand_gets_its_fingerprint():
    by_hand = year(attrs.evolve(PULSE, frozen_on="2027-01-11"))
    assert by_hand.with_frozen("pulse", "2027-01-11").instrument("pulse").frozen_as


def test_instrument_that_is_not_there_cannot_be_frozen():
    with pytest.raises(UnknownKeyError, match="pulse"):
        year().with_frozen("puls", "2027-01-11")


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Worthwhile?"},
        {"id": "worth"},
        {"type": "text"},
        {"guidance": "In a word"},
        {"reverse": True},
        {"required": True},
        {"apart": True},
        {"not_applicable": "Not there"},
    ],
)
def test_fingerprint_changes_with_what_is_asked(change):
    question = attrs.evolve(PULSE.questions[0], **change)
    assert fingerprint(attrs.evolve(PULSE, questions=[question])) != fingerprint(PULSE)


def test_fingerprint_changes_with_the_order():
    turned = attrs.evolve(OTHER, questions=OTHER.questions[::-1])
    assert fingerprint(turned) != fingerprint(OTHER)


def test_fingerprint_is_the_same_for_ever():
    """Frozen instruments in files must match in every later version of the library."""
    assert fingerprint(Instrument("P", [Question("Warum, Käthe?", id="why")])) == WHY


# sha256sum of ["",[{"id":"why","text":"Warum, K\\u00e4the?"}]], with the letter escaped.
WHY = "2a5e586df9dc1ab95b8be717259fd4333e108749fe726d7590e0bf535ae311d8"


def test_new_version_names_the_old_one_and_may_change():
    frozen = year().with_frozen("pulse", "2027-01-11").instrument("pulse")
    new = revised(frozen, "pulse-2", title="Pulse, second version")
    assert (new.id, new.title, new.replaces) == ("pulse-2", "Pulse, second version", "pulse")
    assert (new.frozen_on, new.frozen_as, new.questions) == (None, "", frozen.questions)


def test_old_version_has_to_stay():
    with pytest.raises(ProgrammeError, match="WC006"):
        Programme(title="A year", instruments=[revised(PULSE, "pulse-2")])


def test_wave_is_added_and_replaced():
    planned = year().with_wave(Wave("Close", id="close", instrument="pulse"))
    moved = attrs.evolve(planned.wave("close"), opens="2027-12-01")
    assert planned.with_wave(moved).waves == (moved,)


def test_wave_without_an_identifier_of_its_own_is_added():
    planned = year().with_wave(Wave("Close")).with_wave(Wave("Close"))
    assert [each.id for each in planned.waves] == ["close", "close-2"]


def test_history_of_a_wave_can_only_be_added_to():
    opened = year(events=[Event("2027-12-01", "open")])
    with pytest.raises(IllegalMoveError, match="the history of 'close' can only be added to"):
        opened.with_wave(attrs.evolve(opened.wave("close"), events=[]))


def test_answers_to_one_instrument_are_not_those_to_another():
    answered = year(answers=ANSWERS).with_instrument(Instrument("Other", id="other"))
    with pytest.raises(IllegalMoveError, match="'close' has answers to 'pulse'"):
        answered.with_wave(attrs.evolve(answered.wave("close"), instrument="other"))


@pytest.mark.parametrize("kind", ["instrument", "wave"])
def test_what_is_not_there_is_named(kind):
    with pytest.raises(UnknownKeyError, match="nothing"):
        getattr(year(), kind)("nothing")


def test_template_leaves_the_freezing_behind():
    frozen = year().with_frozen("pulse", "2027-01-11")
    fresh = frozen.as_template(title="Another year", start="2028-01-10").instrument("pulse")
    assert (fresh.frozen_on, fresh.frozen_as) == (None, "")


@pytest.mark.parametrize(
    ("options", "type", "other"),
    [
        (["A", "Other"], "single-choice", "Other"),
        (["A", "other, namely"], "several-choice", "other, namely"),
        (["A", "Otherwise"], "single-choice", ""),
        (["A", "Other"], "ranking", ""),
    ],
)
def test_option_for_words_of_ones_own_begins_with_other(options, type, other):
    assert Question("?", type, options=options).other == other


@pytest.mark.parametrize(
    ("type", "most", "limit"),
    [
        ("several-choice", 2, 2),
        ("ranking", 1, 1),
        ("several-choice", 3, None),
        ("several-choice", None, None),
        ("single-choice", 2, None),
    ],
)
def test_limit_is_what_binds(type, most, limit):
    assert Question("?", type, options=["A", "B", "C"], most=most).limit == limit
