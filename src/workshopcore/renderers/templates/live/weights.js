// What it costs to change a length: (change)² ÷ slack, by tier, as exact whole numbers.
// As agenda/weights.py. The numbers outgrow 53 bits, so they are big ones.

const bitLength = (number) => (number === 0n ? 0 : number.toString(2).length);
const divisor = (one, other) => (other === 0n ? one : divisor(other, one % other));

class Weights {
  constructor(parts) {
    const slacks = new Set();
    const present = TIERS.map(() => 0);
    let total = 0;
    for (const part of parts) {
      const down = part.usual - part.shortest;
      const up = part.longest - part.usual;
      for (const slack of [down, up]) if (slack) slacks.add(BigInt(slack));
      total += Math.max(down, up);
      present[part.tier] = 1;
    }
    this.common = [...slacks].reduce((one, other) => (one / divisor(one, other)) * other, 1n);
    const bits = bitLength(this.common * BigInt(total));
    const below = (tier) => present.slice(0, tier).reduce((sum, there) => sum + there, 0);
    // Tiers that do not occur take no room.
    this.shift = present.map((_, tier) => BigInt(bits * below(tier)));
    this.limit = 1n << BigInt(bits * below(present.length));
  }

  // What it costs that a part takes so many minutes, within its bounds.
  cost(part, minutes) {
    const change = BigInt(minutes - part.usual);
    if (change === 0n) return 0n;
    const slack = change < 0n ? part.usual - part.shortest : part.longest - part.usual;
    return (change * change * (this.common / BigInt(slack))) << this.shift[part.tier];
  }

  // What a change by one minute costs, in a direction with so much slack.
  unit(part, slack) {
    return (this.common / BigInt(slack)) << this.shift[part.tier];
  }
}
