"""Rules about surveys, gains and quotes: what they catch, and what they let pass."""

import pytest

HASH = "0" * 64


def survey(instrument: str = "", wave: str = "") -> str:
    return f"""
people = [{{ name = "Amina" }}, {{ name = "Ben" }}]
instruments = [{{ title = "Close", introduction = "Only one reads them."{instrument} }}]

[[waves]]
title = "At the close"
instrument = "close"
{wave}
"""


OPEN = 'events = [{ on = 2027-12-01, status = "open" }]'
ANSWERS = f'answers = {{ path = "answers/close.csv", sha256 = "{HASH}" }}'


@pytest.mark.parametrize(
    ("frozen", "wave", "found"),
    [
        ("", "opens = 2027-12-01", ""),
        ("", OPEN, "'At the close' was opened on 2027-12-01, and 'Close' is not frozen"),
        ("2027-11-30", OPEN, ""),
        ("2027-12-01", OPEN, ""),
        (
            "2027-12-02",
            OPEN,
            "'At the close' was opened on 2027-12-01, and 'Close' is frozen on 2027-12-02",
        ),
        ("", ANSWERS, "'At the close' was opened, and 'Close' is not frozen"),
        ("2027-12-02", ANSWERS, ""),
        (
            "2027-12-02",
            f"opens = 2027-12-01\n{ANSWERS}",
            "'At the close' was opened on 2027-12-01, and 'Close' is frozen on 2027-12-02",
        ),
    ],
)
def test_questions_are_frozen_by_the_day_they_are_asked(find, frozen, wave, found):
    instrument = f", frozen_on = {frozen}" if frozen else ""
    messages = [f.message for f in find(survey(instrument, wave), "WC501")]
    assert messages == ([found] if found else [])


def test_instrument_that_is_not_asked_needs_no_introduction(places):
    assert places('instruments = [{ title = "Draft" }]', "WC502") == []


LIKELY = ', questions = [{ text = "Recommend?", type = "likelihood" }]'


@pytest.mark.parametrize(
    ("wave", "found"),
    [
        (
            "",
            "'At the close' asks 2 people a likelihood question: one answer moves the score by 50",
        ),
        (
            'eligible = ["ben"]',
            "'At the close' asks 1 person a likelihood question: one answer moves the score by 100",
        ),
    ],
)
def test_people_who_are_asked_are_counted(find, wave, found):
    (finding,) = find(survey(LIKELY, wave), "WC503")
    assert finding.message == f"{found} points"


def test_score_of_nobody_is_not_judged(places):
    nobody = survey(LIKELY).replace('people = [{ name = "Amina" }, { name = "Ben" }]', "")
    assert places(nobody, "WC503") == []


def gains(*gains: str) -> str:
    return """
evidence = [
  { title = "Said so", kind = "self-report" },
  { title = "Audit", kind = "document" },
  { title = "Partner", kind = "third-party", independence = 2 },
]
""" + "".join(f'\n[[gains]]\nstatement = "Trust"\n{gain}\n' for gain in gains)


@pytest.mark.parametrize(
    ("evidence", "found"),
    [
        ("[]", "'Trust' rests on its own statement alone"),
        ('["said-so"]', "'Trust' rests on what participants say alone"),
        ('["said-so", "audit"]', ""),
    ],
)
def test_gain_needs_more_than_a_word(find, evidence, found):
    messages = [f.message for f in find(gains(f"evidence = {evidence}"), "WC510")]
    assert messages == ([found] if found else [])


GRADES = """events = [
  { on = 2027-12-01, status = "coded" },
  { on = 2027-12-02, status = "evidenced" },%s
]"""
SUBSTANTIATED = GRADES % '\n  { on = 2027-12-03, status = "substantiated" },'


