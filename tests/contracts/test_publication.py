"""What publishing leaves behind, as values."""

from workshopcore.contracts.publication import Base, Release


def test_base_is_the_same_whatever_the_order():
    one = Base("close", "everybody", 2, ["trust", "pace"], ["b", "a", "b"])
    other = Base("close", "everybody", 2, ["pace", "trust"], ["a", "b"])
    assert one == other
    assert (one.questions, one.members) == (("pace", "trust"), ("a", "b"))


def test_base_does_not_print_its_members():
    assert "secret" not in repr(Base("close", "everybody", 1, (), ["secret"]))


def test_release_of_a_document_without_figures_has_no_bases():
    assert Release("overview", "overview", "sponsor", None, "a" * 64).bases == ()
