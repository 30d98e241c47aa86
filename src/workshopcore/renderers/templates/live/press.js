// A sitting: what has been done so far, and what each key does next. As cli/live/press.py.

const MORE = 5;
const AT_ONCE = 2000;
const ONCE = ["start", "end", "leave out"];

class Sitting {
  // `facts` are on record already; `kept` is what an earlier sitting left, or null.
  constructor(day, wall, facts, kept) {
    Object.assign(this, { day, wall, track: 0, turn: 0, acted: null, said: "", known: null });
    this.moves = kept ? kept.moves : [];
    this.lasting = kept ? kept.lasting : {};
    this.facts = this.moves.reduce((found, move) => withEntries(found, move.entries), facts);
  }

  // The course of the day at an instant, worked out once a minute and after every key. What is on
  // record has happened, even where a clock went back since.
  at(instant) {
    const { day, wall, facts, lasting } = this;
    const recorded = [...facts.values()].flatMap(({ start, end }) => [start, end]);
    const past = recorded.filter((moment) => moment !== null);
    const reached = Math.max(wall.position(instant), 0, ...past);
    const now = Math.min(reached, day.minutes + AFTERWARDS);
    if (!this.known || this.known.now !== now) {
      const sheet = replan(day, wall, { now, facts, lasting });
      this.known = { now, course: new Course(day, sheet, facts) };
    }
    return this.known.course;
  }

  lane(course) {
    const lanes = course.lanes();
    return lanes[this.track] || lanes[0];
  }

  // The path of what the key for starting would start in the chosen track, null for nothing.
  next(course) {
    const paths = course.coming(this.lane(course));
    if (!paths.length) return null;
    return paths[(course.firstKept(paths) + this.turn) % paths.length];
  }

  titles(numbers) {
    return numbers.map((number) => this.day.items[number].title).join(", ");
  }

  say(phrase, values = {}) {
    this.said = say(this.day.phrases[phrase], values);
  }

  // Do what a key stands for; `what` is its name, or the number of a track from 1.
  press(what, instant) {
    this.said = "";
    const since = this.acted === null ? -1 : instant - this.acted;
    const course = this.at(instant);
    const acts = {
      start: () => this.start(course, instant),
      end: () => this.end(course, instant),
      "leave out": () => this.leaveOut(course, instant),
      longer: () => this.extend(course, instant, MORE),
      shorter: () => this.extend(course, instant, -MORE),
      another: () => this.another(course),
      undo: () => this.undo(),
    };
    if (ONCE.includes(what) && since >= 0 && since < AT_ONCE) this.say("pressed twice");
    else if (acts[what]) acts[what]();
    else this.choose(what, course);
    this.known = null;
  }

  start(course, instant) {
    const path = this.next(course);
    const ends = course.running(this.lane(course));
    if (path === null) {
      if (ends) this.record(course, instant, { ends });
      else this.sayThrough(course);
      return;
    }
    const earlier = course.coming(this.lane(course));
    const passed = earlier.slice(0, earlier.indexOf(path));
    const cuts = passed.flatMap((each) => course.stillComing(each));
    this.record(course, instant, { ends, cuts, opens: course.openings(path) });
  }

  end(course, instant) {
    const ends = course.running(this.lane(course));
    if (ends) this.record(course, instant, { ends });
    else this.say("nothing to end");
  }

  leaveOut(course, instant) {
    const path = this.next(course);
    if (path === null) this.say("nothing to leave out");
    else this.record(course, instant, { cuts: course.stillComing(path) });
  }

  extend(course, instant, more) {
    const row = course.running(this.lane(course));
    if (row === null) {
      this.say("start it first");
      return;
    }
    const { id, title } = this.day.items[row.number];
    const used = this.wall.position(instant) - row.start;
    const minutes = Math.max(row.minutes + more, used, 0);
    if (more < 0 && minutes >= row.minutes) {
      this.say("used up", { title, minutes: row.minutes });
      return;
    }
    this.say("takes", { title, minutes });
    this.moves = [...this.moves, { words: this.said, entries: [], lasting: this.lasting }];
    this.lasting = { ...this.lasting, [id]: minutes };
  }

  another(course) {
    const paths = course.coming(this.lane(course));
    if (paths.length < 2) {
      this.say("nothing else");
      return;
    }
    this.turn = (this.turn + 1) % paths.length;
    this.say("next is", { titles: this.titles(course.within(this.next(course))) });
  }

  choose(number, course) {
    const lanes = course.lanes();
    if (number > lanes.length) {
      this.say("no such track", { number });
      return;
    }
    [this.track, this.turn] = [number - 1, 0];
    const title = lanes[this.track].titles.join(": ");
    if (title) this.say("track is", { title });
  }

  undo() {
    const move = this.moves.at(-1);
    if (!move) {
      this.say("nothing to undo");
      return;
    }
    this.facts = withEntries(this.facts, undone(move));
    this.lasting = move.lasting;
    this.moves = this.moves.slice(0, -1);
    [this.turn, this.acted] = [0, null];
    this.say("taken back", { words: move.words });
  }

  sayThrough(course) {
    const busy = (lane) => course.running(lane) !== null || course.coming(lane).length > 0;
    const number = course.lanes().findIndex(busy) + 1;
    this.say(number ? "track through" : "day through", { number });
  }

  // Put on record which row ends, what is left out, and what begins.
  record(course, instant, { ends = null, cuts = [], opens = [] }) {
    const ended = ends ? [ends.number] : [];
    // A clock that was put back ends nothing before it began, nor begins what follows.
    const begun = ended.map((number) => course.fact(number).start);
    const now = Math.max(this.wall.position(instant), ...begun);
    const entries = [];
    const note = (phrase, numbers, changes) => {
      for (const number of numbers) {
        const session = this.day.items[number].id;
        const old = this.facts.get(session) || null;
        entries.push({ session, old, now: { ...(old || NO_FACT), ...changes } });
      }
      const titles = this.titles(numbers);
      return numbers.length ? say(this.day.phrases[phrase], { titles }) : "";
    };
    const told = [
      note("started", opens, { start: now }),
      note("ended", ended, { end: now }),
      note("put aside", cuts, { fate: "cut" }),
    ];
    const words = told.filter(Boolean).join("; ");
    this.said = words.slice(0, 1).toUpperCase() + words.slice(1);
    this.moves = [...this.moves, { words: this.said, entries, lasting: this.lasting }];
    this.facts = withEntries(this.facts, entries);
    [this.turn, this.acted] = [0, instant];
  }
}
