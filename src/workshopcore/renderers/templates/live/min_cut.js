// The cheapest set of moments to move: a minimum cut (E. A. Dinic, 1970). As agenda/min_cut.py.

class MinCut {
  constructor(things) {
    this.gain = Array(things).fill(0n);
    this.arcs = Array.from({ length: things + 2 }, () => []);
    this.head = [];
    this.free = [];
  }

  // What it costs that a thing moves; below 0, what it saves.
  alone(thing, cost) {
    this.gain[thing] += cost;
  }

  // What it costs that one thing moves while another stays, 0 or more.
  apart(moves, stays, cost) {
    if (cost) this.arc(moves, stays, cost);
  }

  arc(tail, head, free) {
    this.arcs[tail].push(this.head.length);
    this.head.push(head);
    this.free.push(free);
    this.arcs[head].push(this.head.length);
    this.head.push(tail);
    this.free.push(0n);
  }

  // The least cost, and the smallest set of things that moves at that cost.
  solve() {
    const things = this.gain.length;
    const [source, sink] = [things, things + 1];
    let least = 0n;
    this.gain.forEach((cost, thing) => {
      if (cost < 0n) {
        least += cost;
        this.arc(source, thing, -cost);
      } else if (cost > 0n) this.arc(thing, sink, cost);
    });
    let levels = this.levels(source);
    while (levels[sink] >= 0) {
      const following = Array(this.arcs.length).fill(0);
      let pushed = this.push(source, sink, null, levels, following);
      while (pushed) {
        least += pushed;
        pushed = this.push(source, sink, null, levels, following);
      }
      levels = this.levels(source);
    }
    return { cost: least, things: [...this.gain.keys()].filter((thing) => levels[thing] >= 0) };
  }

  levels(source) {
    const levels = Array(this.arcs.length).fill(-1);
    levels[source] = 0;
    const waiting = [source];
    for (const tail of waiting) {
      for (const arc of this.arcs[tail]) {
        const head = this.head[arc];
        if (this.free[arc] && levels[head] < 0) {
          levels[head] = levels[tail] + 1;
          waiting.push(head);
        }
      }
    }
    return levels;
  }

  push(tail, sink, most, levels, following) {
    if (tail === sink) return most || 0n;
    const arcs = this.arcs[tail];
    for (; following[tail] < arcs.length; following[tail] += 1) {
      const arc = arcs[following[tail]];
      const head = this.head[arc];
      const free = this.free[arc];
      if (!free || levels[head] !== levels[tail] + 1) continue;
      const room = most === null || free < most ? free : most;
      const pushed = this.push(head, sink, room, levels, following);
      if (pushed) {
        this.free[arc] -= pushed;
        this.free[arc ^ 1] += pushed;
        return pushed;
      }
    }
    return 0n;
  }
}
