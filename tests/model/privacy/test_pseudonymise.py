"""After it nothing names them, nothing else has changed, and the history is as long as before."""

import json
from datetime import date

import pytest
from hypothesis import assume, given, settings

import workshopcore as wc
from workshopcore.errors import IllegalMoveError, InvalidValueError, UnknownKeyError
from workshopcore.model.privacy import pseudonymised
from workshopcore.model.privacy.quotes import REMOVED
from workshopcore.testing.strategies import programmes

NAME, ID, EMAIL = "Zebedee Quarshie", "zebedee-quarshie", "zeb@quarshie.example"
CONSENTED = [
    wc.Event("2027-12-01", "requested"),
    wc.Event("2027-12-03", "consented"),
    wc.Event("2027-12-06", "approved"),
    wc.Event("2027-12-14", "published"),
]


def year(**more):
    people = [
        wc.Person("Amina Yusuf", successor=ID),
        wc.Person(NAME, email=EMAIL, access_needs="A ramp", position="Nurse", left="2027-06-30"),
    ]
    return wc.Programme(title="A year", **{"people": people, **more})


def told(programme, fate, **settings):
    found = pseudonymised(programme, ID, on="2029-01-31", **settings)
    return [(trace.path, trace.words) for trace in found.traces if trace.fate == fate]


def changed(programme, **settings):
    return programme.pseudonymise(ID, on="2029-01-31", **settings)


def test_details_of_the_person_go_and_the_day_is_kept():
    assert changed(year()).people[1] == wc.Person(
        "Person 2",
        id="person-2",
        position="Nurse",
        left="2027-06-30",
        pseudonymised="2029-01-31",
    )


def test_pseudonym_that_somebody_has_is_not_given_again():
    people = [wc.Person("Person 2"), wc.Person(NAME), wc.Person("Li", id="person-5")]
    assert changed(year(people=people)).people[1].name == "Person 8"


def test_references_of_every_kind_lead_to_the_pseudonym():
    workshop = wc.Workshop(
        "One",
        start="2027-01-19T09:30",
        end="2027-01-19T12:30",
        invited=[ID],
        attendance=[wc.Attendance(ID)],
        agenda=[wc.Session("check-in", lead=[ID], options={"hosts": [ID, "amina-yusuf"]})],
        allocations=[wc.GroupAllocation("check-in", [wc.Group(["amina-yusuf", ID], host=ID)])],
    )
    action = wc.Action(
        "Print",
        owner=ID,
        created="2027-01-19",
        supporters=[wc.Supporter(ID)],
        updates=[wc.Update("2027-02-01", by=ID, owner=ID)],
    )
    after = changed(year(workshops=[workshop], actions=[action]))
    one, found = after.workshops[0], after.actions[0]

    assert (after.people[0].successor, one.invited, one.attendance[0].person) == (
        "person-2",
        ("person-2",),
        "person-2",
    )
    assert one.sessions()[0].options["hosts"] == ("person-2", "amina-yusuf")
    assert one.allocations[0].groups[0] == wc.Group(["amina-yusuf", "person-2"], host="person-2")
    assert (found.owner, found.supporters[0].person) == ("person-2", "person-2")
    assert found.updates == (wc.Update("2027-02-01", by="person-2", owner="person-2"),)


def test_name_is_replaced_in_texts_and_listed():
    before = year(
        obstacles=["Quarshie's team was short of staff"],
        situation=f"Ask {NAME} or write to {EMAIL.upper()}",
        details={"acme": {"Zebedee": "note by zebedee"}},
    )
    after = changed(before)

    assert after.obstacles == ("Person 2's team was short of staff",)
    assert after.situation == "Ask Person 2 or write to Person 2"
    assert after.details == wc.Options({"acme": {"Person 2": "note by Person 2"}})
    assert told(before, "replaced") == [
        ("situation", NAME),
        ("situation", EMAIL.upper()),
        ("people[1].name", NAME),
        ("obstacles[0]", "Quarshie"),
        ("details.acme.Zebedee", "zebedee"),
        ("details.acme.Zebedee", "Zebedee"),
    ]


def test_keys_that_would_be_alike_get_a_number():
    after = changed(year(details={"Zebedee": 1, "Quarshie": 2}))
    assert after.details == wc.Options({"Person 2": 1, "Person 2 2": 2})


def test_name_that_comes_twice_in_a_text_is_listed_once():
    assert told(year(situation="Quarshie or Quarshie"), "replaced")[0] == ("situation", "Quarshie")
    assert len(told(year(situation="Quarshie or Quarshie"), "replaced")) == 2


