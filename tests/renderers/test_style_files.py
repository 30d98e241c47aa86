"""A house's style as a file."""

import base64

import pytest

import workshopcore as wc
from workshopcore.contracts.reports import Style
from workshopcore.errors import ProgrammeFileError
from workshopcore.renderers.styles.reading import read_style
from workshopcore.testing import sample_programme

PICTURE = b"\x89PNG and so on"


@pytest.fixture
def style_file(tmp_path):
    """Write a file with a style, and return its path."""

    def style_file(text):
        path = tmp_path / "house.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return style_file


@pytest.fixture
def problems(style_file):
    """Return what is wrong in a file, each as its place, what was found and what was expected."""

    def problems(text):
        with pytest.raises(ProgrammeFileError) as caught:
            read_style(style_file(text))
        return [(each.path, each.found, each.expected) for each in caught.value.problems]

    return problems


def test_style_has_what_its_file_says(style_file):
    path = style_file(
        '\ufeffkey = "acme"\ntitle = "Acme"\npaper = "Letter"\n[colours]\naccent = "#123456"\n'
        '[fonts]\nbody = "Georgia"\n[renderers."acme:poster"]\nsize = 3\n'
    )

    assert read_style(path) == Style(
        "acme",
        "Acme",
        paper="Letter",
        colours={"accent": "#123456"},
        fonts={"body": "Georgia"},
        renderers={"acme:poster": {"size": 3}},
    )
    assert read_style(str(path)) == read_style(path)


def test_files_beside_a_style_are_taken_in(style_file, tmp_path):
    (tmp_path / "logo.PNG").write_bytes(PICTURE)
    (tmp_path / "house.docx").write_bytes(b"words")

    style = read_style(
        style_file(
            'key = "acme"\ntitle = "Acme"\nlogo = "logo.PNG"\n'
            '[renderers."office:docx"]\ntemplate = "house.docx"\nstyles = { quote = "Voice" }\n'
        )
    )

    assert style.logo == f"data:image/png;base64,{base64.b64encode(PICTURE).decode()}"
    said = style.renderers["office:docx"]
    assert said["template"] == "data:application/octet-stream;base64,d29yZHM="
    assert dict(said["styles"]) == {"quote": "Voice"}


def test_what_is_in_the_style_already_stays(style_file):
    style = read_style(style_file('key = "a"\ntitle = "A"\nlogo = "data:image/png,x"\n'))

    assert style.logo == "data:image/png,x"


def test_everything_wrong_is_reported_together(problems):
    found = problems(
        'ttle = "Acme"\nquite-other = 1\nfooter = 3\npaper = "A5"\nfonts = "Georgia"\n'
        '[colours]\naccent = "blue"\nsoft = 7\n'
    )

    assert [path for path, _, _ in found] == [
        *("key", "title", "ttle", "quite-other", "footer", "paper", "fonts"),
        *("colours.accent", "colours.soft"),
    ]
    assert found[5] == ("paper", "'A5'", "A4 or Letter")
    assert found[7] == ("colours.accent", "'blue'", "a colour such as #1d4f7c")


def test_slip_of_the_pen_is_answered_with_the_right_word(style_file):
    with pytest.raises(ProgrammeFileError, match="did you mean 'footer'") as caught:
        read_style(style_file('key = "a"\ntitle = "A"\nfoter = "x"\n'))

    assert "house.toml: WC003 foter" in str(caught.value)


def test_files_that_are_not_there_are_each_named(problems):
    found = problems(
        'key = "a"\ntitle = "A"\nlogo = "none.png"\n'
        '[renderers]\n"a:b" = 3\n"c:d" = { template = "none.docx" }\n"e:f" = { template = 3 }\n'
    )

    assert [(path, expected) for path, _, expected in found] == [
        ("logo", "a file beside the style"),
        ("renderers.'a:b'", 'a table [renderers."a:b"]'),
        ("renderers.'c:d'.template", "a file beside the style"),
        ("renderers.'e:f'.template", "a file beside the style"),
    ]
    assert found[2][1] == "'none.docx' (No such file or directory)"


def test_file_that_is_far_too_large_is_not_taken_in(style_file, tmp_path, problems):
    with (tmp_path / "huge.docx").open("wb") as huge:
        huge.truncate(50 * 2**20 + 1)

    ((_, found, _),) = problems(
        'key = "a"\ntitle = "A"\n[renderers."office:docx"]\ntemplate = "huge.docx"\n'
    )

    assert found == "'huge.docx' (a file of more than 50 MiB)"


@pytest.mark.parametrize("text", ["key =", b"key = '\xff'"])
def test_what_is_no_toml_is_refused(problems, text):
    ((path, _, expected),) = problems(text)

    assert (path, expected) == ("", "TOML in UTF-8")


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(ProgrammeFileError, match="a file with a style, found No such file"):
        read_style(tmp_path / "none.toml")


def test_toolkit_takes_a_file_where_it_takes_a_key(style_file):
    toolkit = wc.Toolkit(discover=False)
    report = toolkit.report(sample_programme(), "overview", as_of="2027-06-30")
    path = style_file('key = "a"\ntitle = "A"\nfooter = "Acme, Ely"\n')

    assert toolkit.render(report, "text", style=str(path)).endswith(b"Acme, Ely\n")
