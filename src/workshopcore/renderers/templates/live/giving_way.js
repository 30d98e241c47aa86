// What gives way when the rest of a day cannot hold: fixed times, one by one. As
// agenda/giving_way.py. The items of a line are numbered in order by `numbers`.

// A line with new starts for some of its items.
const withStarts = (line, numbers, starts) =>
  changed(line, (place, part) => {
    const start = starts.get(numbers[place]);
    return start === undefined ? part : { ...part, start };
  });

// A line in which some of its items take so many minutes, and stay.
const withMinutes = (line, numbers, minutes) =>
  changed(line, (place, part) => {
    const exact = minutes.get(numbers[place]);
    if (exact === undefined) return part;
    return { ...part, shortest: exact, usual: exact, longest: exact, mayGo: false };
  });

// A line without some of its parts, by place.
const without = (line, gone) =>
  changed(line, (place, part) => (gone.includes(place) ? null : part));

// Let fixed times give way until leaving things out is enough: the line, its minutes, and what
// gives way as { number (null for the end), at, minutes }.
const relaxed = (line, numbers, minutes, at) => {
  const missed = [];
  const parts = leaves(line);
  const expendable = [...parts.keys()].filter((place) => parts[place].mayGo);
  const stay = [...parts.keys()].filter((place) => !parts[place].mayGo);
  for (;;) {
    const soonest = earliest(without(line, expendable), minutes);
    const late = soonest.margins.find((margin) => margin.minutes < 0);
    if (late === undefined) return { line, minutes, missed };
    if (late.part === null) {
      missed.push({ number: null, at: at + minutes, minutes: -late.minutes });
      minutes -= late.minutes;
    } else {
      const place = stay[late.part];
      const fixed = leaves(line)[place].start[1];
      missed.push({ number: numbers[place], at: at + fixed, minutes: -late.minutes });
      const start = fixed - late.minutes;
      line = withStarts(line, [...parts.keys()], new Map([[place, [start, start]]]));
    }
  }
};