def test_identifier_made_of_a_text_with_the_name_is_made_anew_wherever_it_is_used():
    before = year(
        actions=[
            wc.Action("Ask Quarshie's team", owner="amina-yusuf"),
            wc.Action("Ask person 2s team", owner="amina-yusuf"),
        ],
        gains=[wc.Gain("It is quieter", actions=["ask-quarshies-team"])],
    )
    found = pseudonymised(before, ID, on="2029-01-31")

    assert [action.id for action in found.programme.actions] == [
        "ask-person-2s-team-2",
        "ask-person-2s-team",
    ]
    assert found.programme.gains[0].actions == ("ask-person-2s-team-2",)
    assert found.beside[-1].endswith("ask-quarshies-team (now ask-person-2s-team-2)")


def test_identifier_of_a_session_is_made_anew_in_what_comes_from_it():
    workshop = wc.Workshop(
        "One",
        start="2027-01-19T09:30",
        end="2027-01-19T12:30",
        agenda=[wc.Session(title="Questions to Zebedee")],
        captures=[wc.Capture("questions-to-zebedee", "What failed?")],
    )
    decision = wc.Decision("Go on", origin="one/questions-to-zebedee")
    after = changed(year(workshops=[workshop], decisions=[decision]))

    assert after.decisions[0].origin == "one/questions-to-person-2"
    assert after.workshops[0].captures[0].session == "questions-to-person-2"


def test_identifier_never_grows_longer_than_it_may():
    action = wc.Action("Ask", owner="amina-yusuf", id="zebedee-" * 7 + "zebedee")
    assert len(changed(year(actions=[action])).actions[0].id) <= 64


def test_published_quote_is_withdrawn_and_loses_its_words():
    quote = wc.Quote(
        "We laugh more now", ID, approved="We laugh more", attribution="named", events=CONSENTED
    )
    before = year(quotes=[quote], situation="As somebody said: we laugh more now.")
    found = pseudonymised(before, ID, on="2029-01-31")
    (after,) = found.programme.quotes

    assert (after.id, after.verbatim, after.approved, after.speaker, after.attribution) == (
        "quote-1",
        REMOVED,
        "",
        "person-2",
        "anonymous",
    )
    assert after.events[:-1] == tuple(CONSENTED)
    assert (after.events[-1].on, after.events[-1].status) == (date(2029, 1, 31), "withdrawn")
    assert told(before, "withdrawn") == [("quotes[0].verbatim", "We laugh more now")]
    assert [trace.path for trace in found.undecided] == ["situation"]
    assert any("quote of theirs" in each for each in found.beside)


def test_quote_that_nobody_consented_to_stays_where_it_is():
    quotes = [wc.Quote("Never", ID, id="mine", events=[wc.Event("2027-12-01", "requested")])]
    (after,) = changed(year(quotes=quotes)).quotes

    assert (after.id, after.verbatim, after.state(date(2030, 1, 1))) == (
        "mine",
        REMOVED,
        "requested",
    )


def test_quotes_of_others_stay():
    quotes = [wc.Quote("We argue better", "amina-yusuf", events=CONSENTED)]
    assert changed(year(quotes=quotes)).quotes == year(quotes=quotes).quotes


def test_quote_with_later_news_is_refused():
    quotes = [wc.Quote("We argue better", ID, id="q", events=CONSENTED)]
    with pytest.raises(IllegalMoveError, match="later news of the quote"):
        year(quotes=quotes).pseudonymise(ID, on="2027-12-05")


def test_what_may_be_a_name_is_left_and_listed():
    people = [wc.Person(NAME), wc.Person("Zebedee Cole")]
    before = year(people=people, situation="Zebedee asked")

    assert changed(before).situation == "Zebedee asked"
    assert told(before, "undecided") == [("situation", "Zebedee")]
    assert changed(before, also=["Zebedee"]).situation == "Person 1 asked"


def test_what_tells_without_a_name_is_listed():
    assert told(year(), "kept") == [("people[1].position", "Nurse")]


def test_file_of_the_record_is_left_and_named():
    workshop = wc.Workshop(
        "One",
        start="2027-01-19T09:30",
        end="2027-01-19T12:30",
        attachments=[wc.Attachment("photos/quarshie.png", caption="Zebedee at the wall")],
    )
    before = year(workshops=[workshop])
    found = pseudonymised(before, ID, on="2029-01-31")

    assert found.programme.workshops[0].attachments == (
        wc.Attachment("photos/quarshie.png", caption="Person 2 at the wall"),
    )
    assert [trace.path for trace in found.undecided] == ["workshops[0].attachments[0].path"]
    assert any("photos/quarshie.png" in each for each in found.beside)


