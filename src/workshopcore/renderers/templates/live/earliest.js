// When everything starts at the earliest, each part at its shortest: what is left before every
// fixed time, or by how much it is missed. As agenda/earliest.py.

// A margin's part is the number of the part that is fixed, null for the end of the whole.
const earliest = (line, minutes, grid = 1) => {
  const starts = [];
  const margins = [];
  const run = (items, start) =>
    items.reduce((reached, item) => {
      if (!isTracks(item)) return one(item, reached);
      return Math.max(...item.tracks.map((track) => run(track, reached)));
    }, start);
  const one = (part, arrival) => {
    let start = arrival;
    if (part.start !== null) {
      const [first, last] = part.start;
      margins.push({ part: starts.length, minutes: last - arrival });
      // A lock holds, whatever is still going on: the overlap is told, not hidden.
      start = Math.min(Math.max(arrival, first), last);
    }
    starts.push(start);
    const low = up(part.shortest, grid);
    return start + (low > part.longest ? up(part.usual, grid) : low);
  };
  const end = run(line, 0);
  margins.push({ part: null, minutes: minutes - end });
  return { starts, margins };
};
