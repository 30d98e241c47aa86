import pytest

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.instruments import instruments_in, read_instrument

PULSE = 'title = "Pulse"\nquestions = [{ text = "How was it?" }]\n'


def test_folder_is_read_in_the_order_of_its_files(tmp_path):
    (tmp_path / "b.toml").write_text(PULSE.replace("Pulse", "Second"), encoding="utf-8")
    (tmp_path / "a.toml").write_text(PULSE, encoding="utf-8")
    (tmp_path / "notes.md").write_text("Nothing", encoding="utf-8")
    assert [each.title for each in instruments_in(tmp_path)] == ["Pulse", "Second"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title = ", "a file in TOML"),
        ("questions = []", "an instrument with a title"),
        ('title = "P"\nscales = 3', "scales as a table"),
        ('title = "P"\nquestions = 3', "questions as a list"),
        ('title = "P"\nquestions = [3]', "a table with a text"),
        ('title = "P"\nquestions = [{ type = "text" }]', "a table with a text"),
        ('title = "P"\ntitel = "P"', "pulse.toml: titel'. Did you mean 'title'?"),
        ('title = "P"\nsponsor = "P"', "It knows title, questions"),
        ('title = "P"\nquestions = [{ text = "?", labls = [] }]', "Did you mean 'labels'?"),
        (
            'title = "P"\nquestions = [{ text = "?", type = "scale", scale = "s" }]',
            "question 1: s'",
        ),
        ('title = "P"\nquestions = [{ text = "?", type = "scale" }]', "two labels or more"),
        ('title = ""', "text that is not empty"),
    ],
)
def test_file_that_is_no_instrument_is_refused_by_name(text, message):
    with pytest.raises(InvalidValueError) as refused:
        read_instrument(text, "pulse.toml")
    assert message in str(refused.value)
    assert "pulse.toml" in str(refused.value)
