// How far a day has come: what is over, what is on, and what is left. As agenda/progress.py.

const NOTHING = { start: null, end: null, gone: false };

// What is left of a day at a moment. `view` has: day, now, at (from when the rest is timed),
// named (items that are said to be on), started, facts (by number) and planned ([start, end]).
const leftOf = (view) => {
  const { day, now, at, named, started, facts, planned } = view;
  const left = { line: [], numbers: [], over: new Map(), running: new Map() };

  const factOf = (number) => facts.get(number) || NOTHING;
  const begun = (number) => named.has(number) || factOf(number).start !== null;
  const isOver = (number) => {
    const fact = factOf(number);
    return (fact.end !== null || fact.gone) && !named.has(number);
  };

  const startOf = (number) => {
    const fact = factOf(number);
    if (named.has(number) && started !== null) return Math.min(started, now);
    if (fact.start !== null) return Math.min(fact.start, now);
    return Math.min(planned[number][0], now);
  };

  // The first item that is not over, and whether the record told which.
  const currentOf = (items) => {
    const last = items.findLastIndex(({ numbers }) => numbers.some(begun));
    if (last >= 0) return [last + Number(items[last].numbers.every(isOver)), true];
    const ends = items.map(({ numbers }) => Math.max(0, ...numbers.map((n) => planned[n][1])));
    const found = ends.findIndex((end) => end > now);
    return [found < 0 ? items.length : found, false];
  };

  const refuseWhatIsOver = (items) => {
    const over = items.flatMap(({ numbers }) => numbers).find((number) => named.has(number));
    if (over === undefined) return;
    throw new RangeError(`${day.items[over].id}: what comes after it is on record as begun`);
  };

  // Note what is over: as recorded, or else as planned, as far as there was time. What stood
  // last before the item that is on, and has no end on record, ran until then.
  const settle = (item, first, since, until, stretch) => {
    if (isTracks(item)) {
      const ends = lanesOf(item, first).map((lane) =>
        numbered(lane.line, lane.first).reduce(
          (end, each) => settle(each.item, each.first, end, until, false),
          since,
        ),
      );
      return Math.max(since, ...ends);
    }
    const fact = factOf(first);
    if (fact.gone) return since;
    const [planStart, planEnd] = planned[first];
    const begin = fact.start === null ? Math.max(planStart, since) : fact.start;
    let end = fact.end === null ? Math.min(planEnd, until) : fact.end;
    if (stretch && fact.end === null) end = until;
    left.over.set(first, [Math.min(begin, end), end]);
    return end;
  };

  const shifted = (part) => {
    if (part.start === null) return part;
    const [first, last] = part.start;
    // What is fixed for a moment that has passed is missed by so much: below 0.
    return { ...part, start: [Math.min(Math.max(first - at, 0), last - at), last - at] };
  };

  // A part that is still to come, null where it is not to happen.
  const later = (number, part) => {
    if (factOf(number).gone) return null;
    left.numbers.push(number);
    return shifted(part);
  };

  // Whether an item has begun: on record, or by the plan where nothing is.
  const isOn = (number, recorded) => {
    if (recorded || begun(number)) return begun(number);
    return planned[number][0] < now && now < planned[number][1];
  };

  // What is left of an item that is on.
  const onNow = (item, first, limit, since) => {
    if (isTracks(item)) {
      const inner = lanesOf(item, first);
      return { tracks: inner.map((lane) => lineLeft(lane.line, lane.first, limit, since)) };
    }
    const start = startOf(first);
    left.running.set(first, start);
    left.numbers.push(first);
    const rest = (minutes) => Math.max(0, minutes - (at - start));
    return {
      shortest: rest(item.shortest),
      usual: rest(item.usual),
      longest: rest(item.longest),
      tier: item.tier,
      start: null,
      rests: false,
      mayGo: false,
    };
  };

  const lineLeft = (line, first, limit, since) => {
    const items = numbered(line, first);
    const [current, recorded] = currentOf(items);
    const known = current < items.length ? items[current].numbers.filter(begun).map(startOf) : [];
    const until = Math.min(limit, ...known);
    refuseWhatIsOver(items.slice(0, current));
    items.slice(0, current).forEach(({ item, first: number }, place) => {
      since = settle(item, number, since, until, place === current - 1);
    });
    return items.slice(current).flatMap(({ item, first: number, numbers }, place) => {
      if (place === 0 && numbers.some((each) => isOn(each, recorded))) {
        return [onNow(item, number, limit, since)];
      }
      return changed([item], later, number);
    });
  };

  left.line = lineLeft(day.line, 0, now, 0);
  return left;
};
