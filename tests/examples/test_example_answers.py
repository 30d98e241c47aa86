"""What people answered in the example, and what may be shown of it."""

import csv
from collections import Counter
from hashlib import sha256
from pathlib import Path
from statistics import median

import pytest

import workshopcore as wc
from workshopcore.contracts.evaluation import Evaluation
from workshopcore.evaluation import Answers, evaluate, kept_answers, stored_answers
from workshopcore.evaluation.answers.tokens import is_token
from workshopcore.evaluation.disclosure import Rule, identifying

KEY = b"a secret of the house that stays with the answers"
WAVES = ["baseline", *(f"pulse-{number}" for number in range(1, 7)), "close"]
SCALED = {
    "baseline": ["purpose", "challenge", "duplication"],
    **{wave: ["worth-it", "could-speak", "know-next"] for wave in WAVES[1:-1]},
    "close": ["purpose", "challenge", "duplication"],
}
WRITTEN = {**{wave: ["different"] for wave in WAVES[1:-1]}, "close": ["gain", "worse"]}


@pytest.fixture(scope="module")
def rows(folder: Path) -> dict[str, list[dict[str, str]]]:
    """Every file of answers, read with the csv module alone."""
    found = {}
    for wave in WAVES:
        with (folder / "answers" / f"{wave}.csv").open(newline="", encoding="utf-8") as file:
            found[wave] = list(csv.DictReader(file))
    return found


@pytest.fixture(scope="module")
def answers(programme: wc.Programme, folder: Path) -> dict[str, Answers]:
    """Every file of answers, read as what the programme says it is."""
    return {
        wave.id: kept_answers(
            (folder / wave.answers.path).read_bytes(),
            programme.instrument(wave.instrument),
            wave.answers,
        )
        for wave in programme.waves
        if wave.answers
    }


@pytest.fixture(scope="module")
def evaluation(programme: wc.Programme, answers: dict[str, Answers]) -> Evaluation:
    return evaluate(programme, answers, "2027-12-31", key=KEY)


def points(rows: list[dict[str, str]], item: str) -> list[int]:
    return [int(row[item]) for row in rows if row[item]]


def test_every_wave_names_its_file_and_its_hash(programme: wc.Programme, folder: Path) -> None:
    assert [wave.id for wave in programme.waves] == WAVES
    for wave in programme.waves:
        assert wave.answers is not None
        assert wave.answers.path == f"answers/{wave.id}.csv"
        data = (folder / wave.answers.path).read_bytes()
        assert sha256(data).hexdigest() == wave.answers.sha256
    assert {path.stem for path in (folder / "answers").iterdir()} == set(WAVES)


def test_files_are_as_the_store_writes_them(answers: dict[str, Answers], folder: Path) -> None:
    for wave, each in answers.items():
        assert stored_answers(each) == (folder / "answers" / f"{wave}.csv").read_bytes()


def test_as_many_answered_as_the_programme_says(
    programme: wc.Programme, rows: dict[str, list[dict[str, str]]]
) -> None:
    named = {wave.id: wave.answers.count for wave in programme.waves if wave.answers}
    assert named == {wave: len(each) for wave, each in rows.items()}
    assert list(named.values()) == [9, 9, 6, 7, 8, 8, 9, 9]


def test_the_same_nine_answered_at_the_start_and_at_the_close(
    rows: dict[str, list[dict[str, str]]],
) -> None:
    start, close = ({row["token"] for row in rows[wave]} for wave in ("baseline", "close"))
    assert len(start) == 9
    assert start == close
    assert all(is_token(token) for token in start)


def test_answers_after_a_workshop_are_nobodys(rows: dict[str, list[dict[str, str]]]) -> None:
    assert {row["token"] for wave in WAVES[1:-1] for row in rows[wave]} == {""}


def test_counts_are_those_of_the_files(
    evaluation: Evaluation, rows: dict[str, list[dict[str, str]]]
) -> None:
    alike = []
    for wave in WAVES:
        for key in SCALED[wave]:
            given = points(rows[wave], key)
            item = evaluation.wave(wave).item(key)
            assert item.answered == len(given)
            if len(set(given)) == 1:
                alike.append((wave, key))
                assert {answer.text for answer in item.answers} == {"all similar"}
                continue
            expected = Counter(given)
            assert [each.count for each in item.answers] == [expected[n] for n in range(1, 6)]
    assert alike == [("pulse-6", "could-speak")]


def test_sentences_say_how_many_agree_of_those_who_answered(
    evaluation: Evaluation, rows: dict[str, list[dict[str, str]]]
) -> None:
    for wave, key in (("baseline", "purpose"), ("close", "purpose"), ("close", "challenge")):
        given = points(rows[wave], key)
        agree = sum(point >= 4 for point in given)
        assert evaluation.wave(wave).item(key).sentences == (
            f"{agree} of {len(given)} answered Agree or Agree strongly",
            f"median {median(given):g} among {len(given)}",
        )


