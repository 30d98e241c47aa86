"""What the kit offers is what it says it offers."""

import pytest

import workshopcore.testing


def test_every_name_is_there():
    assert sorted(workshopcore.testing.__all__) == dir(workshopcore.testing)
    for name in workshopcore.testing.__all__:
        assert getattr(workshopcore.testing, name) is not None


def test_other_names_are_not():
    with pytest.raises(AttributeError, match="has no attribute 'Conformity'"):
        _ = workshopcore.testing.Conformity
