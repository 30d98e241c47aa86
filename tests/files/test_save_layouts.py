"""Editing a TOML text in whatever form somebody wrote it."""

from textwrap import dedent

import attrs
import pytest

import workshopcore as wc
from workshopcore.files.editing import edited
from workshopcore.files.plain import document_of

HEAD = 'schema = 1\ntitle = "A year"\nid = "a-year"\n'


def text_after(text, change):
    """Return a text after a change of its programme; it must say what the programme says."""
    old = wc.loads(text)
    new = change(old)
    result = edited(text, document_of(old), document_of(new))
    assert result is None or wc.loads(result) == new
    return result


def people(*names):
    return lambda programme: attrs.evolve(
        programme,
        people=[next((p for p in programme.people if p.id == n), wc.Person(n)) for n in names],
    )


AMINA = '{ name = "Amina", id = "amina" }'
BEN = '{ name = "Ben", id = "ben" }'
CHE = '{ name = "che", id = "che" }'


@pytest.mark.parametrize(
    ("before", "names", "after"),
    [
        (f"[{AMINA}]", ["amina", "che"], f"[{AMINA}, {CHE}]"),
        (f"[{AMINA},]", ["amina", "che"], f"[{AMINA}, {CHE},]"),
        (f"[{AMINA}, {BEN}]", ["ben"], f"[{BEN}]"),
        (f"[{AMINA}, {BEN}]", ["amina"], f"[{AMINA}, ]"),
        (f"[{AMINA}, {BEN}]", ["che", "amina", "ben"], f"[{CHE}, {AMINA}, {BEN}]"),
        (f"[\n  {AMINA},  # leads\n]", ["amina", "che"], f"[\n  {AMINA},  # leads\n  {CHE},\n]"),
        (f"[\n\t{AMINA}  # leads\n]", ["amina", "che"], f"[\n\t{AMINA},  # leads\n\t{CHE},\n]"),
        (f"[\n  {AMINA}, # leads\n  {BEN},\n]", ["ben"], f"[\n  {BEN},\n]"),
        (
            f"[\n  # both\n  {AMINA},\n  {BEN},\n]",
            ["amina", "che", "ben"],
            f"[\n  # both\n  {AMINA},\n  {CHE},\n  {BEN},\n]",
        ),
        (f"[{AMINA}]", ["che"], f"[\n  {CHE},\n]"),
    ],
    ids=[
        "one line",
        "one line with a comma at its end",
        "the first goes",
        "the last goes",
        "one before the first",
        "lines of their own",
        "no comma at the end",
        "the first line goes with its comment",
        "one between two lines",
        "one for another",
    ],
)
def test_entries_of_an_array(before, names, after):
    text = f"{HEAD}people = {before}  # who\n"
    result = text_after(text, people(*names))
    assert result == f"{HEAD}people = {after}  # who\n"


def test_empty_array_is_replaced():
    result = text_after(f"{HEAD}people = []  # who\n", people("che"))
    assert result == f"{HEAD}people = [\n  {CHE},\n]  # who\n"


def test_several_are_added_to_an_array_without_a_comma_at_its_end():
    text = f"{HEAD}people = [\n  {AMINA}\n]\n"
    result = text_after(text, people("amina", "che", "dee"))
    dee = '{ name = "dee", id = "dee" }'
    assert result == f"{HEAD}people = [\n  {AMINA},\n  {CHE},\n  {dee},\n]\n"


def person(**changes):
    return lambda programme: attrs.evolve(
        programme, people=[attrs.evolve(programme.people[0], **changes), *programme.people[1:]]
    )


@pytest.mark.parametrize(
    ("before", "changes", "after"),
    [
        (AMINA, {"site": "North"}, '{ name = "Amina", id = "amina", site = "North" }'),
        (AMINA, {"name": "Amy"}, '{ name = "Amy", id = "amina" }'),
        (AMINA, {"name": "A\nB"}, '{ name = "A\\nB", id = "amina" }'),
        ('{name="Amina",id="amina",site="N"}', {"site": ""}, AMINA),
        ('{ name = "Amina" }', {}, AMINA),
    ],
    ids=["added", "changed", "several lines", "removed", "an identifier is written"],
)
def test_fields_of_an_inline_table(before, changes, after):
    text = f"{HEAD}people = [ {before} ] # who\n"
    assert text_after(text, person(**changes)) == f"{HEAD}people = [ {after} ] # who\n"


def client(**changes):
    return lambda programme: attrs.evolve(
        programme, client=attrs.evolve(programme.client, **changes)
    )


def test_short_form_makes_way_for_a_table():
    result = text_after(f'{HEAD}client = "Northvale" # who pays\n', client(sector="Care"))
    assert result == f'{HEAD}client = {{ name = "Northvale", sector = "Care" }} # who pays\n'


def test_table_with_a_header_gets_a_field_after_its_others():
    text = f'{HEAD}\n[client] # who pays\n  name = "Northvale"\n\n# the end\n'
    assert text_after(text, client(sector="Care")) == (
        f'{HEAD}\n[client] # who pays\n  name = "Northvale"\n  sector = "Care"\n\n# the end\n'
    )


