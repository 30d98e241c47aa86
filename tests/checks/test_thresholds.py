"""Every threshold decides: at its limit a rule is silent, one step beyond it speaks."""

import pytest

from workshopcore.checks.texts import rule_texts

TEXTS = rule_texts()

# For the bad example of a rule: a value of the threshold that just lets it pass, and the next
# one that does not.
LIMITS = [
    ("WC110", "names", [], ["team"]),
    ("WC110", "parts", ["tbc"], ["tbc", "vacant"]),
    ("WC112", "people", 4, 5),
    ("WC130", "least", 2, 3),
    ("WC130", "most", 10, 9),
    ("WC131", "kinds", ["holiday"], ["holiday", "school-holiday"]),
    ("WC131", "months", ["January"], ["February"]),
    ("WC132", "weekend", [7], [6, 7]),
    ("WC140", "closed", 25, 24),
    ("WC140", "left", 25, 24),
    ("WC140", "roles", ["sponsor"], ["participant"]),
    ("WC201", "minutes", 120, 119),
    ("WC202", "minutes", 105, 104),
    ("WC202", "pause", 20, 21),
    ("WC203", "minutes", 360, 359),
    ("WC204", "minutes", 20, 21),
    ("WC205", "time", "08:59", "09:00"),
    ("WC205", "formats", ["swot"], ["check-in"]),
    ("WC205", "words", ["gaps"], ["arrival"]),
    ("WC206", "formats", ["swot"], ["action-planning"]),
    ("WC206", "closers", ["check-out", "swot"], ["check-out"]),
    ("WC207", "formats", ["check-in"], ["action-review"]),
    ("WC207", "planning", ["swot"], ["action-planning"]),
    ("WC208", "minutes", 185, 184),
    ("WC209", "sessions", 4, 3),
    ("WC210", "formats", ["swot"], ["action-planning"]),
    ("WC210", "minutes", 10, 11),
    ("WC211", "formats", ["swot"], ["action-review"]),
    ("WC211", "minutes", 60, 59),
    ("WC212", "times", 4, 3),
    ("WC213", "formats", ["lecture"], ["swot"]),
    ("WC213", "words", ["talk"], ["presentation"]),
    ("WC213", "minutes", 40, 39),
    ("WC214", "formats", ["lecture"], ["swot"]),
    ("WC214", "words", ["talk"], ["presentation"]),
    ("WC214", "minutes", 25, 24),
    ("WC215", "formats", ["check-out"], ["check-in"]),
    ("WC215", "minutes", 0.4, 0.41),
    ("WC217", "rounds", ["swot"], ["check-in"]),
    ("WC230", "people", 1, 2),
    ("WC233", "times", 4, 3),
    ("WC233", "kept", ["swot"], []),
    ("WC234", "positions", ["director"], ["head"]),
    ("WC234", "rounds", 4, 3),
    ("WC236", "metres", 0, 1),
    ("WC241", "first", "11:45", "11:46"),
    ("WC241", "last", "13:45", "13:44"),
    ("WC242", "share", 0.92, 0.91),
    ("WC242", "minutes", 185, 184),
    ("WC243", "minutes", 0, 1),
    ("WC244", "minutes", 1, 2),
    ("WC244", "words", ["plenary"], ["feedback"]),
    ("WC302", "workshops", 0, 1),
    ("WC303", "weekend", [5, 6], [7]),
    ("WC303", "kinds", ["holiday"], ["school-holiday"]),
    ("WC304", "months", [7], [8]),
    ("WC305", "verbs", ["consider"], ["look at"]),
    ("WC310", "roles", ["observer"], ["expert"]),
    ("WC314", "actions", 3, 2),
    ("WC315", "ratio", 1.6, 1.59),
    ("WC315", "least", 5, 4),
    ("WC316", "ratio", 1.6, 1.59),
    ("WC320", "times", 3, 2),
    ("WC405", "questions", 0, 1),
    ("WC407", "formats", ["check-in"], ["swot"]),
    ("WC408", "minutes", 45, 44),
    ("WC409", "share", 0.25, 0.26),
    ("WC409", "formats", ["swot"], ["expert-panel"]),
    ("WC414", "days", 10, 9),
    ("WC415", "days", 31, 30),
    ("WC503", "people", 3, 4),
    ("WC505", "per_cent", 66, 67),
    ("WC511", "independence", 0, 1),
    ("WC512", "gains", 6, 5),
]
# Where the example itself has to say something else for the threshold to decide.
INSTEAD = {
    ("WC202", "pause"): {"minutes = 90": "minutes = 75"},
    ("WC241", "first"): {"12:30:00": "10:30:00", "15:00:00": "13:00:00"},
    ("WC110", "parts"): {"The whole team": "Amina Yusuf, vacant"},
    ("WC131", "months"): {"end = 2027-02-19\n": "end = 2027-02-15\n"},
    ("WC130", "most"): {"2027-02-02T09:30": "2027-03-30T09:30", "2027-02-02T12": "2027-03-30T12"},
    ("WC140", "left"): {
        '{ on = 2027-12-17, status = "closed" }': '{ on = 2029-12-17, status = "closed" }',
        'name = "Amina Yusuf"': 'name = "Amina Yusuf"\nleft = 2027-12-17',
    },
    ("WC206", "formats"): {'title = "Any other business"': 'format = "swot"'},
    ("WC206", "closers"): {'title = "Any other business"': 'format = "swot"'},
    ("WC213", "formats"): {'title = "Presentation: the new duties"': 'format = "swot"'},
    ("WC214", "formats"): {'title = "Presentation: the new duties"': 'format = "swot"'},
    ("WC205", "formats"): {'title = "Strengths and gaps"': 'format = "swot"'},
    ("WC233", "kept"): {'{ title = "Rounds" }': '{ format = "swot", id = "rounds" }'},
    ("WC303", "kinds"): {
        "due = 2027-02-21": "due = 2027-02-17",
        "[[people]]": '[[closures]]\ntitle = "Half-term"\nstart = 2027-02-15\nend = 2027-02-19\n'
        'kind = "school-holiday"\n\n[[people]]',
    },
    ("WC409", "formats"): {
        'title = "Questions to the expert"': 'format = "swot", id = "questions-to-the-expert"',
        "talk_minutes = 20\nquestion_minutes = 5": "brief_sent = 2027-05-04\n"
        'conflict_of_interest = "None"\n'
        'events = [{ on = 2027-03-01, status = "approached" },'
        ' { on = 2027-03-02, status = "agreed" }, { on = 2027-03-03, status = "confirmed" }]',
    },
    ("WC407", "formats"): {
        '{ title = "What worries us" }': '{ format = "swot" }',
        "the-new-duties/what-worries-us": "the-new-duties/questions-to-the-expert",
    },
}


def example(code: str, threshold: str) -> str:
    text = TEXTS[code].example.bad
    for wrong, right in INSTEAD.get((code, threshold), {}).items():
        assert text.count(wrong) == 1
        text = text.replace(wrong, right)
    return text


@pytest.mark.parametrize(("code", "threshold", "passes", "_speaks"), LIMITS)
def test_rule_is_silent_at_its_limit(places, code, threshold, passes, _speaks):
    text = example(code, threshold)
    assert places(text, code, policy={code: {threshold: passes}}) == []


@pytest.mark.parametrize(("code", "threshold", "_passes", "speaks"), LIMITS)
def test_rule_speaks_beyond_its_limit(places, code, threshold, _passes, speaks):
    text = example(code, threshold)
    assert len(places(text, code, policy={code: {threshold: speaks}})) == 1


def test_every_threshold_is_tried():
    tried = {(code, threshold) for code, threshold, *_ in LIMITS}
    assert tried == {(code, each.name) for code, text in TEXTS.items() for each in text.thresholds}