def test_favourable_end_of_a_reversed_question_is_the_low_one(
    evaluation: Evaluation, rows: dict[str, list[dict[str, str]]]
) -> None:
    low = sum(point <= 2 for point in points(rows["close"], "duplication"))
    item = evaluation.wave("close").item("duplication")
    assert item.sentences[0] == f"{low} of 9 answered Disagree strongly or Disagree"


def test_changes_are_those_of_the_same_people(
    evaluation: Evaluation, rows: dict[str, list[dict[str, str]]]
) -> None:
    before = {row["token"]: row for row in rows["baseline"]}
    steps = {
        key: [int(row[key]) - int(before[row["token"]][key]) for row in rows["close"]]
        for key in SCALED["close"]
    }
    steps["duplication"] = [-step for step in steps["duplication"]]
    assert [(each.key, each.paired) for each in evaluation.changes] == [
        (key, 9) for key in SCALED["close"]
    ]
    for each in evaluation.changes:
        signs = Counter((step > 0) - (step < 0) for step in steps[each.key])
        assert (each.improved, each.same, each.worse) == (signs[1], signs[0], signs[-1])


def test_answers_bear_out_what_the_objective_says_of_them(
    programme: wc.Programme, rows: dict[str, list[dict[str, str]]]
) -> None:
    objective = programme.objective("working-together")
    agree = [
        sum(point >= 4 for point in points(rows[wave], "challenge"))
        for wave in ("baseline", "close")
    ]
    assert agree == [objective.baseline, objective.target] == [3, 7]
    assert objective.outcome == "met"


def test_not_everybody_is_happy(evaluation: Evaluation) -> None:
    assert evaluation.wave("close").item("purpose").answers[1].text == "1"
    (challenge,) = [each for each in evaluation.changes if each.key == "challenge"]
    assert challenge.worse == 1


def test_one_question_was_left_out_by_one(
    evaluation: Evaluation, rows: dict[str, list[dict[str, str]]]
) -> None:
    blank = [
        (wave, key) for wave in WAVES for row in rows[wave] for key in SCALED[wave] if not row[key]
    ]
    assert blank == [("pulse-4", "know-next")]
    item = evaluation.wave("pulse-4").item("know-next")
    assert (item.asked, item.answered) == (9, 7)
    assert item.sentences[0].startswith("3 of 7 answered")


def test_those_who_were_not_there_are_not_asked(evaluation: Evaluation) -> None:
    asked = {wave.wave: wave.invited for wave in evaluation.waves}
    assert list(asked.values()) == [9, 9, 8, 9, 9, 8, 9, 9]


def test_earlier_in_the_year_nothing_is_said_of_later_waves(
    programme: wc.Programme, answers: dict[str, Answers]
) -> None:
    found = evaluate(programme, answers, "2027-05-26", key=KEY)
    assert [wave.wave for wave in found.waves] == WAVES[:4]
    assert found.changes == ()
    assert {base.wave for base in found.bases} == set(WAVES[:4])


def test_what_is_shown_after_a_wave_stays_the_same_later(
    programme: wc.Programme, answers: dict[str, Answers], evaluation: Evaluation
) -> None:
    early = evaluate(programme, answers, "2027-05-26", key=KEY)
    late = evaluate(programme, answers, "2027-12-31", key=KEY, earlier=early.bases)
    assert late == evaluation
    assert early.waves == evaluation.waves[:4]


def test_a_house_that_asks_for_ten_shows_nothing(
    programme: wc.Programme, answers: dict[str, Answers]
) -> None:
    found = evaluate(programme, answers, "2027-12-31", key=KEY, rule=Rule(10))
    assert {wave.withheld for wave in found.waves} == {"fewer than 10 answered"}
    assert (found.bases, [wave.items for wave in found.waves]) == ((), [()] * 8)


def test_no_comment_and_no_token_is_shown(
    evaluation: Evaluation, rows: dict[str, list[dict[str, str]]]
) -> None:
    shown = repr(evaluation)
    written = [
        row[key]
        for wave, keys in WRITTEN.items()
        for row in rows[wave]
        for key in keys
        if len(row[key]) > 8
    ]
    tokens = {row["token"] for row in rows["close"]}
    assert len(written) > 35
    assert [text for text in (*written, *tokens) if text in shown] == []


def test_comments_hold_what_screening_is_for(
    programme: wc.Programme, rows: dict[str, list[dict[str, str]]]
) -> None:
    found = {
        flag.kind
        for wave, keys in WRITTEN.items()
        for row in rows[wave]
        for key in keys
        for flag in identifying(row[key], programme.people).flags
    }
    assert {"name", "place", "date"} <= found
