"""The reference page lists the catalogue as it is."""

from pathlib import Path

from workshopcore.formats import catalogue, vocabulary

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "formats.md"


def rows(header):
    """Return the cells of each row of the table under a header."""
    lines = PAGE.read_text("utf-8").partition(f"| {header} |")[2].splitlines()[2:]
    table = lines[: lines.index("")]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in table]


def test_page_lists_every_format_with_its_figures():
    expected = []
    for format in catalogue():
        length = format.length(12)
        minutes = f"{length.shortest}–{length.usual}–{length.longest}"
        people = f"{format.people[0]}–{format.people[1]}"
        purposes = ", ".join(format.purposes)
        expected.append((f"`{format.key}`", format.title, purposes, people, minutes))
    assert [row[:5] for row in rows("key | title")] == expected


def test_page_lists_every_option():
    expected = [
        (f"`{format.key}`", f"`{option.name}`", option.meaning, *map(str, option.bounds))
        for format in catalogue()
        for option in format.options
    ]
    assert rows("format | option") == expected


def test_page_explains_every_purpose():
    text = PAGE.read_text("utf-8")
    for word, meaning in vocabulary().purposes.items():
        assert f"\n{word}\n: {meaning}\n" in text
