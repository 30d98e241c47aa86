// What is on record of a session: { start, end, fate }, in minutes from the start of the workshop.
// A move is what one key did: entries, each with what was on record before and what is now.

const NO_FACT = { start: null, end: null, fate: "done" };

const sameFact = (one, other) =>
  one === other || Boolean(one && other && Object.keys(NO_FACT).every((k) => one[k] === other[k]));

const isKnown = (fact) => fact.start !== null || fact.end !== null || fact.fate !== "done";

// What the run sheet says that was recorded before it was published.
const factsFrom = (given) =>
  new Map(Object.entries(given).map(([session, fact]) => [session, { ...NO_FACT, ...fact }]));

// Where the record has come to say something else in between, that stays, and the entry adds
// only what is not there yet. As `applied` of the terminal's live mode.
const mergedFact = (there, old, next) => {
  if (there === null || sameFact(there, old)) return next;
  const before = old || NO_FACT;
  if (next === null || there.fate !== before.fate || next.fate !== before.fate) return there;
  const found = { ...there };
  for (const name of Object.keys(NO_FACT)) {
    if (there[name] === before[name]) found[name] = next[name];
  }
  const inOrder = found.start === null || found.end === null || found.start <= found.end;
  return inOrder ? found : there;
};

const withEntries = (facts, entries) => {
  const found = new Map(facts);
  for (const { session, old, now } of entries) {
    const fact = mergedFact(found.get(session) || null, old, now);
    if (fact === null) found.delete(session);
    else found.set(session, fact);
  }
  return found;
};

const undone = ({ entries }) =>
  [...entries].reverse().map(({ session, old, now }) => ({ session, old: now, now: old }));

// The file that `workshopcore record --times` takes: only what was recorded on this page.
const timesFile = (day, wall, { facts, moves }) => {
  const touched = new Set(moves.flatMap((move) => move.entries.map((entry) => entry.session)));
  const actuals = day.items
    .filter(({ id }) => touched.has(id) && facts.has(id) && isKnown(facts.get(id)))
    .map(({ id, title }) => {
      const { start, end, fate } = facts.get(id);
      const found = { session: id, title };
      if (start !== null) found.start = wall.local(start);
      if (end !== null) found.end = wall.local(end);
      return { ...found, fate };
    });
  const { programme, workshop, fingerprint: agenda } = day;
  return { format: "workshopcore-times", version: 1, programme, workshop, agenda, actuals };
};
