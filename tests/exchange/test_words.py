"""What people type, in terms of a programme."""

import pytest

import workshopcore as wc
from workshopcore.errors import InvalidValueError
from workshopcore.exchange.words import PerCent, Words, our_status, status_word
from workshopcore.model.lifecycle import ACTION


@pytest.fixture
def words(programme):
    return Words(programme)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("in-progress", "in-progress"),
        ("In progress", "in-progress"),
        ("IN_PROGRESS", "in-progress"),
        ("  in   progress ", "in-progress"),
        ("Not started", "agreed"),
        ("To do", "agreed"),
        ("TODO", "agreed"),
        ("Open", "agreed"),
        ("Doing", "in-progress"),
        ("Completed", "done"),
        ("Closed", "done"),
        ("Won't do", "cancelled"),
        ("wont do", "cancelled"),
        ("Won’t fix", "cancelled"),
        ("canceled", "cancelled"),
        ("On hold", "blocked"),
        ("Waiting on someone else", "blocked"),
        ("Replaced", "superseded"),
        ("NEEDS-ACTION", "agreed"),
        ("IN-PROCESS", "in-progress"),
        ("COMPLETED", "done"),
        ("CANCELLED", "cancelled"),
    ],
)
def test_status_is_understood(words, said, meant):
    assert words.status(said) == meant


@pytest.mark.parametrize("state", ACTION.states)
def test_our_own_words_come_back(words, state):
    assert words.status(state) == words.status(status_word(state)) == our_status(state) == state


def test_todo_is_found_though_it_is_written_as_one(words):
    assert words.status("To-Do") == "agreed"


def test_another_tools_words_come_first(programme):
    words = Words(programme, statuses={"Parked": "blocked", "Done": "in-progress"})
    assert [words.status(word) for word in ("parked", "done", "Agreed")] == [
        "blocked",
        "in-progress",
        "agreed",
    ]


def test_another_tools_word_must_stand_for_one_of_ours(programme):
    with pytest.raises(InvalidValueError, match=r"one of proposed, agreed.*Did you mean 'blocked'"):
        Words(programme, statuses={"Parked": "bloked"})


def test_unknown_status_names_the_nearest(words):
    with pytest.raises(InvalidValueError) as caught:
        words.status("complted")
    assert str(caught.value) == (
        "expected a status: Proposed, Agreed, In progress, Blocked, Done, Verified, Reopened,"
        " Cancelled, Superseded, found 'complted'. Did you mean 'done'?"
    )


@pytest.mark.parametrize("value", [None, 5, True, "", "x" * 100_000])
def test_status_that_is_none_is_refused(words, value):
    with pytest.raises(InvalidValueError, match="expected a status"):
        words.status(value)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (40, 40),
        (40.0, 40),
        ("40", 40),
        ("40 %", 40),
        ("40%", 40),
        ("40 per cent", 40),
        ("40.0 %", 40),
        ("40,0", 40),
        (0, 0),
        (1, 1),
        (100, 100),
        (PerCent(0.4), 40),
        (PerCent(1), 100),
        (PerCent(0.295), 30),
        (PerCent(1 / 3), 33),
    ],
)
def test_progress_is_understood(words, said, meant):
    assert words.progress(said) == meant


@pytest.mark.parametrize(
    "value",
    [
        *(101, -1, 40.5, None, True, float("nan"), float("inf"), pytest.param(10**400, id="huge")),
        *("40.5", "half", "4 of 10", "", "٤٠", "1" * 5000),
        *(PerCent(1.5), PerCent("nan"), PerCent(-0.2)),
    ],
)
def test_progress_that_is_none_is_refused(words, value):
    with pytest.raises(InvalidValueError, match="a whole number of per cent from 0 to 100"):
        words.progress(value)


def test_share_without_a_format_is_not_guessed(words):
    with pytest.raises(InvalidValueError, match=r"found 0.4. Write 40, or format the cell"):
        words.progress(0.4)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("amina", "amina"),
        ("Amina Yusuf", "amina"),
        ("  amina   YUSUF ", "amina"),
        ("Yusuf, Amina", "amina"),
        ("A.Yusuf@Northvale.example", "amina"),
        ("Amina", "amina"),
        ("Elodie Martin", "elodie"),
        ("Sian Price Jones", "sian"),
        ("Ben Osei", "ben-o"),
        ("ben-a", "ben-a"),
        ("Ben A", "ben-a"),
    ],
)
def test_person_is_understood(words, said, meant):
    assert words.person(said) == meant


@pytest.mark.parametrize("name", ["Ben", "Kofi Mensah"])
def test_name_of_several_people_is_not_guessed(words, name):
    with pytest.raises(InvalidValueError, match="Several are called that: write the identifier"):
        words.person(name)


def test_unknown_person_names_the_nearest(words):
    with pytest.raises(InvalidValueError, match="Did you mean 'amina'"):
        words.person("Amnia Yusuf")


@pytest.mark.parametrize("value", [None, 7, "Yusuf, A, B", ",", "x," * 500])
def test_person_who_is_nobody_is_refused(words, value):
    with pytest.raises(InvalidValueError, match="somebody on the programme"):
        words.person(value)


def test_identifier_of_one_comes_before_the_name_of_another():
    people = [wc.Person("Ben", id="amina"), wc.Person("Amina", id="ben")]
    words = Words(wc.Programme(title="A year", people=people))
    assert (words.person("ben"), words.person("Ben")) == ("ben", "ben")
    # So neither can go by a name that leads to the other.
    assert (words.name_of("ben"), words.name_of("amina")) == ("ben", "amina")


def test_name_is_used_where_it_is_the_only_one(words):
    assert (words.name_of("amina"), words.name_of("km1")) == ("Amina Yusuf", "km1")


def test_name_with_a_comma_leads_to_its_own_person():
    words = Words(wc.Programme(title="A year", people=[wc.Person("Osei, Ben", id="b")]))
    assert words.person(words.name_of("b")) == "b"


def test_objective_is_known_by_identifier_and_statement(words):
    assert (words.objective("door"), words.objective("one FRONT door")) == ("door", "door")
    assert words.objective_text("door") == "One front door"


def test_objective_that_several_share_goes_by_its_identifier():
    aims = [wc.Objective("Trust", id="one"), wc.Objective("trust", id="two")]
    words = Words(wc.Programme(title="A year", objectives=aims))
    assert words.objective_text("one") == "one"


def test_action_is_known_by_identifier_and_statement(words):
    assert (words.action("ROTA"), words.action("draw the rota")) == ("rota", "rota")


def test_word_means_one_state_and_no_other(words):
    assert words.means("Won't Do", "cancelled")
    assert not words.means("Fixed", "cancelled")
    assert not words.means(5, "cancelled")


def test_nearest_word_is_looked_for_only_while_that_is_cheap():
    people = [wc.Person(f"Person {number}", id=f"p{number}") for number in range(6000)]
    words = Words(wc.Programme(title="A year", people=people))
    hints = []
    for _ in range(4):
        with pytest.raises(InvalidValueError) as caught:
            words.person("Persn 17")
        hints.append(caught.value.hint)
    assert hints == ["Did you mean 'p17'?", "Did you mean 'p17'?", "", ""]
