"""Short sections side by side."""

from workshopcore.contracts.report import Bullets, Facts, Paragraph, Section, Table
from workshopcore.renderers.abreast import Abreast, abreast, tall
from workshopcore.renderers.extent import lines_of

WHO = Section("Who", [Facts([("Sponsor", "Jo Park"), ("Facilitation", "Li Wei")])])
RULES = Section("Rules", [Bullets([f"Rule {n}" for n in range(6)])])
STATE = Section("State", [Facts([("Done", "3")])])
DATES = Section("Dates", [Table(["When"], [["9 May 2027"]])])
LEAD = Paragraph("Why we meet.", lead=True)


def test_neighbours_of_short_text_stand_side_by_side() -> None:
    lead, dates, side = abreast([LEAD, DATES, WHO, RULES, STATE])

    assert (lead, dates) == (LEAD, DATES)
    assert isinstance(side, Abreast)
    assert side.columns == ((WHO,), (RULES, STATE)) or side.columns == ((WHO, RULES), (STATE,))
    assert side.blocks == (WHO, RULES, STATE)


def test_section_on_its_own_keeps_the_full_width() -> None:
    assert abreast([WHO, DATES, RULES]) == (WHO, DATES, RULES)


def test_columns_are_about_as_tall_as_one_another() -> None:
    (side,) = abreast([RULES, STATE, STATE])

    assert isinstance(side, Abreast)
    assert side.columns == ((RULES,), (STATE, STATE))


def test_side_by_side_is_lower_than_below_one_another() -> None:
    sections = [WHO, RULES, STATE]

    assert tall(abreast(sections), 100) < lines_of(sections, 100) == tall(sections, 100)
