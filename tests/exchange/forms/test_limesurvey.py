"""The survey structure, read by the rules of LimeSurvey's manual and by nothing of ours.

"Tab Separated Value survey structure": the first row names the columns; rows of class S and SL
are settings; a question belongs to the group above it, subquestions and answers to the question
above them. Codes of questions begin with a letter and have letters and digits, at most 20; those
of answers at most 5. Text is HTML, in which braces begin an expression.
"""

import csv
import html
import re
from io import StringIO

import pytest

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.answers import Other, read_answers
from workshopcore.exchange.forms import LimeSurveyExporter, limesurvey_mapping
from workshopcore.exchange.forms.limesurvey_codes import codes_of
from workshopcore.model.evaluation import Instrument, Question
from workshopcore.testing.documents import HOSTILE

EXPORTER = LimeSurveyExporter()
KNOWN = set("15ABCDEFGHIKLMNOPQRSTUXY!:;|*")


def survey(text):
    """Read a survey structure, and make sure that the manual's rules hold."""
    rows = list(csv.reader(StringIO(text, newline=""), delimiter="\t"))
    headings, *rows = rows
    assert headings[:9] == [
        *("id", "class", "type/scale", "name", "relevance", "text", "help", "language"),
        "validation",
    ]
    found = {"S": {}, "SL": {}, "groups": []}
    codes, ids = set(), set()
    for cells in rows:
        assert len(cells) == len(headings)
        row = dict(zip(headings, cells, strict=True))
        kind = row["class"]
        if kind in ("S", "SL"):
            found[kind][row["name"]] = row["text"]
            continue
        assert row["language"] == found["S"]["language"]
        if kind == "G":
            found["groups"].append({**row, "questions": []})
        elif kind == "Q":
            assert row["type/scale"] in KNOWN
            assert re.fullmatch("[a-zA-Z][a-zA-Z0-9]{0,19}", row["name"])
            assert row["name"] not in codes
            assert row["mandatory"] in ("Y", "N")
            assert row["other"] in ("Y", "N")
            codes.add(row["name"])
            found["groups"][-1]["questions"].append({**row, "SQ": [], "A": []})
        else:
            assert kind in ("SQ", "A")
            longest = 20 if kind == "SQ" else 5
            assert re.fullmatch(f"[a-zA-Z0-9]{{1,{longest}}}", row["name"])
            assert row["type/scale"] == "0"
            question = found["groups"][-1]["questions"][-1]
            assert row["name"] not in [each["name"] for each in question[kind]]
            assert (row["id"] == question["id"]) is (kind == "A")
            question[kind].append(row)
        if kind in ("Q", "SQ"):
            assert row["id"] not in ids
            ids.add(row["id"])
    return found


def questions(found):
    return {q["name"]: q for group in found["groups"] for q in group["questions"]}


def below(question, kind):
    return [(row["name"], html.unescape(row["text"])) for row in question[kind]]


def test_survey_keeps_nothing_of_who_answered_when(write):
    settings = survey(write(EXPORTER))["S"]
    assert settings == {
        "language": "en",
        "format": "G",
        "anonymized": "Y",
        "datestamp": "N",
        "ipaddr": "N",
        "refurl": "N",
        "savetimings": "N",
    }


def test_survey_is_welcomed_with_the_introduction_and_the_threshold(write):
    assert survey(write(EXPORTER))["SL"] == {
        "surveyls_title": "The form",
        "surveyls_welcometext": "<p>What for.</p><p>Who reads it.</p>"
        "<p>Results are shown only where 6 people or more have answered.</p>",
    }


def test_sections_are_groups(write):
    groups = survey(write(EXPORTER))["groups"]
    assert [(g["name"], [q["name"] for q in g["questions"]]) for g in groups] == [
        ("The day", ["worthit", "expert"]),
        ("Questions", ["we", "chair", "recommend", "again", "day", "helped", "order"]),
        ("Last", ["why"]),
    ]


def test_every_type_has_its_own_in_limesurvey(write):
    found = questions(survey(write(EXPORTER)))
    assert {name: question["type/scale"] for name, question in found.items()} == {
        "worthit": "L",
        "expert": "L",
        "we": "F",
        "chair": "F",
        "recommend": "L",
        "again": "Y",
        "day": "L",
        "helped": "M",
        "order": "R",
        "why": "T",
    }


SCALE = [("1", "No"), ("2", "Partly"), ("3", "Yes")]


@pytest.mark.parametrize(
    ("name", "subquestions", "answers"),
    [
        ("worthit", [], SCALE),
        ("expert", [], [*SCALE, ("NA", "I was not there")]),
        ("we", [("1", "listen"), ("2", "decide")], SCALE),
        ("chair", [("then", "Before, as I see it now"), ("now", "Today")], SCALE),
        ("again", [], []),
        ("day", [], [("1", "Monday"), ("2", "Friday")]),
        ("helped", [("1", "A"), ("2", "B")], []),
        ("order", [], [("1", "A"), ("2", "B"), ("3", "C")]),
        ("why", [], []),
    ],
)
def test_question_has_its_statements_and_answers(write, name, subquestions, answers):
    question = questions(survey(write(EXPORTER)))[name]
    assert below(question, "SQ") == subquestions
    assert below(question, "A") == answers


def test_likelihood_has_eleven_points_and_words_for_the_ends(write):
    answers = below(questions(survey(write(EXPORTER)))["recommend"], "A")
    assert answers[0] == ("0", "0: Never")
    assert answers[1:10] == [(str(n), str(n)) for n in range(1, 10)]
    assert answers[10] == ("10", "10: At once")


