// A calendar client in another language, with ical.js: it receives invitations, one file after
// the other, and keeps what RFC 5546 tells it to keep.
//
//     node invited.cjs < files.json      a list of files in; the calendar that comes of them out
const loaded = require("ical.js");
const ICAL = loaded.default || loaded;

const calendar = new Map();

function isNewer(event, known) {
  if (known === undefined || event.sequence !== known.sequence) {
    return known === undefined || event.sequence > known.sequence;
  }
  return event.stamp > known.stamp;
}

for (const file of JSON.parse(require("fs").readFileSync(0, "utf8"))) {
  const component = new ICAL.Component(ICAL.parse(file));
  const method = component.getFirstPropertyValue("method");
  for (const inner of component.getAllSubcomponents("vevent")) {
    const one = new ICAL.Event(inner);
    const event = {
      uid: one.uid,
      sequence: one.sequence,
      stamp: inner.getFirstPropertyValue("dtstamp").toUnixTime(),
      start: one.startDate.toUnixTime(),
      end: one.endDate.toUnixTime(),
      title: one.summary,
      place: one.location,
      status: method === "CANCEL" ? "CANCELLED" : inner.getFirstPropertyValue("status"),
    };
    if (isNewer(event, calendar.get(event.uid))) {
      calendar.set(event.uid, event);
    }
  }
}
console.log(JSON.stringify([...calendar.values()]));
