"""Days for hypothesis: small trees of parts and tracks, with and without fixed times."""

from hypothesis import strategies as st

from workshopcore.agenda import Part, Tier, Tracks, leaves

GRIDS = st.sampled_from([1, 2, 5])


@st.composite
def bounds(draw, grid):
    if draw(st.integers(0, 6)) == 0:
        fixed = draw(st.sampled_from([0, grid, grid + 1]))
        return fixed, fixed, fixed
    step = draw(st.sampled_from([grid, grid, 1]))
    steps = st.integers(0, 4 * grid // step)
    return tuple(sorted(step * draw(steps) for _ in range(3)))


@st.composite
def locks(draw, grid):
    first = draw(st.integers(0, 6)) * grid
    return first, first + draw(st.sampled_from([0, 0, 1, 2])) * grid


@st.composite
def part(draw, grid, fixed, depth):
    start = draw(locks(grid)) if fixed(depth) and draw(st.integers(0, 2)) == 0 else None
    return Part(
        *draw(bounds(grid)),
        tier=draw(st.sampled_from(Tier)),
        start=start,
        rests=start is not None and draw(st.integers(0, 4)) == 0,
        may_go=draw(st.booleans()),
    )


@st.composite
def line(draw, grid, *, fixed=lambda depth: False, depth=0, most=3):
    """A line of some parts; tracks, nested at most twice, each with a part or two."""
    found = []
    for _ in range(draw(st.integers(1, most))):
        if depth < 2 and draw(st.integers(0, 2)) == 0:
            tracks = st.lists(
                line(grid, fixed=fixed, depth=depth + 1, most=2), min_size=2, max_size=2
            )
            found.append(Tracks(tuple(draw(tracks))))
        else:
            found.append(draw(part(grid, fixed, depth)))
    return tuple(found)


@st.composite
def days(draw, *, fixed=lambda depth: False, parts=5):
    """(grid, line, minutes) with at most so many parts."""
    grid = draw(GRIDS)
    found = draw(line(grid, fixed=fixed).filter(lambda found: len(list(leaves(found))) <= parts))
    minutes = draw(st.integers(0, 8)) * grid + draw(st.sampled_from([0, 0, 0, 1]))
    return grid, found, minutes
