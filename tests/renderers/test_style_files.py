"""A house's style as a file."""

import base64

import pytest

import workshopcore as wc
from workshopcore.contracts.reports import Style
from workshopcore.errors import ProgrammeFileError
from workshopcore.renderers.html.colour import contrast
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


def test_second_picture_of_the_logo_is_one_that_every_format_shows(style_file, tmp_path, problems):
    (tmp_path / "logo.png").write_bytes(PICTURE)
    (tmp_path / "logo.webp").write_bytes(PICTURE)
    text = 'key = "a"\ntitle = "A"\nlogo = "data:image/svg+xml,x"\nlogo_raster = "logo.png"\n'

    style = read_style(style_file(text))

    assert style.logo_raster == f"data:image/png;base64,{base64.b64encode(PICTURE).decode()}"
    assert problems(text.replace(".png", ".webp")) == [
        ("logo_raster", "'logo.webp'", "a PNG, JPEG or GIF, which every format shows")
    ]


def test_what_is_in_the_style_already_stays(style_file):
    style = read_style(style_file('key = "a"\ntitle = "A"\nlogo = "data:image/png,x"\n'))

    assert style.logo == "data:image/png,x"


def test_everything_wrong_is_reported_together(problems):
    found = problems(
        'ttle = "Acme"\nquite-other = 1\nfooter = 3\npaper = "A5"\nfonts = "Georgia"\n'
        'headings = "bold"\nlanguage = "British English"\n'
        '[colours]\naccent = "blue"\nsoft = 7\n'
    )

    assert [path for path, _, _ in found] == [
        *("key", "title", "ttle", "quite-other", "footer", "paper", "fonts"),
        *("headings", "language", "colours.accent", "colours.soft"),
    ]
    assert found[5] == ("paper", "'A5'", "A4 or Letter")
    assert found[7] == ("headings", "'bold'", "plain or band")
    assert found[9] == ("colours.accent", "'blue'", "a colour such as #1d4f7c")


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


HEAD = 'key = "a"\ntitle = "A"\n'


@pytest.mark.parametrize(
    ("lines", "place", "expected", "hint"),
    [
        ("[colours]\nacent = '#123456'", "colours.acent", "one of ", "did you mean 'accent'?"),
        ("[fonts]\nbody = 'Georgia; x'", "fonts.body", "font families such as ", ""),
        ("[fonts]\nbody = 3", "fonts.body", "text", ""),
        ("[margins]\ntop = 4", "margins.top", "10 to 40 millimetres", "write the number alone"),
        ("[margins]\ntop = '20mm'", "margins.top", "10 to 40 millimetres", "write the number "),
        ("[margins]\nbottom = 12", "margins.bottom", "15 to 40 millimetres", "write the number"),
        ("[margins]\nlft = 20", "margins.lft", "one of ", "did you mean 'left'?"),
        ("[dates]\nday = 'd MMMM'", "dates.day", "a pattern with the year", "add y"),
        ("[dates]\nday = 3", "dates.day", "text", ""),
        ("[dates]\nhour = 'HH:mm'", "dates.hour", "one of ", "use one of day, "),
        ("[wording]\n'Owner' = ' '", "wording.'Owner'", "words for it", "leave the line out"),
        ("[wording]\n'Owner' = 3", "wording.'Owner'", "words for it", "leave the line out"),
        ("[wording]\n' ' = 'x'", "wording.' '", "a heading as documents have it", "a heading"),
        ("[wording]\n'On {day}' = '{dy}'", "wording.'On {day}'", "names in braces", "there: {day}"),
        ("[wording]\n'Owner' = '{x}'", "wording.'Owner'", "names in braces", "there: none"),
        ("margins = 20", "margins", "a table [margins]", ""),
    ],
)
def test_fault_in_a_table_has_its_place_and_its_cure(style_file, lines, place, expected, hint):
    with pytest.raises(ProgrammeFileError) as caught:
        read_style(style_file(f"{HEAD}{lines}\n"))

    (problem,) = caught.value.problems
    assert problem.path == place
    assert problem.expected.startswith(expected)
    assert problem.hint.startswith(hint)


def test_tables_of_a_style_are_taken(style_file):
    style = read_style(
        style_file(
            f'{HEAD}house = "Acme"\nheadings = "band"\ntables = "bands"\n[margins]\nleft = 24.5\n'
            '[dates]\nday = "d MMM y"\n[wording]\n"Plan on {day}" = "{day}: the plan {{"\n'
        )
    )

    assert (style.house, style.headings, style.tables) == ("Acme", "band", "bands")
    assert (dict(style.margins), dict(style.dates)) == ({"left": 24.5}, {"day": "d MMM y"})
    assert style.wording["Plan on {day}"] == "{day}: the plan {{"


def test_pale_colour_is_refused_with_one_that_can_be_read(problems, style_file):
    found = problems(f'{HEAD}[colours]\naccent = "#6f9fc0"\n')

    assert found == [
        (
            "colours.accent",
            "accent on paper is at 2.83:1 (paper left out, so the default's)",
            "4.5:1 or more",
        ),
        (
            "colours.accent",
            "accent on soft is at 2.54:1 (soft left out, so the default's)",
            "4.5:1 or more",
        ),
    ]
    with pytest.raises(ProgrammeFileError) as caught:
        read_style(style_file(f'{HEAD}[colours]\naccent = "#6f9fc0"\n'))
    (advice,) = {problem.hint for problem in caught.value.problems}
    colour = advice.split('"')[1]
    cured = read_style(style_file(f'{HEAD}[colours]\naccent = "{colour}"\n'))
    assert cured.colours["accent"] == colour
    assert min(contrast(colour, ground) for ground in ("#ffffff", "#eef3f7")) >= 4.5


def test_colours_left_out_are_told_where_they_are_what_cannot_be_read(problems):
    found = problems(f'{HEAD}[colours]\npaper = "#202428"\n')

    assert found[0] == (
        "colours.text",
        "text on paper is at 1.03:1 (text left out, so the default's)",
        "4.5:1 or more",
    )


def test_contrast_waits_for_colours_that_are_colours(problems):
    found = problems(f'{HEAD}[colours]\naccent = "blue"\ntext = "#eeeeee"\n')

    assert [path for path, _, _ in found] == ["colours.accent"]
