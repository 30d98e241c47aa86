// What this browser keeps, so that a reload loses nothing. A browser may refuse to keep anything,
// and then the page says so.

class Store {
  constructor(day, wall) {
    this.key = `workshopcore-live:${day.programme}/${day.workshop}`;
    Object.assign(this, { day, wall, seen: null });
  }

  // Whether something else is kept by now than this page has seen.
  isNews() {
    try {
      return localStorage.getItem(this.key) !== this.seen;
    } catch {
      return false;
    }
  }

  // Return what was kept: { moves, lasting, … }; null where nothing was, or it cannot be read.
  // Moments are moved along where the workshop starts at another time since.
  load() {
    try {
      this.seen = localStorage.getItem(this.key);
      const kept = JSON.parse(this.seen);
      if (!kept || kept.version !== 1) return null;
      const by = (Date.parse(kept.starts) - this.wall.starts) / MINUTE;
      const known = new Set(this.day.items.map((item) => item.id));
      const moved = (fact) =>
        fact && {
          ...fact,
          start: fact.start === null ? null : fact.start + by,
          end: fact.end === null ? null : fact.end + by,
        };
      const moves = kept.moves.map((move) => ({
        ...move,
        entries: move.entries
          .filter(({ session }) => known.has(session))
          .map(({ session, old, now }) => ({ session, old: moved(old), now: moved(now) })),
      }));
      const there = ([id]) => known.has(id);
      const lasting = Object.fromEntries(Object.entries(kept.lasting).filter(there));
      return { ...kept, moves, lasting, changed: kept.fingerprint !== this.day.fingerprint };
    } catch {
      return null;
    }
  }

  // Keep something; return whether that worked.
  save(what) {
    const { fingerprint, starts } = this.day;
    try {
      const kept = JSON.stringify({ version: 1, fingerprint, starts, ...what });
      localStorage.setItem(this.key, kept);
      this.seen = kept;
      return true;
    } catch {
      return false;
    }
  }
}
