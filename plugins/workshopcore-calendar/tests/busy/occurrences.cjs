// A calendar client in another language: the times of every event, expanded with ical.js.
//
//     node occurrences.cjs FIRST END < diary.ics     both as 2027-01-01T00:00:00Z
const loaded = require("ical.js");
const ICAL = loaded.default || loaded;

const [, , first, end] = process.argv;
const calendar = new ICAL.Component(ICAL.parse(require("fs").readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const series = new Map();
for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  if (!series.has(event.uid)) series.set(event.uid, { changes: [] });
  if (event.isRecurrenceException()) series.get(event.uid).changes.push(event);
  else series.get(event.uid).main = event;
}

const low = Date.parse(first);
const high = Date.parse(end);
const times = [];
function take(details) {
  const start = details.startDate.toJSDate().getTime();
  const stop = details.endDate.toJSDate().getTime();
  if (stop > low && start < high) times.push([start / 1000, stop / 1000]);
  return start < high;
}
for (const { main, changes } of series.values()) {
  changes.forEach((change) => main.relateException(change));
  if (!main.isRecurring()) {
    take(main);
    continue;
  }
  const iterator = main.iterator();
  // A moved time may come before those that follow it in the series.
  for (let next = iterator.next(), beyond = 0; next && beyond < 20; next = iterator.next()) {
    if (!take(main.getOccurrenceDetails(next))) beyond += 1;
  }
}
console.log(JSON.stringify(times.sort((a, b) => a[0] - b[0])));
