// The elastic fit: how long everything takes, and when it starts. As agenda/fitting.py.

const fillSpan = (span, start, room, rests, grid, weights, placed) => {
  const curve = new LineCurve(span, grid, weights);
  const lack = curve.units - Math.floor(room / grid);
  if (lack > 0) {
    const most = curve.room(true);
    if (lack > most && grid > 1) {
      fillSpan(span, start, room, rests, 1, weights, placed);
      return;
    }
    curve.change(Math.min(lack, most), true);
  } else if (lack < 0 && !rests) curve.change(Math.min(-lack, curve.room(false)), false);
  curve.place(start, placed);
};

// Locks part a day into spans, and each is filled for itself.
const inSpans = (line, minutes, grid) => {
  const weights = new Weights(leaves(line));
  const placed = [];
  let first = 0;
  let start = 0;
  line.forEach((item, number) => {
    if (isTracks(item) || item.start === null) return;
    const until = item.start[0];
    fillSpan(line.slice(first, number), start, until - start, item.rests, grid, weights, placed);
    [first, start] = [number, until];
  });
  fillSpan(line.slice(first), start, minutes - start, false, grid, weights, placed);
  return placed;
};

// The window after a night also says that the night is not to be filled: it stays.
const unlessWindow = (item) =>
  isTracks(item) || item.start === null || item.start[0] === item.start[1] || item.rests
    ? item
    : { ...item, start: null };

// The timing without the windows of a day, if it meets them: it costs least of all.
const metAnyway = (line, minutes, grid) => {
  const free = line.map(unlessWindow);
  if (hasInnerLocks(free)) return null;
  const placed = inSpans(free, minutes, grid);
  const met = leaves(line).every(
    ({ start }, place) => !start || (start[0] <= placed[place][0] && placed[place][0] <= start[1]),
  );
  return met ? placed : null;
};

const inNetwork = (line, minutes, grid) => {
  let fine = networkGrid(line, minutes, grid);
  if (earliest(line, minutes, fine).margins.some((margin) => margin.minutes < 0)) fine = 1;
  return new Network(line, minutes, fine).solve();
};

// Start and minutes of every part, in order, and what is left before each fixed time.
const fit = (line, minutes, grid) => {
  const soonest = earliest(line, minutes);
  const fits = soonest.margins.every((margin) => margin.minutes >= 0);
  let placed;
  if (!hasInnerLocks(line)) placed = inSpans(line, minutes, grid);
  else if (fits) placed = metAnyway(line, minutes, grid) || inNetwork(line, minutes, grid);
  else placed = leaves(line).map((part, place) => [soonest.starts[place], part.shortest]);
  return { placed, margins: soonest.margins };
};

// How many whole minutes each of some steps gets of a session's.
const fitLengths = (lengths, minutes) => {
  const line = lengths.map(([shortest, usual, longest]) => ({
    shortest,
    usual,
    longest,
    tier: TIERS.indexOf("should"),
    start: null,
  }));
  return fit(line, minutes, 1).placed.map(([, taken]) => taken);
};
