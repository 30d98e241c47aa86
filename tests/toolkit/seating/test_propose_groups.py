"""Groups for the sessions of a programme, taken from its formats and remembered in it."""

import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.errors import (
    AsOfRequiredError,
    GroupsError,
    InvalidValueError,
    UnknownKeyError,
)
from workshopcore.groups import met_before
from workshopcore.groups.meetings import meetings
from workshopcore.model.agenda import Break, Parallel, Session, Track
from workshopcore.model.lifecycle import Event
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Actual, Attendance, Group, GroupAllocation, Workshop

NAMES = ["Ana", "Ben", "Caz", "Dev", "Eva", "Fay", "Gil", "Hal", "Ida", "Jon", "Kit", "Lea"]
TOOLKIT = wc.Toolkit(discover=False)
FAST = {"budget": 200_000}


def team(number, **more):
    services = ("North", "South", "West")
    return [Person(name, service=services[n % 3], **more) for n, name in enumerate(NAMES[:number])]


def workshop(month, *agenda, id="", **more):
    return Workshop(
        f"Workshop {month}",
        id=id or f"w{month}",
        start=f"2027-{month:02}-12T09:00",
        end=f"2027-{month:02}-12T17:00",
        agenda=agenda,
        **more,
    )


def year(*workshops, people=9):
    return Programme(title="A year", people=team(people), workshops=workshops)


def troika(id="trios"):
    return Session("troika-consulting", id=id)


def cafe(id="cafe"):
    return Session("world-cafe", id=id)


def groups(proposal, workshop="w1", session=None, round=1):
    """Return the groups of a round as sets of people."""
    (found,) = [
        each.allocation
        for each in proposal.rounds
        if each.workshop == workshop
        and session in (None, each.allocation.session)
        and each.allocation.round == round
    ]
    return [group.members for group in found.groups]


def everybody(found):
    return sorted(name for group in found for name in group)


def propose(programme, *about, **more):
    return TOOLKIT.propose_groups(programme, *about, **{**FAST, **more})


def test_four_workshops_of_threes_bring_everybody_together_once():
    planned = year(*(workshop(month, troika()) for month in (1, 2, 3, 4)))
    found = propose(planned, as_of="2027-01-01")
    assert (found.formed.repeats, found.formed.proven) == (0, True)
    assert set(found.meetings.times.values()) == {1}
    assert [(each.workshop, each.title) for each in found.rounds] == [
        (f"w{month}", "Troika consulting") for month in (1, 2, 3, 4)
    ]


def test_one_workshop_after_another_remembers_who_met():
    planned = year(*(workshop(month, troika()) for month in (1, 2)))
    first = propose(planned, "w1")
    second = propose(first.programme, "w2")
    for group in groups(second, "w2"):
        assert all(len(set(group) & set(other)) < 2 for other in groups(first))
    assert [len(each.allocations) for each in second.programme.workshops] == [1, 1]


def test_a_session_by_itself_leaves_the_others_as_they_were():
    kept = GroupAllocation("other", [Group(["ana", "ben", "caz"]), Group(["dev", "eva", "fay"])])
    planned = year(workshop(1, troika(), troika("other"), allocations=[kept]), people=6)
    found = propose(planned, "w1", "trios")
    assert [each.allocation.session for each in found.rounds] == ["trios"]
    assert found.programme.workshop("w1").allocations[0] == kept
    assert found.formed.earlier == 0


def test_world_cafe_keeps_its_hosts_and_moves_its_guests():
    found = propose(year(workshop(1, cafe()), people=12), "w1")
    assert [each.allocation.round for each in found.rounds] == [1, 2, 3]
    hosts = [[group.host for group in each.allocation.groups] for each in found.rounds]
    assert hosts == [["ana", "ben", "caz"]] * 3
    for each in found.rounds:
        assert [group.members[0] for group in each.allocation.groups] == hosts[0]
        assert everybody(groups(found, round=each.allocation.round)) == [
            person.id for person in team(12)
        ]


