"""A name that is full of accents is looked for in good time, and found."""

from workshopcore.model.people import Person
from workshopcore.model.privacy.naming import Names

MARKS = "\u0301\u0323\u0308" * 40


def test_name_full_of_accents_is_found_in_time():
    person = Person(f"Zalgo{MARKS} Okoro")
    names = Names(person, [person])
    assert names.in_text(f"We thank Zalgo{MARKS} Okoro for it.")
    assert names.in_text("We thank Zalgo Okoro for it.")
    assert not names.in_text(f"We thank Zalg{MARKS} for it.")


def test_name_of_accents_alone_is_no_part_of_every_word():
    person = Person("\u0301 Okoro")
    assert not Names(person, [person]).in_text("Nobody is meant here.")
