// What is timed: parts in sequence, and tracks of parts side by side. As agenda/parts.py.
// A part has shortest, usual, longest, tier, start ([earliest, latest] or null), rests, mayGo.

const TIERS = ["buffer", "could", "should", "must", "pause"];

const isTracks = (item) => item.tracks !== undefined;

const leaves = (line) =>
  line.flatMap((item) => (isTracks(item) ? item.tracks.flatMap(leaves) : [item]));

// The items of a line, each with the numbers of its parts, depth first.
const numbered = (line, first = 0) =>
  line.map((item) => {
    const numbers = leaves([item]).map((_, place) => first + place);
    const found = { item, first, numbers };
    first += numbers.length;
    return found;
  });

const lanesOf = (tracks, first) =>
  tracks.tracks.map((line) => {
    const found = { line, first };
    first += leaves(line).length;
    return found;
  });

// A line with every part changed, by its number; null leaves a part out.
const changed = (line, change, first = 0) => {
  const found = [];
  for (const each of numbered(line, first)) {
    if (isTracks(each.item)) {
      const inner = lanesOf(each.item, each.first);
      found.push({ tracks: inner.map((lane) => changed(lane.line, change, lane.first)) });
    } else {
      const part = change(each.first, each.item);
      if (part !== null) found.push(part);
    }
  }
  return found;
};

// The paths of what stands in a line, in order: "agenda[0]", "agenda[1]" …
const placesIn = (day, path) => {
  const found = [];
  for (;;) {
    const here = `${path}[${found.length}]`;
    if (!day.numbers.has(here) && !day.tracks.has(here)) return found;
    found.push(here);
  }
};

const laneAt = (path, lane) => `${path}.tracks[${lane}].agenda`;

const partOf = (item) => ({
  ...item,
  tier: TIERS.indexOf(item.tier),
  start: item.start || null,
});

const lineAt = (day, path) =>
  placesIn(day, path).map((here) =>
    day.tracks.has(here)
      ? { tracks: day.tracks.get(here).map((_, lane) => lineAt(day, laneAt(here, lane))) }
      : partOf(day.items[day.numbers.get(here)]),
  );

// The day that the page was given: its line is built along the paths of its items.
const dayOf = (data) => {
  const numbers = new Map(data.items.map((item, number) => [item.path, number]));
  const tracks = new Map(data.parallels.map((block) => [block.path, block.tracks]));
  const day = { ...data, numbers, tracks };
  return { ...day, line: lineAt(day, "agenda") };
};
