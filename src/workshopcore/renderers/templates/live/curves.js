// The exact fit of a span: every part's cost as a sorted list of steps, merged up the tree.
// As agenda/curves.py, which says why it is exact.

const up = (minutes, grid) => Math.ceil(minutes / grid) * grid;
const down = (minutes, grid) => Math.floor(minutes / grid) * grid;
const byCost = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

// The grid point that costs least; the usual minutes where bounds admit none.
const naturalLength = (part, grid, weights) => {
  const low = up(part.shortest, grid);
  const high = down(part.longest, grid);
  if (low > high) return part.usual;
  const below = down(part.usual, grid);
  const choices = [below, below + grid].filter((point) => low <= point && point <= high);
  const [first, second] = choices;
  if (second === undefined) return first;
  return weights.cost(part, second) < weights.cost(part, first) ? second : first;
};

class PartCurve {
  constructor(part, grid, weights) {
    Object.assign(this, { part, grid, weights });
    const { usual } = part;
    this.natural = usual % grid === 0 ? usual : naturalLength(part, grid, weights);
    this.minutes = this.natural;
    // What is fixed between two grid points leaves its remainder to the gap after it.
    this.units = Math.ceil(this.natural / grid);
    this.taken = this.units * grid;
  }

  steps(shorter) {
    const { part, grid, weights, natural } = this;
    const room = shorter ? natural - part.shortest : part.longest - natural;
    if (room < grid || natural % grid) return [];
    const count = Math.floor(room / grid);
    if (natural === part.usual) {
      // The squares of 1, 2, 3 … steps: differences 1, 3, 5 …
      const first = weights.unit(part, room) * BigInt(grid * grid);
      return Array.from({ length: count }, (_, step) => first * BigInt(2 * step + 1));
    }
    const by = shorter ? -grid : grid;
    const cost = (step) => weights.cost(part, natural + by * step);
    return Array.from({ length: count }, (_, step) => cost(step + 1) - cost(step));
  }

  slack(shorter) {
    const { part } = this;
    return shorter ? part.usual - part.shortest : part.longest - part.usual;
  }

  change(steps, shorter) {
    const by = steps * this.grid;
    if (!by) return;
    this.minutes = shorter ? this.natural - by : this.natural + by;
    this.taken = this.minutes;
  }

  place(start, placed) {
    placed.push([start, this.minutes]);
    return start + this.taken;
  }
}

class TracksCurve {
  constructor(block, grid, weights) {
    this.grid = grid;
    this.lines = block.tracks.map((line) => new LineCurve(line, grid, weights));
    this.units = Math.max(...this.lines.map((line) => line.units));
  }

  longest() {
    return this.lines.filter((line) => line.units === this.units);
  }

  count(shorter) {
    if (!shorter) return Math.min(...this.longest().map((line) => line.steps(false).length));
    return this.units - Math.max(...this.lines.map((l) => l.units - l.steps(true).length));
  }

  steps(shorter) {
    const costs = Array(this.count(shorter)).fill(0n);
    for (const line of shorter ? this.lines : this.longest()) {
      const late = this.units - line.units;
      line.steps(shorter).forEach((cost, number) => {
        if (number + late < costs.length) costs[number + late] += cost;
      });
    }
    return costs;
  }

  slack(shorter) {
    return this.count(shorter) * this.grid;
  }

  change(steps, shorter) {
    for (const line of shorter ? this.lines : this.longest()) {
      line.change(Math.max(0, steps - this.units + line.units), shorter);
    }
    this.units += shorter ? -steps : steps;
  }

  place(start, placed) {
    for (const line of this.lines) line.place(start, placed);
    return start + this.units * this.grid;
  }
}

class LineCurve {
  constructor(line, grid, weights) {
    this.children = line.map((item) =>
      isTracks(item) ? new TracksCurve(item, grid, weights) : new PartCurve(item, grid, weights),
    );
    this.units = this.children.reduce((sum, child) => sum + child.units, 0);
    this.known = new Map();
  }

  // Every step in the order in which they go: ties go to the larger slack, then to the earlier.
  merged(shorter) {
    if (!this.known.has(shorter)) {
      const slacks = this.children.map((child) => child.slack(shorter));
      const ranks = [...slacks.keys()].sort((one, other) => slacks[other] - slacks[one]);
      const found = ranks.flatMap((child, rank) =>
        this.children[child].steps(shorter).map((cost) => ({ cost, rank, child })),
      );
      found.sort((one, other) => byCost(one.cost, other.cost) || one.rank - other.rank);
      this.known.set(shorter, found);
    }
    return this.known.get(shorter);
  }

  steps(shorter) {
    return this.merged(shorter).map((step) => step.cost);
  }

  // How many steps it can give or take.
  room(shorter) {
    return this.merged(shorter).length;
  }

  // Settle on the length so many steps from the natural one that costs least.
  change(steps, shorter) {
    if (!steps) return;
    const counts = this.children.map(() => 0);
    for (const step of this.merged(shorter).slice(0, steps)) counts[step.child] += 1;
    counts.forEach((count, child) => {
      if (count) this.children[child].change(count, shorter);
    });
    this.units += shorter ? -steps : steps;
  }

  place(start, placed) {
    return this.children.reduce((reached, child) => child.place(reached, placed), start);
  }
}
