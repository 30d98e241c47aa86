// The rest of a day, timed anew: what has happened is fact, and what is fixed holds. As
// agenda/replanning.py, with the same results: both are tested with one file of vectors.
// All moments are minutes from the start of the workshop.

const AFTERWARDS = 12 * 60;

// What is on record of the items, as far as it has happened by now, by number.
const factsByNumber = (day, facts, now) => {
  const found = new Map();
  const past = (moment) => (moment !== null && moment <= now ? moment : null);
  day.items.forEach((item, number) => {
    const fact = facts.get(item.id);
    if (!fact) return;
    const [start, end] = [past(fact.start), past(fact.end)];
    const timed = fact.start !== null || fact.end !== null;
    if (timed && start === null && end === null) return;
    found.set(number, { start, end, gone: fact.fate !== "done" });
  });
  return found;
};

// What stays where it was announced: expert sessions and the closing planning, by number.
const heldStarts = ({ items }) => {
  const closing = items.findLast((item) => item.planning);
  const holds = (item) => item.held && (!item.planning || item.at === closing.at);
  return [...items.keys()].filter((number) => holds(items[number]));
};

const planFrom = (situation, at) => {
  const { day, lasting } = situation;
  const left = leftOf({ ...situation, at });
  const until = day.minutes - at;
  const goesOn = leaves(left.line).some((part) => !part.mayGo);
  const rest = new Map(
    [...lasting].map(([number, minutes]) => {
      const since = left.running.has(number) ? left.running.get(number) : at;
      return [number, Math.max(0, minutes - (at - since))];
    }),
  );
  const hold = new Map(
    heldStarts(day)
      .filter((number) => !left.running.has(number))
      .map((number) => [number, Array(2).fill(day.items[number].at - at)]),
  );
  const decided = withMinutes(left.line, left.numbers, rest);
  const fixed = withStarts(decided, left.numbers, hold);
  const { line, minutes, missed } = relaxed(
    fixed,
    left.numbers,
    goesOn ? until : Math.max(0, until),
    at,
  );
  const gone = cutsOf(line, minutes) || [];
  return {
    left,
    at,
    fitted: fit(without(line, gone), minutes, day.grid),
    numbers: left.numbers.filter((_, place) => !gone.includes(place)),
    gone: gone.map((place) => left.numbers[place]),
    missed,
    loss: [missed.reduce((sum, each) => sum + each.minutes, 0), gone.length],
  };
};

const byLoss = (one, other) => one[0] - other[0] || one[1] - other[1];

// The best plan: on the grid by the clock, or else from this very minute.
const bestPlan = (situation, minuteOfHour) => {
  const { day, now, lasting } = situation;
  const late = minuteOfHour % day.grid;
  const aligned = now + (late ? day.grid - late : 0);
  const longest = (number) =>
    lasting.has(number) ? lasting.get(number) : day.items[number].longest;
  // Whether waiting for the grid takes something on beyond its longest.
  const overdrawn = (plan) =>
    [...plan.left.running].some(([number, start]) => plan.at - start > longest(number));
  const found = planFrom(situation, aligned);
  if (aligned === now || (!found.loss[0] && !found.loss[1] && !overdrawn(found))) return found;
  const exact = planFrom(situation, now);
  return byLoss(exact.loss, found.loss) < 0 || overdrawn(found) ? exact : found;
};

// What is timed, with its place: { number, start, minutes, state }.
const timedItems = (plan) => {
  const found = [...plan.left.over].map(([number, [start, end]]) => {
    return { number, start, minutes: end - start, state: "done" };
  });
  plan.numbers.forEach((number, place) => {
    const [start, minutes] = plan.fitted.placed[place];
    const begun = plan.left.running.get(number);
    const on = begun !== undefined;
    found.push({
      number,
      start: on ? begun : plan.at + start,
      minutes: on ? plan.at + start + minutes - begun : minutes,
      state: on ? "running" : "planned",
    });
  });
  return found.sort((one, other) => one.number - other.number);
};

// A row for every item and for every gap on the main line, the last one included.
const rowsOf = (day, timed, now) => {
  const found = [];
  let reached = 0;
  const gap = (start, end) => {
    const state = end <= now ? "done" : "planned";
    found.push({ number: null, start, minutes: end - start, state });
  };
  for (const each of timed) {
    if (!day.items[each.number].track.length && each.start > reached) gap(reached, each.start);
    found.push(each);
    reached = Math.max(reached, each.start + each.minutes);
  }
  if (found.length && reached < day.minutes) gap(reached, day.minutes);
  return found;
};

// Return the rest of a day. `moment` has: now; facts, by session ({ start, end, fate }); and, if
// they are said, running (sessions), started, and lasting (minutes decided on the day).
const replan = (day, wall, moment) => {
  const { now, running = [], started = null, lasting = {} } = moment;
  if (now < 0 || now > day.minutes + AFTERWARDS) throw new RangeError("not a moment of the day");
  const numbers = new Map(day.items.map((item, number) => [item.id, number]));
  const situation = {
    day,
    now,
    named: new Set(running.map((id) => numbers.get(id))),
    started,
    facts: factsByNumber(day, moment.facts, now),
    planned: day.items.map(({ at, minutes }) => [at, at + minutes]),
    lasting: new Map(Object.entries(lasting).map(([id, minutes]) => [numbers.get(id), minutes])),
  };
  const plan = bestPlan(situation, wall.minute(now));
  const timed = timedItems(plan);
  return {
    rows: rowsOf(day, timed, now),
    finishes: Math.max(0, ...timed.map(({ start, minutes }) => start + minutes)),
    clashes: plan.missed,
    cuts: [...plan.gone].sort((one, other) => one - other),
    fixed: plan.fitted.margins.map(({ part, minutes }) => {
      return { number: part === null ? null : plan.numbers[part], minutes };
    }),
  };
};
