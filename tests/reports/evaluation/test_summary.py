import pytest
from attrs import evolve

from workshopcore.model.evaluation import Gain


def lead(report):
    return report.blocks[0].blocks[0]


def lines(report, look):
    return look.lines(report.blocks[0])


def test_summary_opens_with_how_the_objectives_were_judged(report):
    assert lead(report()).text == "Of 2 objectives: 1 partly met and 1 not judged yet."
    assert lead(report()).lead


def test_summary_counts_workshops_places_and_actions(report):
    assert report().blocks[0].blocks[1].pairs == (
        ("Workshops held", "3 of 3"),
        ("Places taken", "17 of 27"),
        ("Actions done", "1 of 3"),
    )


def test_summary_has_the_three_figures_together_and_the_unwelcome(report, look):
    three = (
        "Objectives: 1 of 2 with an action, 1 of 2 with a gain,"
        " 1 of 2 with a gain that rests on more than self-report."
    )
    assert lines(report(), look)[:3] == [
        three,
        "6 results: 1 independently confirmed, 1 shown by records and 4 reported.",
        "Of these 1 is unwelcome, 1 is mixed and 1 is contested.",
    ]


def test_summary_doubts_a_programme_in_which_everything_is_welcome(report, asked, look):
    rosy = evolve(asked, gains=[Gain("Better", id="better")], quotes=[])
    assert lines(report(programme=rosy), look)[2] == (
        "None of these is mixed, unwelcome or contested. That is rare, and worth asking about."
    )


def test_summary_says_who_answered_and_how_many_moved_which_way(report, look):
    assert lines(report(), look)[3:] == [
        "At the close: 8 of 9 who were asked answered.",
        "We share a purpose: 5 of 8 improved, 2 stayed the same, 1 got worse.",
        "We do work twice: Everybody moved the same way, so it is not said which.",
    ]


def test_summary_without_change_tells_the_counts_of_the_close(report, made, look):
    assert lines(report(made.whole(changes=[])), look)[4] == (
        "We share a purpose: 6 of 8 answered Agree; 9 were asked."
    )


def test_summary_tells_the_first_three_questions_and_how_many_more_there_are(report, made, look):
    change = made.whole().changes[0]
    many = [evolve(change, key=f"q{n}", text=f"Question {n}") for n in range(5)]
    told = lines(report(made.whole(changes=many)), look)
    assert [line.split(":")[0] for line in told[4:]] == [
        "Question 0",
        "Question 1",
        "Question 2",
        "2 more questions",
    ]


@pytest.mark.parametrize("kinds", [["baseline"], ["baseline", "after-each"]])
def test_summary_says_when_the_close_is_not_shown(report, made, look, kinds):
    waves = [wave for wave in made.whole().waves if wave.kind in kinds]
    told = lines(report(made.whole(waves=waves, changes=[])), look)
    assert told[-1] == "Nothing is shown yet of what was answered at the close."


def test_summary_does_not_say_how_many_answered_where_that_is_not_shown(report, made, reading):
    waves = [evolve(wave, answered=None) for wave in made.whole().waves]
    words = reading.words(report(made.whole(waves=waves)))
    assert "who were asked answered" not in words
    assert "not shown" in words
