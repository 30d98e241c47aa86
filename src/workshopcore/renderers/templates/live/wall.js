// The clock on the wall of the workshop, whatever time zone this machine is set to. The page
// brings along how far the workshop's time is from universal time, and when that changes.

const MINUTE = 60000;
const two = (number) => String(number).padStart(2, "0");

class Wall {
  // `starts` is an instant; `offsets` are pairs: from which minute on, seconds ahead of UTC.
  constructor({ starts, offsets }) {
    this.starts = Date.parse(starts);
    this.offsets = offsets;
  }

  // How many minutes from the start an instant lies.
  position(instant) {
    return Math.floor((instant - this.starts) / MINUTE);
  }

  instant(position) {
    return this.starts + position * MINUTE;
  }

  // The wall-clock time of an instant, in the UTC fields of a date.
  at(instant) {
    const position = this.position(instant);
    const last = this.offsets.findLast(([from]) => from <= position) || this.offsets[0];
    return new Date(instant + last[1] * 1000);
  }

  minute(position) {
    return this.at(this.instant(position)).getUTCMinutes();
  }

  // Such as 09:30.
  clock(position) {
    const found = this.at(this.instant(position));
    return `${two(found.getUTCHours())}:${two(found.getUTCMinutes())}`;
  }

  // As the record has it: 2027-01-19T09:30:00, with its offset only where that time comes twice.
  local(position) {
    const text = this.at(this.instant(position)).toISOString().slice(0, 19);
    return this.twice(position) ? text + this.ahead(position) : text;
  }

  twice(position) {
    return this.offsets.slice(1).some(([from, seconds], before) => {
      const again = (this.offsets[before][1] - seconds) / 60;
      return again > 0 && from - again <= position && position < from + again;
    });
  }

  ahead(position) {
    const minutes = this.offsets.findLast(([from]) => from <= position)[1] / 60;
    const sign = minutes < 0 ? "-" : "+";
    return `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  }
}
