// The page itself: the clock, the buttons and the keys, what is kept, and the file of times.

const KEYS = {
  s: "start",
  " ": "start",
  Enter: "start",
  e: "end",
  "+": "longer",
  "=": "longer",
  "-": "shorter",
  n: "another",
  x: "leave out",
  u: "undo",
};

const runTheDay = () => {
  const room = document.getElementById("_live");
  const day = dayOf(JSON.parse(document.getElementById("_live_data").textContent));
  const wall = new Wall(day);
  const store = new Store(day, wall);
  const view = new View(day, wall);
  let [sitting, announcer, rehearsal] = [null, null, null];
  let [kept, notice, timer, pressed] = [true, "", 0, 0];

  // What the clock shows: in a rehearsal, the workshop began when the rehearsal did.
  const clock = () => (rehearsal === null ? Date.now() : wall.starts + Date.now() - rehearsal);
  const isOn = () => {
    const now = wall.position(clock());
    return -AFTERWARDS <= now && now <= day.minutes + AFTERWARDS;
  };

  const keep = () => {
    if (rehearsal !== null) return;
    const { moves, lasting } = sitting;
    const shortcuts = part("shortcuts").checked;
    kept = store.save({ moves, lasting, shortcuts, open: !room.hidden });
  };

  // Sit down to the day: with what this browser kept, or for a rehearsal with nothing.
  const sit = () => {
    const found = rehearsal === null ? store.load() : null;
    const facts = rehearsal === null ? factsFrom(day.facts) : new Map();
    sitting = new Sitting(day, wall, facts, found);
    announcer = new Announcer(day, wall);
    if (found) part("shortcuts").checked = found.shortcuts !== false;
    if (found && found.changed && found.moves.length) notice = day.phrases["agenda changed"];
    return found;
  };

  // Another window of this browser may have gone on: then so does this one.
  const catchUp = () => {
    if (rehearsal === null && store.isNews()) sit();
  };

  const look = () => {
    const on = isOn();
    const rehearsing = rehearsal !== null;
    part("on").hidden = !on;
    part("off").hidden = on;
    part("rehearse").textContent = day.phrases[rehearsing ? "end rehearsal" : "rehearse"];
    part("rehearse").hidden = on && !rehearsing && sitting.moves.length > 0;
    part("save").hidden = rehearsing || !(on || sitting.moves.length);
    put("mark", rehearsing ? day.phrases["is rehearsal"] : "");
    put("when", say(day.phrases["not on"], { when: day.when }));
    const keeping = [notice, day.phrases[kept ? "kept here" : "not kept"]];
    put("kept", rehearsing ? "" : keeping.filter(Boolean).join(" "));
    if (!on) return;
    const instant = clock();
    const device = -new Date(instant).getTimezoneOffset() * MINUTE;
    const elsewhere = !rehearsing && wall.at(instant).getTime() - instant !== device;
    put("zone", elsewhere ? say(day.phrases["time zone"], { zone: day.zone }) : "");
    const course = sitting.at(instant);
    const due = announcer.due(course, sitting.lane(course), instant);
    // It does not push aside the answer to a key that was pressed just now.
    const recent = instant - pressed < 10000 ? sitting.said : "";
    if (due) sitting.said = joined([recent, due]);
    view.show(sitting, instant);
  };

  // A new look at every full second, for as long as somebody looks.
  const tick = () => {
    clearTimeout(timer);
    if (room.hidden) return;
    catchUp();
    look();
    timer = setTimeout(tick, 1000 - (clock() % 1000));
  };

  const press = (what) => {
    if (!isOn()) return;
    catchUp();
    pressed = clock();
    sitting.press(what, pressed);
    keep();
    tick();
  };

  // The screen of a tablet on the lectern stays on, where the browser can see to that.
  const wake = () => {
    if (!room.hidden && !document.hidden && navigator.wakeLock) {
      navigator.wakeLock.request("screen").catch(() => {});
    }
  };

  const open = () => {
    room.hidden = false;
    document.body.classList.add("live-running");
    tick();
    part("title").focus();
    keep();
    wake();
  };

  const close = () => {
    room.hidden = true;
    document.body.classList.remove("live-running");
    keep();
    part("open").focus();
  };

  const rehearse = () => {
    rehearsal = rehearsal === null ? Date.now() : null;
    sit();
    tick();
    part("title").focus();
  };

  const save = () => {
    const times = timesFile(day, wall, sitting);
    const name = `${day.workshop}.times.json`;
    if (times.actuals.length) {
      const file = new Blob([`${JSON.stringify(times, null, 2)}\n`], { type: "application/json" });
      const link = make("a");
      link.href = URL.createObjectURL(file);
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
    }
    const { workshop } = day;
    sitting.say(times.actuals.length ? "saved" : "nothing to save", { name, workshop });
    look();
  };

  const onKey = (event) => {
    const { key, target } = event;
    if (room.hidden || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (!part("shortcuts").checked || target.matches("input")) return;
    // Space and Enter press the button that has the focus, and nothing else besides.
    if ((key === " " || key === "Enter") && target.closest("button, summary, a")) return;
    const small = key.toLowerCase();
    const what = KEYS[key] || KEYS[small] || (/^[1-9]$/.test(key) ? key : "");
    if (what) press(what);
    else if (small === "q") close();
    else if (key === "?" || small === "h") part("help").open = !part("help").open;
    else return;
    event.preventDefault();
  };

  room.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-do]");
    if (button) press(button.dataset.do);
  });
  part("open").addEventListener("click", open);
  part("close").addEventListener("click", close);
  part("rehearse").addEventListener("click", rehearse);
  part("save").addEventListener("click", save);
  part("shortcuts").addEventListener("change", keep);
  document.addEventListener("keydown", onKey);
  document.addEventListener("visibilitychange", () => {
    tick();
    wake();
  });
  window.addEventListener("beforeunload", (event) => {
    if (!kept && rehearsal === null && sitting.moves.length) event.preventDefault();
  });

  part("door").hidden = false;
  const found = sit();
  if (found && found.open && isOn()) open();
};

runTheDay();
