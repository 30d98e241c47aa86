// The exact fit of any day, windows and locks inside tracks included: moments with ties between
// them, moved in the best set until none gains. As agenda/network.py, which says why it is exact.

const FIRST_STEP = 32;

const hasInnerLocks = (line) =>
  line.some((item) =>
    isTracks(item)
      ? leaves([item]).some((part) => part.start !== null)
      : item.start !== null && item.start[0] !== item.start[1],
  );

// The largest grid, the house's or a finer one, that every fixed time lies on.
const networkGrid = (line, minutes, grid) =>
  leaves(line)
    .flatMap((part) => part.start || [])
    .concat(minutes)
    .reduce((found, moment) => Number(divisor(BigInt(found), BigInt(Math.abs(moment)))), grid);

const noCost = () => 0n;

class Network {
  constructor(line, minutes, grid) {
    const every = leaves(line);
    this.grid = grid;
    this.weights = new Weights(every);
    this.most = Math.floor(minutes / grid);
    // The lowest bits are for ties: of idle time that must be, the later is the better.
    const total = BigInt((this.most + 1) * (2 * every.length + 2));
    this.bits = BigInt(bitLength(total));
    this.idle = this.weights.limit << this.bits;
    this.never = this.idle * total;
    this.times = [0];
    this.ties = [];
    this.placed = [];
    const [end] = this.line(line, 0);
    const last = this.moment(this.most);
    this.fix(last, this.most, this.most);
    this.tie(end, last, 0, this.most, (steps) => this.idle * BigInt(steps));
  }

  // Where every part starts and how long it takes, in minutes.
  solve() {
    for (let step = FIRST_STEP; step; step = Math.floor(step / 2)) while (this.move(step));
    return this.placed.map(([start, end, fixed]) => [
      this.times[start] * this.grid,
      fixed === null ? (this.times[end] - this.times[start]) * this.grid : fixed,
    ]);
  }

  moment(time) {
    this.times.push(time);
    return this.times.length - 1;
  }

  tie(before, after, least, most, cost) {
    this.ties.push({ before, after, least, most, cost });
  }

  fix(moment, first, last) {
    this.tie(0, moment, first, last, noCost);
  }

  idleCost(steps) {
    return (this.idle + 1n) * BigInt(steps);
  }

  // Add a line that starts at a moment; return where it ends, and its usual steps.
  line(line, start) {
    let usual = 0;
    let steps = 0;
    for (const item of line) {
      [start, steps] = isTracks(item) ? this.tracks(item, start) : this.part(item, start);
      usual += steps;
    }
    return [start, usual];
  }

  part(part, arrival) {
    const { grid } = this;
    const start = part.start === null ? arrival : this.fixed(part, arrival);
    let least = Math.ceil(part.shortest / grid);
    let most = Math.floor(part.longest / grid);
    let cost = (steps) => this.weights.cost(part, steps * grid) << this.bits;
    let fixed = null;
    if (least > most) {
      // It is fixed between two grid points; its remainder goes to the gap after it.
      least = most = Math.ceil(part.usual / grid);
      cost = noCost;
      fixed = part.usual;
    }
    const end = this.moment(this.times[start] + least);
    this.tie(start, end, least, most, cost);
    this.placed.push([start, end, fixed]);
    let usual = least;
    for (let steps = least; steps <= most; steps += 1) if (cost(steps) < cost(usual)) usual = steps;
    return [end, usual];
  }

  fixed(part, arrival) {
    const [first, last] = part.start.map((moment) => Math.floor(moment / this.grid));
    const start = this.moment(Math.max(this.times[arrival], first));
    this.fix(start, first, last);
    const cost = part.rests ? noCost : (steps) => this.idleCost(steps);
    this.tie(arrival, start, 0, this.most, cost);
    return start;
  }

  tracks(block, start) {
    const ends = block.tracks.map((line) => this.line(line, start));
    const usual = Math.max(...ends.map(([, steps]) => steps));
    const end = this.moment(Math.max(...ends.map(([last]) => this.times[last])));
    for (const [last, steps] of ends) {
      // The block is drawn out with its longest tracks; the others may finish early.
      const cost = steps === usual ? (idle) => this.idleCost(idle) : noCost;
      this.tie(last, end, 0, this.most, cost);
    }
    return [end, usual];
  }

  // Move the set of moments that gains most, up or down; return whether any does.
  move(step) {
    const later = this.best(step);
    const sooner = this.best(-step);
    const [choice, by] = later.cost <= sooner.cost ? [later, step] : [sooner, -step];
    if (choice.cost >= 0n) return false;
    for (const moment of choice.things) this.times[moment + 1] += by;
    return true;
  }

  best(by) {
    const choice = new MinCut(this.times.length - 1);
    for (const tie of this.ties) this.weigh(tie, by, choice);
    return choice.solve();
  }

  weigh(tie, by, choice) {
    // The start of the whole is no choice.
    const [before, after] = [tie.before - 1, tie.after - 1];
    const apart = this.times[tie.after] - this.times[tie.before];
    const now = tie.cost(apart);
    const change = (steps) =>
      tie.least <= steps && steps <= tie.most ? tie.cost(steps) - now : null;
    const grown = change(apart + by);
    if (before < 0) {
      choice.alone(after, grown === null ? this.never : grown);
      return;
    }
    const shrunk = change(apart - by);
    if (grown !== null) {
      choice.alone(after, grown);
      choice.alone(before, -grown);
      choice.apart(before, after, shrunk === null ? this.never : grown + shrunk);
      return;
    }
    choice.apart(after, before, this.never);
    if (shrunk === null) choice.apart(before, after, this.never);
    else {
      choice.alone(before, shrunk);
      choice.alone(after, -shrunk);
    }
  }
}
