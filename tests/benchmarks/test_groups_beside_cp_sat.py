"""Group rotation beside a constraint solver, on published maxima and on a table of repeats.

CP-SAT gets the strongest model that we could write. Whether somebody sits in a group is a
switch; whether two people meet in a round follows from theirs, and everybody meets as many
others as the group has seats beside theirs. What is the same but for names is told apart: the
first round is given; groups of one size are numbered by their first members; rounds are in the
order of the sum of their first group; and where nobody may meet twice, those who sat together
in the first round sit in the first groups of all the others, in order. It has all the
processors there are, and 20 seconds; we have one processor.
"""

from itertools import combinations, pairwise

import pytest

from workshopcore.groups import rotate

SECONDS = 20
CASES = {
    # name: sizes, rounds, fewest repeats
    "12 = 4 × 3 in 4": ((3,) * 4, 4, 0),
    "16 = 4 × 4 in 5": ((4,) * 4, 5, 0),
    "20 = 5 × 4 in 5": ((4,) * 5, 5, 0),
    "15 = 5 × 3 in 7": ((3,) * 5, 7, 0),
    "21 = 7 × 3 in 10": ((3,) * 7, 10, 0),
    "24 = 6 × 4 in 7": ((4,) * 6, 7, 0),
    "28 = 7 × 4 in 9": ((4,) * 7, 9, 0),
    "30 = 6 × 5 in 6": ((5,) * 6, 6, 0),
    "32 = 8 × 4 in 10": ((4,) * 8, 10, 0),
    "12 = 3 × 4 in 4": ((4,) * 3, 4, 18),
    "11 = 4 + 4 + 3 in 5": ((4, 4, 3), 5, 20),
    "18 = 5 + 5 + 4 + 4 in 6": ((5, 5, 4, 4), 6, 39),
}


class Model:
    """Group rotation as a model of CP-SAT."""

    def __init__(self, sizes, rounds, *, repeats):
        from ortools.sat.python import cp_model

        self.sizes, self.rounds, self.people = sizes, rounds, range(sum(sizes))
        self.model = model = cp_model.CpModel()
        self.seat = {
            (one, group, turn): model.new_bool_var("")
            for one in self.people
            for group in range(len(sizes))
            for turn in range(rounds)
        }
        self.meet = {
            (*pair, turn): model.new_bool_var("")
            for pair in combinations(self.people, 2)
            for turn in range(rounds)
        }
        for turn in range(rounds):
            self.form_groups(turn)
        self.tell_apart(repeats)
        for one, other in combinations(self.people, 2):
            met = [self.meet[one, other, turn] for turn in range(rounds)]
            if not repeats:
                model.add_at_most_one(met)
        if repeats:
            model.minimize(sum(self.repeats_of(*pair) for pair in combinations(self.people, 2)))
        self.solver = cp_model.CpSolver()
        self.solver.parameters.max_time_in_seconds = SECONDS
        self.status = self.solver.status_name(self.solver.solve(model))

    def form_groups(self, turn):
        groups = range(len(self.sizes))
        for one in self.people:
            self.model.add_exactly_one(self.seat[one, group, turn] for group in groups)
        for group, size in enumerate(self.sizes):
            self.model.add(sum(self.seat[one, group, turn] for one in self.people) == size)
        for one, other in combinations(self.people, 2):
            meet = self.meet[one, other, turn]
            for group in groups:
                a, b = self.seat[one, group, turn], self.seat[other, group, turn]
                self.model.add_bool_or(a.negated(), b.negated(), meet)
                self.model.add_bool_or(meet.negated(), a.negated(), b)
                self.model.add_bool_or(meet.negated(), a, b.negated())
        for one in self.people:
            met = [self.meet[*sorted((one, other)), turn] for other in self.people if other != one]
            beside = [(size - 1) * self.seat[one, g, turn] for g, size in enumerate(self.sizes)]
            self.model.add(sum(met) == sum(beside))

    def tell_apart(self, repeats):
        model, sizes = self.model, self.sizes
        first = [group for group, size in enumerate(sizes) for _ in range(size)]
        for one, group in enumerate(first):
            model.add(self.seat[one, group, 0] == 1)
        for turn in range(1, self.rounds):
            if not repeats:
                for one in range(sizes[0]):
                    model.add(self.seat[one, one, turn] == 1)
            elif len(set(sizes)) == 1:
                for one in self.people:
                    self.number_groups(one, turn)
        table = [
            sum(one * self.seat[one, 0, turn] for one in self.people)
            for turn in range(1, self.rounds)
        ]
        for before, after in pairwise(table):
            model.add(before <= after)

    def number_groups(self, one, turn):
        """Let a person open a group only after all groups before it have somebody."""
        for group in range(1, len(self.sizes)):
            opened = [self.seat[other, group - 1, turn] for other in range(one)]
            self.model.add_bool_or(self.seat[one, group, turn].negated(), *opened)

    def repeats_of(self, one, other):
        """Return a number that is no less than c (c - 1) / 2 for the c meetings of two people."""
        met = sum(self.meet[one, other, turn] for turn in range(self.rounds))
        cost = self.model.new_int_var(0, self.rounds * (self.rounds - 1) // 2, "")
        for times in range(1, self.rounds):
            self.model.add(cost >= times * met - times * (times + 1) // 2)
        return cost

    @property
    def told(self):
        if self.status == "UNKNOWN":
            return "nothing found"
        if not self.solver.objective_value and self.status == "OPTIMAL":
            return "0 repeats, proven"
        return (
            f"{self.solver.objective_value:.0f} repeats, {self.solver.best_objective_bound:.0f}"
            f" at least, {self.status.lower()}"
        )


@pytest.fixture(scope="module")
def table():
    ours, theirs = {}, {}
    yield ours, theirs
    for name, (seconds, told) in ours.items():
        print(f"\n{name}: {1000 * seconds:.1f} ms, {told}", end="")
        if name in theirs:
            peer, said = theirs[name]
            print(f"; CP-SAT {peer:.2f} s ({peer / seconds:.0f} × ours), {said}", end="")
    print()


@pytest.mark.parametrize("name", CASES)
def test_rotation_of_ours(benchmark, table, name):
    sizes, rounds, fewest = CASES[name]
    people = [f"person-{number}" for number in range(sum(sizes))]
    found = benchmark.pedantic(lambda: rotate(people, sizes=sizes, rounds=rounds), rounds=3)
    assert (found.repeats, found.proven) == (fewest, True)
    if benchmark.stats:
        table[0][name] = benchmark.stats.stats.median, f"{found.repeats} repeats, proven"


@pytest.mark.parametrize("name", CASES)
def test_rotation_of_cp_sat(benchmark, table, name):
    pytest.importorskip("ortools", reason="a peer of `make bench`")
    sizes, rounds, fewest = CASES[name]
    solved = benchmark.pedantic(lambda: Model(sizes, rounds, repeats=fewest > 0), rounds=1)
    assert solved.status != "INFEASIBLE"
    if solved.status == "OPTIMAL":
        assert round(solved.solver.objective_value) == fewest
    if benchmark.stats:
        table[1][name] = benchmark.stats.stats.median, solved.told
