"""How steps share the minutes of their session."""

from hypothesis import given
from hypothesis import strategies as st

from workshopcore.agenda.lengths import fit_lengths as fitted
from workshopcore.model.length import Length

lengths = st.tuples(*[st.integers(0, 60)] * 3).map(lambda three: Length(*sorted(three)))


@given(st.lists(lengths, min_size=1, max_size=8), st.data())
def test_fitted_uses_every_minute_within_the_lengths(steps, data):
    shortest, longest = sum(s.shortest for s in steps), sum(s.longest for s in steps)
    minutes = data.draw(st.integers(shortest, longest + 20))
    found = fitted(steps, minutes)
    assert sum(found) == min(minutes, longest)
    assert all(s.shortest <= m <= s.longest for s, m in zip(steps, found, strict=True))


def test_fitted_gives_and_takes_the_same_share():
    # Room to give 5 and 10, room to gain 10 and 20: a third of each.
    steps = [Length(5, 10, 20), Length(20, 30, 50)]
    assert fitted(steps, 40) == (10, 30)
    assert fitted(steps, 34) == (8, 26)
    assert fitted(steps, 49) == (13, 36)