def test_named_hosts_come_first_and_then_whoever_hosted_least():
    planned = year(workshop(1, cafe()), workshop(2, cafe()), people=12)
    first = propose(planned, "w1", hosts=["kit"])
    assert [group.host for group in first.rounds[0].allocation.groups] == ["kit", "ana", "ben"]
    second = propose(first.programme, "w2")
    assert [group.host for group in second.rounds[0].allocation.groups] == ["caz", "dev", "eva"]


def test_those_who_sit_together_do_not_both_host():
    found = propose(year(workshop(1, cafe()), people=12), "w1", together=[("ana", "ben")])
    assert [group.host for group in found.rounds[0].allocation.groups] == ["ana", "caz", "dev"]


def test_hosts_of_a_round_that_was_held_stay_and_the_others_are_seated_anew():
    planned = propose(year(workshop(1, cafe()), people=12), "w1", hosts=["lea"]).programme
    held, *others = planned.workshop("w1").allocations
    held = evolve(held, status="actual")
    day = evolve(planned.workshop("w1"), allocations=[held, *others])
    found = propose(evolve(planned, workshops=[day]), "w1", absent=["jon"])
    assert [each.allocation.round for each in found.rounds] == [2, 3]
    assert found.rounds[0].allocation.groups[0].host == "lea"
    assert "jon" not in everybody(groups(found, round=2))
    assert len(everybody(groups(found, round=2))) == 11
    assert found.programme.workshop("w1").allocations[0] == held


def test_pairs_lie_within_the_fours_that_they_make():
    found = propose(year(workshop(1, Session("one-two-four-all", id="ideas"))), "w1")
    pairs, fours = groups(found), groups(found, round=2)
    assert sorted(map(len, pairs)) == [2, 2, 2, 3]
    assert sorted(map(len, fours)) == [4, 5]
    assert all(any(set(pair) <= set(four) for four in fours) for pair in pairs)
    assert everybody(pairs) == everybody(fours)


def test_groups_that_do_not_lie_within_others_mix():
    # Six are three pairs and, as a pair is left over, one six.
    sessions = Session("appreciative-inquiry", id="discover")
    found = propose(year(workshop(1, sessions), people=12), "w1")
    assert [sorted(map(len, groups(found, round=number))) for number in (1, 2)] == [
        [2] * 6,
        [6, 6],
    ]


def sets():
    return Session("action-learning-set", id="sets")


def test_learning_sets_stay_the_same_from_workshop_to_workshop():
    planned = year(workshop(1, sets()), workshop(2, sets()), people=12)
    found = propose(planned, as_of="2027-01-01")
    assert [set(each) for each in groups(found)] == [set(each) for each in groups(found, "w2")]
    later = propose(propose(planned, "w1").programme, "w2", seed=5)
    assert groups(later, "w2") == groups(propose(planned, "w1"))


def test_learning_sets_take_in_who_is_new_and_leave_a_seat_for_who_is_away():
    allocations = [
        GroupAllocation(
            "sets",
            [
                Group(["ana", "ben", "caz", "dev", "eva"], host="ana"),
                Group(["fay", "gil", "hal", "ida"]),
            ],
            status="actual",
        )
    ]
    absent = [Attendance("ana", "apology")]
    planned = year(
        workshop(1, sets(), allocations=allocations),
        workshop(2, sets(), attendance=absent),
        workshop(3, sets()),
        people=11,
    )
    # Jon follows Hal, who has left by the second workshop; Kit is new.
    people = [
        evolve(person, left="2027-02-01", successor="jon") if person.id == "hal" else person
        for person in planned.people
    ]
    found = propose(evolve(planned, people=people), as_of="2027-02-01")
    assert groups(found, "w2") == [
        ("ben", "caz", "dev", "eva", "kit"),
        ("fay", "gil", "ida", "jon"),
    ]
    assert groups(found, "w3") == [
        ("ana", "ben", "caz", "dev", "eva", "kit"),
        ("fay", "gil", "ida", "jon"),
    ]