def test_headings_of_answers_are_named_if_a_question_has_another_identifier():
    instrument = wc.Instrument("Close", [wc.Question("How was Zebedee?")])
    file = wc.AnswerFile("answers/close.csv", "0" * 64)
    before = year(
        instruments=[instrument], waves=[wc.Wave("Close", instrument="close", answers=file)]
    )
    found = pseudonymised(before, ID, on="2029-01-31")

    assert found.programme.instruments[0].questions[0].text == "How was Person 2?"
    assert found.beside[-1].startswith("the headings of files of answers")
    assert "files of answers: what people wrote may name them" in found.beside


def test_second_time_is_refused():
    with pytest.raises(IllegalMoveError, match="pseudonymised on 2029-01-31 already"):
        changed(year()).pseudonymise("person-2", on="2029-02-01")


@pytest.mark.parametrize(
    ("person", "on", "error"),
    [("zeb", "2029-01-31", UnknownKeyError), (ID, None, InvalidValueError)],
)
def test_what_is_unknown_is_refused(person, on, error):
    with pytest.raises(error):
        year().pseudonymise(person, on=on)


def dumped(programme):
    return json.loads(wc.dumps(programme, format="json"))


# Identifiers that a made programme uses for nothing else but identifiers and texts.
SAFE = ("vision", "amina-yusuf", "x", "2", "north", "where-are-we-now")
NO_WORDS = ("language", "code", "format", "path", "status")


def renamed(programme):
    """Give somebody a name that is nobody else's, and put it into texts."""
    number = next((n for n, p in enumerate(programme.people) if p.id in SAFE), None)
    assume(number is not None)
    old = programme.people[number].id

    def rename(value):
        if isinstance(value, dict):
            return {k: v if k in NO_WORDS else rename(v) for k, v in value.items()}
        if isinstance(value, list):
            return [rename(each) for each in value]
        if isinstance(value, str) and "/" in value:
            return "/".join(map(rename, value.split("/")))
        return {old: ID, "Amina Yusuf": f"Ask Zebedee or {NAME} ({EMAIL})"}.get(value, value)

    document = rename(dumped(programme))
    for person, other in zip(document["people"], programme.people, strict=True):
        # What somebody or something else is called is theirs, whatever it has of this name.
        person |= {name: getattr(other, name) for name in ("name", "email", "service", "site")}
    document["people"][number] |= {"name": NAME, "email": EMAIL, "access_needs": "A ramp"}
    document["people"][number].pop("pseudonymised", None)
    return wc.loads(json.dumps(document), format="json")


def leaves(value, path=()):
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, (*path, key))
    elif isinstance(value, list):
        yield path, len(value)
        for number, each in enumerate(value):
            yield from leaves(each, (*path, number))
    else:
        yield path, value


@settings(max_examples=60)
@given(programmes(people=2))
def test_nothing_names_them_and_nothing_else_changes(drawn):
    before = renamed(drawn)
    after = before.pseudonymise(ID, on="2500-12-31")

    for format in ("toml", "json"):
        text = wc.dumps(after, format=format).casefold()
        for name in ("zebedee", "quarshie", ID, EMAIL):
            assert name not in text
    mine = [person.id for person in before.people].index(ID)
    theirs = {n for n, quote in enumerate(before.quotes) if quote.speaker == ID}
    old, new = dict(leaves(dumped(before))), dict(leaves(dumped(after)))
    for path, value in old.items():
        if path[0] == "quotes" and path[1:] and path[1] in theirs:
            continue
        if path[:2] == ("people", mine) or "zebedee" in str((path, value)).casefold():
            continue
        assert new[path] == value


@settings(max_examples=30)
@given(programmes(people=2))
def test_history_is_as_long_as_before_but_for_withdrawn_quotes(drawn):
    before = renamed(drawn)
    after = before.pseudonymise(ID, on="2500-12-31")

    def counts(programme):
        return (
            len(programme.people),
            [(len(a.updates), len(a.reviews), len(a.supporters)) for a in programme.actions],
            [(len(w.attendance), len(w.allocations), len(w.captures)) for w in programme.workshops],
            [len(one.events) for one in (*programme.gains, *programme.experts, *programme.waves)],
            len(programme.quotes),
        )

    assert counts(after) == counts(before)
    ends = date(2500, 12, 31)
    for old, new in zip(before.quotes, after.quotes, strict=True):
        mine = old.speaker == ID and old.state(ends) in ("consented", "approved", "published")
        assert new.state(ends) == ("withdrawn" if mine else old.state(ends))
