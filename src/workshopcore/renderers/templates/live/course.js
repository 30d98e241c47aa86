// The course of a day: what is on in each track, and what may come next. As cli/live/course.py.
// A lane is { path, titles }; what stands in it goes by its path.

class Course {
  constructor(day, sheet, facts) {
    Object.assign(this, { day, sheet, facts });
    const items = sheet.rows.filter((row) => row.number !== null);
    this.rows = new Map(items.map((row) => [row.number, row]));
    this.cuts = new Set(sheet.cuts);
  }

  fact(number) {
    return this.facts.get(this.day.items[number].id);
  }

  // The numbers of everything at a path: itself, or what stands in its tracks.
  within(path) {
    return [...this.day.items.keys()].filter((number) => {
      const here = this.day.items[number].path;
      return here === path || here.startsWith(`${path}.`);
    });
  }

  hasBegun(number) {
    const fact = this.fact(number);
    return Boolean(fact) && fact.start !== null && fact.fate === "done";
  }

  // Whether something is still to begin. Buffers never do: they are spare time.
  isComing(number) {
    const fact = this.fact(number);
    if (this.day.items[number].kind === "buffer" || (fact && isKnown(fact))) return false;
    const row = this.rows.get(number);
    return row ? row.state !== "done" : this.cuts.has(number);
  }

  stillComing(path) {
    return this.within(path).filter((number) => this.isComing(number));
  }

  // Whether something is on by the record.
  isRunning(number) {
    const row = this.rows.get(number);
    const on = row && row.state === "running" && this.hasBegun(number);
    return Boolean(on) && this.fact(number).end === null;
  }

  // The tracks that are on now; the agenda alone where there are none.
  lanes() {
    return this.open({ path: "agenda", titles: [] });
  }

  open(lane) {
    const parted = placesIn(this.day, lane.path).find((path) => this.isOn(path));
    if (parted === undefined) return [lane];
    return this.lanesOf(parted, lane).flatMap((track) => this.open(track));
  }

  lanesOf(parted, { titles }) {
    return this.day.tracks.get(parted).map((title, number) => {
      return { path: laneAt(parted, number), titles: [...titles, title] };
    });
  }

  // Whether tracks have been entered and are not all over.
  isOn(path) {
    if (!this.day.tracks.has(path)) return false;
    const all = this.within(path);
    return (
      all.some((number) => this.hasBegun(number)) &&
      all.some((number) => this.isComing(number) || this.isRunning(number))
    );
  }

  slots(lane) {
    return placesIn(this.day, lane.path)
      .filter((path) => this.day.numbers.has(path))
      .map((path) => this.day.numbers.get(path));
  }

  // What is on in a lane by the record, null for nothing.
  running(lane) {
    const number = this.slots(lane).findLast((each) => this.isRunning(each));
    return number === undefined ? null : this.rows.get(number);
  }

  // What should be on in a lane, though nothing on record says that it began.
  expected(lane) {
    const on = (number) => this.rows.has(number) && this.rows.get(number).state === "running";
    const number = this.slots(lane).find(on);
    return number === undefined || this.hasBegun(number) ? null : this.rows.get(number);
  }

  // What may come next in a lane, in order; what is proposed to go included.
  coming(lane) {
    return placesIn(this.day, lane.path).filter((path) => this.stillComing(path).length);
  }

  // What comes after the tracks that are on, with the titles of the line it stands in.
  later(lane = { path: "agenda", titles: [] }) {
    const places = placesIn(this.day, lane.path);
    const parted = places.findIndex((path) => this.isOn(path));
    if (parted < 0) return [];
    const after = places.slice(parted + 1).filter((path) => this.stillComing(path).length);
    const inner = this.lanesOf(places[parted], lane).flatMap((track) => this.later(track));
    return [...inner, { titles: lane.titles, paths: after }];
  }

  // The place of the first of some paths that is not proposed to go, or else 0.
  firstKept(paths) {
    const kept = (path) => this.within(path).some((number) => !this.cuts.has(number));
    return Math.max(0, paths.findIndex(kept));
  }

  // What begins when something begins: itself, or the first of every track.
  openings(path) {
    if (this.day.numbers.has(path)) return [this.day.numbers.get(path)];
    return this.day.tracks.get(path).flatMap((_, number) => {
      const inner = this.coming({ path: laneAt(path, number), titles: [] });
      return inner.length ? this.openings(inner[this.firstKept(inner)]) : [];
    });
  }

  // The fixed times still to come, in order of time, the end last, and how much may be lost
  // before them.
  fixedTimes() {
    const { day, sheet } = this;
    const found = sheet.fixed.map(({ number, minutes }) => {
      const row = number === null ? undefined : this.rows.get(number);
      if (!row) return { number: null, at: Math.max(day.minutes, sheet.finishes), minutes };
      const [, latest] = day.items[number].start || [0, row.start];
      return { number, at: Math.max(row.start, latest), minutes };
    });
    const isEnd = ({ number }) => Number(number === null);
    return found.sort((one, other) => one.at - other.at || isEnd(one) - isEnd(other));
  }

  // Whether something starts at a fixed time: by the agenda, or because it was announced.
  isFixed(number) {
    const announced = this.sheet.fixed.some((fixed) => fixed.number === number);
    return announced || Boolean(this.day.items[number].start);
  }
}