def test_other_sessions_avoid_those_who_meet_in_their_sets_anyway():
    planned = year(workshop(1, sets(), Session("fifteen-percent-solutions", id="pairs")), people=8)
    found = propose(planned, "w1")
    together = [set(each) for each in groups(found, session="sets")]
    for group in groups(found, session="pairs"):
        assert all(len(set(group) & each) < 3 for each in together)


def tracks(*agendas):
    return Parallel([Track(f"Track {n}", agenda) for n, agenda in enumerate(agendas, 1)], id="two")


def test_tracks_share_out_the_people_and_say_who_is_where():
    block = tracks([Session(title="Law", minutes=60)], [Session(title="Money", minutes=60)])
    found = propose(year(workshop(1, block)), "w1")
    law, money = (groups(found, session=name)[0] for name in ("law", "money"))
    assert sorted([len(law), len(money)]) == [4, 5]
    assert everybody([law, money]) == sorted(person.id for person in team(9))
    assert [each.allocation.groups[0].name for each in found.rounds] == ["Track 1", "Track 2"]


def test_who_was_in_a_track_stays_in_it():
    block = tracks(
        [Session(title="Law", minutes=60), Session("fifteen-percent-solutions", id="small")],
        [Session(title="Money", minutes=60)],
    )
    chosen = GroupAllocation("law", [Group(["eva", "fay", "gil"])], status="locked")
    found = propose(year(workshop(1, block, allocations=[chosen]), people=9), "w1")
    assert everybody(groups(found, session="money")) == ["ana", "ben", "caz", "hal"]
    assert everybody(groups(found, session="small")) == ["dev", "eva", "fay", "gil", "ida"]


def test_tracks_whose_people_are_settled_stay():
    block = tracks([Session(title="Law", minutes=60)], [Session(title="Money", minutes=60)])
    settled = [
        GroupAllocation("law", [Group(["ana", "ben"])], status="locked"),
        GroupAllocation("money", [Group(["caz", "dev"])], status="actual"),
    ]
    assert propose(year(workshop(1, block, allocations=settled), people=4), "w1").rounds == ()


def test_tracks_that_cannot_be_shared_out_say_why():
    block = tracks([Session(title="Law", minutes=60)], [Session(title="Money", minutes=60)])
    together = [("ana", "ben", "caz", "dev")]
    found = propose(year(workshop(1, block), people=6), "w1", together=together)
    (left,) = found.left_out
    assert (left.session, found.rounds) == ("two", ())
    assert "2 groups of 3 cannot be formed" in left.reason


def test_one_track_of_two_can_be_asked_for():
    block = tracks([Session(title="Law", minutes=60)], [Session(title="Money", minutes=60)])
    found = propose(year(workshop(1, block), people=6), "w1", "money")
    assert [each.allocation.session for each in found.rounds] == ["money"]
    assert len(groups(found, session="money")[0]) == 3


def test_tracks_of_very_few_people_share_them_out():
    block = tracks([Session(title="Law", minutes=60)], [Break(60)])
    found = propose(year(workshop(1, block), people=3), "w1")
    assert groups(found, session="law") == [("ana", "caz")]


def test_who_is_away_is_not_seated_and_the_sizes_follow():
    day = workshop(1, troika(), attendance=[Attendance("ana", "declined")])
    found = propose(year(day), "w1")
    assert everybody(groups(found)) == [name.lower() for name in NAMES[1:9]]
    assert [len(group) for group in groups(found)] == [4, 4]


def test_services_are_spread():
    found = propose(year(workshop(1, troika())), "w1", balance=["service"])
    for group in groups(found):
        assert {person.service for person in team(9) if person.id in group} == {
            *("North", "South", "West")
        }


def test_people_are_kept_apart_and_together():
    found = propose(
        year(workshop(1, troika())), "w1", apart=[("ana", "ben")], together=[["caz", "dev"]]
    )
    for group in groups(found):
        assert not {"ana", "ben"} <= set(group)
        assert ("caz" in group) == ("dev" in group)


