// A calendar client in another language: reads our tasks with ical.js, and ticks one of them off.
//
//     node client.cjs list < tasks.ics          what it understands, as JSON
//     node client.cjs tick UID < tasks.ics      the calendar with that task done
const loaded = require("ical.js");
const ICAL = loaded.default || loaded;

const [, , command, uid] = process.argv;
const calendar = new ICAL.Component(ICAL.parse(require("fs").readFileSync(0, "utf8")));
const tasks = calendar.getAllSubcomponents("vtodo");

function described(property) {
  const values = property.getValues().map((value) => (value.toICALString ? value.toICALString() : value));
  const parameters = property.toJSON()[1];
  return { name: property.name, type: property.type, values, parameters };
}

if (command === "list") {
  console.log(JSON.stringify(tasks.map((task) => task.getAllProperties().map(described))));
} else {
  const task = tasks.find((one) => one.getFirstPropertyValue("uid") === uid);
  const now = ICAL.Time.fromString("2027-07-02T08:15:00Z");
  task.updatePropertyWithValue("status", "COMPLETED");
  task.updatePropertyWithValue("percent-complete", 100);
  task.updatePropertyWithValue("completed", now);
  task.updatePropertyWithValue("last-modified", now);
  task.updatePropertyWithValue("dtstamp", now);
  process.stdout.write(calendar.toString());
}
