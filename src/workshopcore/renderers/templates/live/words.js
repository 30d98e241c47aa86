// What is different in a day that has been timed anew, in words. As agenda/changes.py.

// A phrase with its values; what is filled in is taken as it is.
const say = (phrase, values) =>
  phrase.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));

const titleOf = (day, number) =>
  number === null ? day.phrases["the finish"] : day.items[number].title;

// Which fixed times cannot be kept.
const whyNot = ({ phrases, items }, wall, { clashes }) =>
  clashes
    .map(({ number, at, minutes }) => {
      const phrase = phrases[number === null ? "finish cannot hold" : "cannot hold"];
      const session = number === null ? "" : items[number].title;
      return say(phrase, { session, time: wall.clock(at), minutes });
    })
    .join("; ");

// Lengths, what is left out, fixed times, the finish.
const changesOf = ({ phrases, items, finishes }, wall, sheet) => {
  const told = [];
  const moves = (what, before, after) => told.push(`${what} ${before} → ${after}`);
  for (const { number, minutes, state } of sheet.rows) {
    if (number === null || state === "done" || items[number].minutes === minutes) continue;
    moves(items[number].title, items[number].minutes, minutes);
  }
  for (const number of sheet.cuts) {
    told.push(say(phrases["left out"], { session: items[number].title }));
  }
  for (const { number, at } of sheet.clashes) {
    const row = number !== null && sheet.rows.find((each) => each.number === number);
    if (row) moves(items[number].title, wall.clock(at), wall.clock(row.start));
  }
  const [before, after] = [finishes, sheet.finishes].map((moment) => wall.clock(moment));
  const phrase = finishes === sheet.finishes ? "finish unchanged" : "finish moves";
  return [...told, say(phrases[phrase], { before, after })];
};