def test_a_size_and_rounds_take_the_place_of_the_format():
    planned = year(workshop(1, Session(title="Talk", minutes=40)))
    found = propose(planned, "w1", "talk", size=3, rounds=2)
    assert [[len(group) for group in groups(found, round=n)] for n in (1, 2)] == [[3, 3, 3]] * 2
    assert found.formed.proven
    hosted = propose(planned, "w1", "talk", size=3, rounds=2, hosts=["ida"])
    hosts = [[group.host for group in each.allocation.groups] for each in hosted.rounds]
    assert hosts == [["ida", "ana", "ben"]] * 2


def test_a_size_will_do_for_an_agenda_that_cannot_be_timed():
    planned = year(workshop(1, Session(title="Talk", id="talk"), Session("acme:x", id="x")))
    (left,) = propose(planned, "w1").left_out
    assert (left.workshop, left.session) == ("w1", "")
    assert [len(each) for each in groups(propose(planned, "w1", "talk", size=3))] == [3, 3, 3]


def test_sessions_without_groups_are_passed_over():
    found = propose(year(workshop(1, Session("check-in"), Session(title="Talk", minutes=30))), "w1")
    assert (found.rounds, found.left_out) == ((), ())
    assert found.formed.explain() == "There are no groups to form."


def test_a_session_that_was_cut_has_no_groups():
    day = workshop(1, troika(), actuals=[Actual("trios", fate="cut")])
    assert propose(year(day), "w1").rounds == ()


def test_a_session_that_cannot_be_split_says_why():
    found = propose(year(workshop(1, Session("troika-consulting", minutes=30)), people=5), "w1")
    (left,) = found.left_out
    assert (left.workshop, left.session) == ("w1", "troika-consulting")
    assert "5 people" in left.reason


def test_groups_are_locked_if_asked():
    found = propose(year(workshop(1, troika())), "w1", status="locked")
    assert found.programme.workshop("w1").allocations[0].status == "locked"
    again = propose(found.programme, "w1", seed=9)
    assert again.rounds == ()
    assert again.programme == found.programme


def test_proposals_are_made_anew():
    first = propose(year(workshop(1, troika())), "w1")
    second = propose(first.programme, "w1", together=[("ana", "ben", "caz")])
    assert groups(second)[0] == ("ana", "ben", "caz")
    assert len(second.programme.workshop("w1").allocations) == 1


def test_tables_of_a_round_that_was_held_stay_as_many():
    planned = propose(year(workshop(1, cafe()), people=12), "w1").programme
    held = evolve(planned.workshop("w1").allocations[0], status="actual")
    day = evolve(planned.workshop("w1"), allocations=[held])
    found = propose(evolve(planned, workshops=[day]), "w1", absent=["ana", "jon", "kit", "lea"])
    assert [len(each) for each in groups(found, round=2)] == [3, 3, 2]
    assert [group.host for group in found.rounds[0].allocation.groups] == ["ben", "caz", "dev"]


def settled_though_it_cannot_be():
    made = [Group(["ana", "ben"]), Group(["caz", "dev", "eva"])]
    settled = GroupAllocation("trios", made, status="actual")
    session = Session("troika-consulting", id="trios", minutes=30)
    return year(workshop(1, session, allocations=[settled]), people=5)


def test_rounds_that_are_settled_stay_whatever_the_format_says():
    planned = settled_though_it_cannot_be()
    found = propose(planned, "w1")
    assert (found.rounds, found.left_out, found.programme) == ((), (), planned)


def test_a_session_that_is_asked_for_says_why_it_cannot_be_settled_further():
    (left,) = propose(settled_though_it_cannot_be(), "w1", "trios").left_out
    assert "5 people" in left.reason


def test_workshops_before_the_day_and_those_that_are_off_are_left_alone():
    off = Event("2027-01-05", "cancelled")
    planned = year(
        workshop(1, troika()), workshop(2, troika(), events=[off]), workshop(3, troika())
    )
    found = propose(planned, as_of="2027-02-01")
    assert [each.workshop for each in found.rounds] == ["w3"]