@pytest.mark.parametrize(
    ("evidence", "events", "found"),
    [
        ('["audit"]', SUBSTANTIATED, 1),
        ('["audit", "partner"]', SUBSTANTIATED, 0),
        ('["audit"]', GRADES % "", 0),
        ("[]", SUBSTANTIATED, 1),
    ],
)
def test_substantiated_gain_is_borne_out_from_outside(places, evidence, events, found):
    assert len(places(gains(f"evidence = {evidence}\n{events}"), "WC511")) == found


@pytest.mark.parametrize(("last", "found"), [("positive", ["gains"]), ("mixed", [])])
def test_one_mixed_gain_is_enough(places, last, found):
    text = gains(*['valence = "positive"'] * 4, f'valence = "{last}"')
    assert places(text, "WC512") == found


@pytest.mark.parametrize(("about", "found"), [("facilitator", 1), ("expert", 1), ("programme", 0)])
def test_quote_on_a_gain_is_about_the_programme(places, about, found):
    quote = f'\n[[quotes]]\nverbatim = "Good"\nabout = "{about}"\ngain = "trust"\n'
    assert len(places(gains("") + quote, "WC513")) == found


def test_gain_may_come_from_an_action_alone(places):
    action = '\n[[actions]]\nstatement = "Book the hall"\nowner = "amina"\n'
    people = '\npeople = [{ name = "Amina" }]\n'
    assert places(people + gains('actions = ["book-the-hall"]') + action, "WC514") == []


@pytest.mark.parametrize(
    ("more", "found"),
    [
        (SUBSTANTIATED, ["gains[0]"]),
        (SUBSTANTIATED + '\nrivals = ["A new director came in May"]', []),
        (GRADES % "", []),
    ],
)
def test_claim_needs_a_look_at_what_else_could_explain_it(places, more, found):
    assert places(gains(more), "WC515") == found


def test_gain_may_come_from_a_decision_alone(places):
    decision = '\n[[decisions]]\nstatement = "One list"\nid = "one-list"\n'
    assert places(gains('decisions = ["one-list"]') + decision, "WC514") == []


def quote(more: str, *states: str) -> str:
    events = ", ".join(
        f'{{ on = 2027-12-{number:02}, status = "{state}" }}'
        for number, state in enumerate(states, start=1)
    )
    return f"""
people = [{{ name = "Amina Yusuf", position = "Team manager", service = "Adult care" }}]

[[quotes]]
verbatim = "We laugh more"
speaker = "amina-yusuf"
scope = "public"
{more}
events = [{events}]
"""


PUBLISHED = ("requested", "consented", "approved", "published")
APPROVED = 'approved = "We laugh more"'


@pytest.mark.parametrize(
    ("more", "states", "found"),
    [
        (APPROVED, PUBLISHED, []),
        ("", PUBLISHED, ["quotes[0]"]),
        ("", PUBLISHED[:3], []),
        (f"{APPROVED}\nexpires = 2027-12-03", PUBLISHED, ["quotes[0].expires"]),
        (f"{APPROVED}\nexpires = 2027-12-04", PUBLISHED, []),
        (f"{APPROVED}\nexpires = 2027-12-03", PUBLISHED[:3], []),
        (f"{APPROVED}\nexpires = 2027-12-03", (*PUBLISHED, "withdrawn"), []),
    ],
)
def test_quote_is_published_within_its_consent(places, more, states, found):
    assert places(quote(more, *states), "WC520") == found


@pytest.mark.parametrize(
    ("day", "found"), [("2028-01-31", []), ("2028-02-01", ["quotes[0].expires"])]
)
def test_consent_that_ends_later_is_noticed_when_the_record_goes_on(find, day, found):
    later = f'\n[[gains]]\nstatement = "Trust"\nevents = [{{ on = {day}, status = "coded" }}]\n'
    text = quote(f"{APPROVED}\nexpires = 2028-01-31", *PUBLISHED) + later
    findings = find(text, "WC520")
    assert [f.path for f in findings] == found
    assert all("is still published" in f.message for f in findings)


