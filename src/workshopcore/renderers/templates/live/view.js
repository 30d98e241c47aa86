// What there is to see at a moment. It only looks: the same state looks the same. Text from people
// becomes text and never markup, and what has not changed is left alone, so that nothing that is
// being read or has the focus is replaced.

const part = (name) => document.getElementById(`_live_${name}`);

// Show text in an element, or hide the element where there is none.
const put = (name, text) => {
  const element = part(name);
  if (element.textContent !== text) element.textContent = text;
  element.hidden = !text;
};

const make = (tag, kind, ...children) => {
  const element = document.createElement(tag);
  if (kind) element.className = kind;
  element.append(...children);
  return element;
};

// Fill an element anew, but only when what it is made from has changed.
const fill = (name, from, build) => {
  const element = part(name);
  const key = JSON.stringify(from);
  if (element.dataset.from === key) return;
  element.dataset.from = key;
  element.replaceChildren(...build());
};

const joined = (texts) => texts.filter(Boolean).join(" · ");

// Seconds as minutes and seconds: 4:05.
const ticking = (seconds) => {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${two(whole % 60)}`;
};

class View {
  constructor(day, wall) {
    Object.assign(this, { day, wall, phrases: day.phrases });
  }

  said(phrase, values) {
    return say(this.phrases[phrase], values);
  }

  titles(numbers) {
    return numbers.map((number) => titleOf(this.day, number)).join(" | ");
  }

  hours(start, end) {
    return `${this.wall.clock(start)}–${this.wall.clock(end)}`;
  }

  show(sitting, instant) {
    const course = sitting.at(instant);
    const lane = sitting.lane(course);
    this.clock(course, instant);
    this.alarm(course.sheet);
    this.tracks(course, lane);
    this.now(sitting, course, lane, instant);
    this.next(sitting.next(course), course);
    this.spare(course.fixedTimes()[0]);
    this.rest(sitting.next(course), course);
    const changes = changesOf(this.day, this.wall, course.sheet);
    fill("changes", changes, () => changes.map((words) => make("li", "", words)));
    if (part("said").textContent !== sitting.said) part("said").textContent = sitting.said;
  }

  // What nobody may miss. It is told anew every minute, and said aloud when it is another thing.
  alarm(sheet) {
    const reason = whyNot(this.day, this.wall, sheet);
    fill("alarm", reason, () =>
      reason ? [make("strong", "", this.phrases.alarm), ` ${reason}.`] : [],
    );
    fill("alert", sheet.clashes.map(({ number }) => number), () => [reason]);
  }

  clock({ sheet }, instant) {
    const { wall, day } = this;
    put("clock", wall.clock(wall.position(instant)));
    put("seconds", `:${two(wall.at(instant).getUTCSeconds())}`);
    const before = (wall.starts - instant) / 1000;
    const at = wall.clock(sheet.finishes);
    const late = sheet.finishes > day.minutes ? "ends late" : "ends at";
    put(
      "finish",
      before > 0
        ? this.said("begins in", { at: wall.clock(0), time: ticking(before) })
        : this.said(late, { at, planned: wall.clock(day.minutes) }),
    );
  }

  tracks(course, chosen) {
    const lanes = course.lanes();
    const told = lanes.map((lane) => {
      const row = course.running(lane);
      const on = row ? titleOf(this.day, row.number) : this.phrases["nothing on"];
      return [lane.titles.join(": "), on, lane.path === chosen.path];
    });
    fill("tracks", told, () =>
      told.slice(0, lanes.length > 1 ? lanes.length : 0).map(([title, on, pressed], number) => {
        const key = make("kbd", "", String(number + 1));
        const button = make("button", "", key, ` ${title} `, make("small", "", on));
        button.type = "button";
        button.dataset.do = String(number + 1);
        button.setAttribute("aria-pressed", String(pressed));
        return button;
      }),
    );
  }

  now(sitting, course, lane, instant) {
    const row = course.running(lane);
    const expected = row ? null : course.expected(lane);
    const shown = row || expected;
    put("now_title", shown ? titleOf(this.day, shown.number) : this.phrases["nothing on"]);
    part("going").hidden = !row;
    part("now").classList.remove("over");
    if (!row) {
      const at = expected && this.wall.clock(expected.start);
      put("now_about", expected ? this.said("was to be on", { at }) : "");
      return;
    }
    const item = this.day.items[row.number];
    const hours = this.hours(row.start, row.start + row.minutes);
    put("now_about", joined([hours, ...(item.about || [])]));
    this.left(row, item, sitting.lasting[item.id], instant);
    this.step(row, item, instant);
  }

  // What is left of what is on; or by how much it has run over, in words.
  left(row, item, decided, instant) {
    const used = Math.max(0, (instant - this.wall.instant(row.start)) / 1000);
    const total = row.minutes * 60;
    const limit = decided === undefined ? item.longest : decided;
    const over = used > limit * 60;
    const phrase = decided === undefined ? "over the longest" : "over what was decided";
    part("now").classList.toggle("over", over || used >= total);
    put("left_time", ticking(over ? used - limit * 60 : total - used));
    const left = used < total ? "left" : "time is up";
    put("left_words", this.said(over ? phrase : left, { minutes: limit }));
    part("bar").style.inlineSize = `${Math.min(100, (100 * used) / Math.max(1, total))}%`;
    const values = { old: item.minutes, new: row.minutes, used: Math.floor(used / 60) };
    put("now_note", this.said(item.minutes === row.minutes ? "used" : "used and changed", values));
  }

  step(row, item, instant) {
    const steps = stepsOf(item, row.start, row.minutes);
    const now = (instant - this.wall.starts) / MINUTE;
    const on = steps.findIndex(({ start, minutes }) => now < start + minutes);
    const place = on < 0 ? steps.length - 1 : on;
    const left = on < 0 ? 0 : Math.ceil(steps[on].start + steps[on].minutes - now);
    fill("step", [row, place, left], () => {
      if (!steps.length) return [];
      const { name, round, how, times, prompt } = steps[place].step;
      const count = this.said("step of", { number: place + 1, all: steps.length });
      const rest = left ? ` ${this.said("step left", { minutes: left })}` : "";
      const lines = [
        make("p", "", make("strong", "", name), rest),
        make("p", "", joined([count, round, how, times && this.said("goes", { times })])),
      ];
      if (prompt) lines.push(make("p", "live-prompt", this.said("quoted", { words: prompt })));
      const after = steps[place + 1];
      const values = after && { at: this.wall.clock(after.start), name: after.step.name };
      if (after) lines.push(make("p", "", this.said("then", values)));
      return lines;
    });
  }

  next(path, course) {
    if (path === null) {
      put("next_title", this.phrases["nothing comes"]);
      put("next_about", "");
      return;
    }
    const { hours, titles, change, note } = this.coming(course, path);
    const { about = [] } = this.day.items[this.day.numbers.get(path)] || {};
    put("next_title", titles);
    put("next_about", joined([hours, change, note, ...about]));
  }

  // What to say of something that comes: its hours, its titles, its minutes, and what holds it.
  coming(course, path) {
    const numbers = course.within(path);
    const rows = numbers.map((number) => course.rows.get(number)).filter(Boolean);
    if (!rows.length) {
      const note = this.phrases["to be left out"];
      return { gone: true, hours: "", titles: this.titles(numbers), change: "", note };
    }
    const start = Math.min(...rows.map((row) => row.start));
    const end = Math.max(...rows.map((row) => row.start + row.minutes));
    const [{ number, minutes }] = rows;
    const old = this.day.items[number].minutes;
    const one = rows.length === 1;
    const changed = one && old !== minutes;
    const values = { old, new: minutes, minutes: end - start };
    return {
      hours: this.hours(start, end),
      titles: this.titles(rows.filter((row) => row.start === start).map((row) => row.number)),
      change: this.said(changed ? "minutes changed" : "minutes", values),
      changed,
      note: one && course.isFixed(number) ? this.phrases.fixed : "",
    };
  }

  spare({ number, at, minutes }) {
    part("spare").classList.toggle("none", minutes <= 0);
    const title = titleOf(this.day, number);
    put("spare", this.said("spare", { minutes, title, at: this.wall.clock(at) }));
  }

  // What comes in each track, or else on the agenda, and what comes after the tracks.
  rest(next, course) {
    const one = (path) => ({ next: path === next, ...this.coming(course, path) });
    const after = course.later().filter(({ paths }) => paths.length);
    const told = [
      ...course.lanes().map((lane) => [lane.titles.join(": "), course.coming(lane).map(one)]),
      ...after.map(({ titles, paths }) => [
        [...titles, this.phrases["after the tracks"]].join(": "),
        paths.map(one),
      ]),
    ];
    fill("rest", told, () =>
      told.flatMap(([title, items]) => [
        ...(title ? [make("h3", "", title)] : []),
        items.length
          ? make("ol", "live-coming", ...items.map((item) => this.line(item)))
          : make("p", "", this.phrases["nothing comes"]),
      ]),
    );
  }

  line({ hours, titles, change, changed, note, gone, next }) {
    const what = make("span", "live-what", make(gone ? "s" : "span", "", titles));
    if (note) what.append(" ", make("em", "", note));
    const minutes = make("span", changed ? "live-changed" : "", change);
    const line = make("li", next ? "next" : "", make("span", "live-hours", hours), minutes, what);
    if (next) line.setAttribute("aria-current", "step");
    return line;
  }
}