def test_programme_that_is_proposed_has_met_as_it_says():
    planned = year(workshop(1, cafe(), troika()), workshop(2, troika()), people=12)
    found = propose(planned, as_of="2027-01-01")
    people = [person.id for person in planned.people]
    assert found.meetings == meetings(people, met_before(found.programme))


def test_a_format_of_a_plugin_is_asked_like_any_other(with_plugin):
    from workshopcore.contracts.formats import FormatPlan, GroupPlan
    from workshopcore.model.length import Length

    class Buzz:
        key, title, people = "acme:buzz", "Buzz", (2, 40)

        def length(self, people, options):
            return Length(5, 10, 15)

        def expand(self, request):
            return FormatPlan([], groups=GroupPlan([request.people - 2, 2]))

    toolkit = with_plugin(session_formats=lambda: [Buzz()])
    found = toolkit.propose_groups(
        year(workshop(1, Session("acme:buzz", id="buzz")), people=5), "w1"
    )
    assert sorted(map(len, groups(found))) == [2, 3]


def test_without_a_workshop_a_day_is_needed():
    with pytest.raises(AsOfRequiredError):
        propose(year(workshop(1, troika())))


def test_a_cancelled_workshop_is_refused():
    day = workshop(1, troika(), events=[Event("2027-01-05", "cancelled")])
    with pytest.raises(GroupsError, match="'w1' is cancelled"):
        propose(year(day), "w1")


@pytest.mark.parametrize(
    ("wishes", "error", "message"),
    [
        ({"apart": [("ana", "nobody")]}, UnknownKeyError, "nobody"),
        ({"absent": ["nobody"]}, UnknownKeyError, "nobody"),
        ({"apart": ["ana"]}, InvalidValueError, "list of people"),
        ({"apart": "ana"}, InvalidValueError, "list of sets"),
        ({"balance": "service"}, InvalidValueError, "list of fields"),
        ({"balance": ["shoe_size"]}, InvalidValueError, "shoe_size"),
        ({"size": 3}, InvalidValueError, "Name a session"),
        ({"rounds": 0}, InvalidValueError, "from 1 to 1000 for rounds"),
        ({"size": 1}, InvalidValueError, "from 2 to 1000 for size"),
        ({"budget": -1}, InvalidValueError, "budget"),
        ({"aparts": []}, UnknownKeyError, "Did you mean 'apart'"),
        ({"hosts": ["ana"]}, GroupsError, "hosts are named"),
        (
            {"apart": [("ana", "ben")], "together": [("ana", "ben")]},
            GroupsError,
            "w1/trios, round 1: ",
        ),
    ],
)
def test_wishes_that_cannot_be_are_refused_in_words(wishes, error, message):
    with pytest.raises(error, match=message):
        propose(year(workshop(1, troika())), "w1", **wishes)


def test_rounds_need_a_size():
    with pytest.raises(InvalidValueError, match="how many sit in a group"):
        propose(year(workshop(1, troika())), "w1", "trios", rounds=2)


def test_more_hosts_than_tables_are_told():
    found = propose(year(workshop(1, cafe(), troika()), people=12), "w1", "cafe", hosts=["ana"])
    assert found.left_out == ()
    with pytest.raises(GroupsError, match="4 hosts are named"):
        propose(year(workshop(1, cafe()), people=12), "w1", hosts=["ana", "ben", "caz", "dev"])


def test_unknown_workshop_and_session_are_told():
    planned = year(workshop(1, troika()))
    with pytest.raises(UnknownKeyError, match="w9"):
        propose(planned, "w9")
    with pytest.raises(UnknownKeyError, match="trio"):
        propose(planned, "w1", "trio")


def test_progress_is_told():
    told = []
    propose(year(workshop(1, troika())), "w1", advance=lambda done, whole: told.append(done))
    assert told[-1] == FAST["budget"]