@pytest.mark.parametrize(
    ("approved", "attribution", "found"),
    [
        ("Amina keeps us honest", "anonymous", "Amina"),
        ("As a team manager I laugh more", "anonymous", "Team manager"),
        ("As a team manager I laugh more", "role", ""),
        ("Adult care is better off", "anonymous", "Adult care"),
        ("Yusuf, my husband, noticed", "role", "Yusuf"),
        ("I, Amina Yusuf, laugh more", "named", ""),
        ("We laugh more", "anonymous", ""),
    ],
)
def test_words_that_give_the_speaker_away_are_found(find, approved, attribution, found):
    text = quote(f'approved = "{approved}"\nattribution = "{attribution}"')
    messages = [f.message for f in find(text, "WC522")]
    expected = f"A quote shown as '{attribution}' says '{found}', which is the speaker's own"
    assert messages == ([expected] if found else [])


def test_refused_quote_gives_nobody_away(places):
    text = quote('approved = "Amina laughs"', "requested", "refused")
    assert places(text, "WC522") == []


@pytest.mark.parametrize(
    ("states", "found"),
    [
        ((), []),
        (("requested",), []),
        (("requested", "consented"), ["quotes[0]"]),
        (PUBLISHED, ["quotes[0]"]),
    ],
)
def test_consent_comes_from_somebody(places, states, found):
    text = quote(APPROVED, *states).replace('speaker = "amina-yusuf"', "")
    assert places(text, "WC523") == found


def answered(count, wave="", instrument="", people=10):
    names = ", ".join(f'{{ name = "Person {n}" }}' for n in range(people))
    return f"""
people = [{names}]
instruments = [{{ title = "Close", introduction = "Only one reads them."{instrument} }}]

[[waves]]
title = "At the close"
instrument = "close"
answers = {{ path = "answers/close.csv", sha256 = "{HASH}"{count} }}
{wave}
"""


@pytest.mark.parametrize(
    ("count", "wave", "found"),
    [
        (", count = 6", "", ["6 of 10 answered 'At the close'"]),
        (", count = 7", "", []),
        # More forms than people: somebody answered twice, which is not for this check.
        (", count = 12", "", []),
        ("", "", []),
        (", count = 6", OPEN, []),
        (", count = 1", 'eligible = ["person-1", "person-2"]', ["1 of 2 answered 'At the close'"]),
    ],
)
def test_response_is_counted_against_those_asked(find, count, wave, found):
    assert [f.message for f in find(answered(count, wave), "WC505")] == found


def test_wave_that_asks_nobody_has_no_rate(places):
    nobody = "\n".join(
        line for line in answered(", count = 0").splitlines() if not line.startswith("people")
    )
    assert places(nobody, "WC505") == []


def test_house_sets_its_own_share(find):
    strict = answered(", count = 7") + "\n[policy.WC505]\nper_cent = 80\n"
    assert len(find(strict, "WC505")) == 1


def test_what_was_frozen_without_a_fingerprint_is_not_judged(places):
    frozen = 'instruments = [{ title = "Close", frozen_on = 2027-01-11 }]'
    assert places(frozen, "WC504") == []


def test_fingerprint_of_another_instrument_is_found_whatever_the_day(find):
    frozen = f'instruments = [{{ title = "Close", frozen_as = "{HASH}" }}]'
    (finding,) = find(frozen, "WC504")
    assert finding.message == "'Close' asks something else than when it was frozen"


def test_new_question_of_a_new_version_is_not_compared(places):
    versions = """
instruments = [
  { title = "Pulse", questions = [{ text = "Worth it?", type = "yes-no" }] },
  { title = "Second", replaces = "pulse", questions = [{ text = "Why?" }] },
]
"""
    assert places(versions, "WC506") == []


def test_rewording_under_the_same_identifier_is_left_to_people(places):
    """A new version is made to say the same in better words."""
    versions = """
instruments = [
  { title = "Pulse", questions = [{ text = "Worth it?", id = "a", type = "yes-no" }] },
  { title = "B", replaces = "pulse", questions = [{ text = "Ok?", id = "a", type = "yes-no" }] },
]
"""
    assert places(versions, "WC506") == []