def test_what_limits_an_answer_is_set(write):
    found = questions(survey(write(EXPORTER)))
    assert [name for name, q in found.items() if q["mandatory"] == "Y"] == ["again"]
    assert {n: q["other_replace_text"] for n, q in found.items() if q["other"] == "Y"} == {
        "day": "Other (please say)",
        "helped": "Other (please say)",
    }
    assert {n: q["max_answers"] for n, q in found.items() if q["max_answers"]} == {
        "helped": "2",
        "order": "2",
    }
    assert found["why"]["help"] == "In a word"


def test_third_answer_to_yes_and_no_takes_a_list(write):
    asked = Question("Again?", "yes-no", id="again", not_applicable="I left")
    (question,) = questions(survey(write(EXPORTER, asked))).values()
    assert question["type/scale"] == "L"
    assert below(question, "A") == [("Y", "Yes"), ("N", "No"), ("NA", "I left")]


def test_likelihood_may_not_apply(write):
    asked = Question("Recommend?", "likelihood", not_applicable="I left")
    (question,) = questions(survey(write(EXPORTER, asked))).values()
    assert below(question, "A")[-2:] == [("10", "10"), ("NA", "I left")]


def test_none_of_several_excludes_the_others(write):
    asked = Question(
        "Helped?", "several-choice", id="helped", options=["A", "B"], not_applicable="None"
    )
    (question,) = questions(survey(write(EXPORTER, asked))).values()
    assert below(question, "SQ") == [("1", "A"), ("2", "B"), ("NA", "None")]
    assert question["exclude_all_others"] == "NA"
    assert limesurvey_mapping(Instrument("F", [asked])).columns["helped[NA]"] == ""


def test_nothing_is_ranked_by_leaving_it_empty(write):
    asked = Question("Order?", "ranking", options=["A", "B"], not_applicable="Neither")
    (question,) = questions(survey(write(EXPORTER, asked))).values()
    assert below(question, "A") == [("1", "A"), ("2", "B")]
    assert question["help"].endswith("Leave it empty for: Neither")


def test_what_is_asked_with_a_name_is_a_survey_of_its_own(write):
    assert list(questions(survey(write(EXPORTER, part="apart")))) == ["quote"]


@pytest.mark.parametrize("options", [{"part": "all"}, {"parts": "apart"}])
def test_option_of_no_use_is_refused(write, options):
    with pytest.raises(InvalidValueError):
        write(EXPORTER, **options)


def test_nothing_apart_is_no_survey(write):
    with pytest.raises(InvalidValueError, match="asks something apart"):
        write(EXPORTER, Question("Why?"), part="apart")


@pytest.mark.parametrize("text", [*filter(str.strip, HOSTILE), "{INSERTANS:1}", "=1+1", '@"x"\t'])
def test_hostile_text_is_shown_as_it_is(write, text):
    asked = Question(text, "single-choice", options=[text, "B"], section=text, guidance=text)
    written = write(EXPORTER, asked)
    (question,) = questions(survey(written)).values()
    cells = [question["text"], question["help"], question["A"][0]["text"]]
    for cell in cells:
        assert not set(cell) & set('<>{}\t\n"')
        assert not cell.startswith(tuple("=+-@"))
    shown = html.unescape(question["text"])
    assert [c for c in shown if c.isalnum()] == [c for c in text if c.isalnum()]


def test_codes_are_letters_and_digits_and_differ():
    ids = ["worth-it", "worthit", "4-weeks", "time", "a" * 30, "a" * 31, "other"]
    codes = codes_of(Question("?", id=id) for id in ids)
    assert list(codes.values()) == [
        "worthit",
        "worthitx2",
        "q4weeks",
        "timex2",
        "a" * 20,
        "a" * 18 + "x2",
        "otherx2",
    ]


def test_answers_come_back_through_the_mapping(form):
    """An export with codes, as LimeSurvey heads and fills it, is read item by item."""
    headings = [
        *("id", "submitdate", "lastpage", "startlanguage", "seed"),
        *(
            "worthit",
            "expert",
            "we[1]",
            "we[2]",
            "chair[then]",
            "chair[now]",
            "recommend",
            "again",
            "day",
            "day[other]",
            "helped[1]",
            "helped[2]",
            "helped[other]",
            "order[1]",
            "order[2]",
            "order[3]",
            "why",
        ),
    ]
    cells = [
        *("1", "1980-01-01 00:00:00", "4", "en", "1904"),
        *("3", "NA", "1", "2", "1", "3", "10", "Y", "-oth-", "Sunday", "Y"),
        *("", "The walk", "3", "1", "", "It helped"),
    ]
    file = StringIO()
    csv.writer(file).writerows([headings, cells])
    kept = [q for q in form.questions if q.id != "quote"]
    asked = Instrument("The form", kept, id="form")
    answers = read_answers(file.getvalue().encode(), asked, limesurvey_mapping(form))
    assert answers.problems == ()
    assert {key: column[0] for key, column in answers.columns.items()} == {
        "worth-it": 3,
        "expert": None,
        "we/1": 1,
        "we/2": 2,
        "chair/then": 1,
        "chair/now": 3,
        "recommend": 10,
        "again": True,
        "day": Other(form.questions[6].other, "Sunday"),
        "helped": ("A", Other(form.questions[7].other, "The walk")),
        "order": ("C", "A"),
        "why": "It helped",
    }
