// What is said aloud without anybody asking: five minutes before a session ends, and when its time
// is up. Each once, so that a screen reader does not talk over the room.

const SOON = 5 * 60;

class Announcer {
  constructor(day, wall) {
    Object.assign(this, { day, wall, told: new Set() });
  }

  // Return what there is to say now, "" for nothing.
  due(course, lane, instant) {
    const row = course.running(lane);
    if (row === null) return "";
    const end = this.wall.instant(row.start + row.minutes);
    const left = (end - instant) / 1000;
    const { title } = this.day.items[row.number];
    if (left <= 0) return this.once(row, "time is up for", { title });
    // What is as short as that has no five minutes to be warned of.
    if (left <= SOON && row.minutes * 60 >= 2 * SOON) return this.once(row, "five left", { title });
    return "";
  }

  once(row, phrase, values) {
    const key = `${row.number} ${row.start} ${phrase}`;
    if (this.told.has(key)) return "";
    this.told.add(key);
    return say(this.day.phrases[phrase], values);
  }
}