def test_table_with_a_header_goes_with_the_comment_above_it():
    text = f'{HEAD}\n# who pays\n[client]\nname = "Northvale"\n\n# the end\n'
    result = text_after(text, lambda programme: attrs.evolve(programme, client=None))
    assert result == f"{HEAD}\n# the end\n"


def test_fields_with_dotted_keys_are_changed_in_place():
    text = f'{HEAD}client.name = "Northvale" # who pays\nclient.sector = "Care"\n'
    result = text_after(text, client(name="Southvale", sector=""))
    assert result == f'{HEAD}client.name = "Southvale" # who pays\n'


def test_fields_with_dotted_keys_cannot_be_added_to():
    text = f'{HEAD}client.name = "Northvale"\n'
    assert text_after(text, client(sector="Care")) is None


def test_table_with_dotted_keys_cannot_be_removed():
    text = f'{HEAD}client.name = "Northvale"\n'
    assert text_after(text, lambda programme: attrs.evolve(programme, client=None)) is None


def policy(**policy):
    return lambda programme: attrs.evolve(programme, policy=policy)


def test_tables_that_only_a_deeper_header_implies_can_be_changed_and_added_to():
    text = f"{HEAD}\n[policy.WC203]\nmost = 90 # minutes\n"
    assert text_after(text, policy(WC203={"most": 80}, WC204={"least": 5})) == (
        f"{HEAD}\n[policy.WC203]\nmost = 80 # minutes\n\n[policy.WC204]\nleast = 5\n"
    )


def test_table_that_is_only_implied_cannot_get_a_plain_value():
    text = f"{HEAD}\n[policy.WC203]\nmost = 90\n"
    assert text_after(text, policy(WC203={"most": 90}, plain=1)) is None


def test_table_that_is_only_implied_cannot_be_removed():
    assert text_after(f"{HEAD}\n[policy.WC203]\nmost = 90\n", policy()) is None


def test_table_becomes_a_plain_value():
    text = f"{HEAD}\n[details]\nold = 1\n\n[details.room]\nwide = true\n"
    result = text_after(
        text, lambda programme: attrs.evolve(programme, details={"old": 1, "room": "wide"})
    )
    assert result == f'{HEAD}\n[details]\nold = 1\nroom = "wide"\n'


AGENDA = dedent(
    """
    [[workshops]]
    title = "One"
    id = "one"
    start = 2027-01-19T09:30:00
    end = 2027-01-19T16:30:00

      # hello
      [[workshops.agenda]]
      format = "check-in"
      id = "check-in"

      # coffee
      [[workshops.agenda]]
      kind = "break"
      id = "break"

    # and then
    [[workshops]]
    title = "Two"
    id = "two"
    start = 2027-02-19T09:30:00
    end = 2027-02-19T16:30:00
    """
)


def agenda(change):
    def changed(programme):
        first, *rest = programme.workshops
        return attrs.evolve(
            programme, workshops=[attrs.evolve(first, agenda=change(first.agenda)), *rest]
        )

    return changed


def test_item_is_put_before_the_first_of_an_agenda():
    result = text_after(HEAD + AGENDA, agenda(lambda items: [wc.Buffer(10, id="slack"), *items]))
    start = result.index('[[workshops.agenda]]\nkind = "buffer"')
    assert start < result.index("  # hello")


def test_item_is_put_after_the_last_of_an_agenda():
    result = text_after(HEAD + AGENDA, agenda(lambda items: [*items, wc.Buffer(10, id="slack")]))
    assert result.index('id = "break"') < result.index('kind = "buffer"') < result.index("# and")


def test_every_item_of_an_agenda_goes():
    result = text_after(HEAD + AGENDA, agenda(lambda items: []))
    assert "agenda" not in result
    assert "hello" not in result
    assert "# and then" in result


def test_item_gets_a_table_of_its_own_within_it():
    def with_options(items):
        return [attrs.evolve(items[0], options={"rules": {"silent": True}}), *items[1:]]

    result = text_after(HEAD + AGENDA, agenda(with_options))
    assert result.index("silent = true") < result.index("# coffee")


def test_table_between_whose_parts_another_stands_cannot_be_removed():
    text = f'{HEAD}\n[details]\na = 1\n[client]\nname = "Northvale"\n[details.more]\nb = 2\n'
    assert text_after(text, lambda programme: attrs.evolve(programme, details={})) is None


def test_text_without_a_line_end_at_its_end_gets_one():
    result = text_after(HEAD.rstrip("\n"), people("che"))
    assert result == f'{HEAD}\n[[people]]\nname = "che"\nid = "che"\n'


def test_what_cannot_be_edited_is_written_anew(tmp_path):
    file = tmp_path / "year.toml"
    file.write_text(f'{HEAD}client.name = "Northvale" # who pays\n', encoding="utf-8")
    programme = client(sector="Care")(wc.load(file))
    wc.save(programme, file)
    assert wc.load(file) == programme
    assert file.read_text(encoding="utf-8") == wc.dumps(programme)
