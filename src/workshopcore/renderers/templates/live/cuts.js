// What to leave out when not everything fits: the least loss, tier by tier. As agenda/cuts.py.
// A state is a moment, the loss at which it is reached, and what was left out.

const TIER_BITS = 32;
const COUNT_BITS = 16;

// Usual minutes, a higher tier before all lower; of the same minutes, fewer items.
const lossOf = (part) => (BigInt(part.usual) << BigInt(COUNT_BITS + TIER_BITS * part.tier)) + 1n;

// Keep the states that no other reaches as soon at as little loss, soonest first.
const bestStates = (states) => {
  const kept = [];
  const order = (one, other) => one.moment - other.moment || byCost(one.lost, other.lost);
  for (const state of [...states].sort(order)) {
    if (!kept.length || state.lost < kept[kept.length - 1].lost) kept.push(state);
  }
  return kept;
};

const statesAfterPart = (part, number, states) => {
  const [first, last] = part.start || [0, Infinity];
  const found = states
    .filter(({ moment }) => moment <= last)
    .map((state) => ({ ...state, moment: Math.max(state.moment, first) + part.shortest }));
  if (part.mayGo) {
    const price = lossOf(part);
    for (const { moment, lost, gone } of states) {
      found.push({ moment, lost: lost + price, gone: [...gone, number] });
    }
  }
  return bestStates(found);
};

const statesAfterTracks = (block, number, states) => {
  const found = states.flatMap((state) => {
    let ways = [state];
    for (const lane of lanesOf(block, number)) {
      const ends = statesAfter(lane.line, lane.first, [{ ...state, lost: 0n, gone: [] }]);
      ways = bestStates(
        ways.flatMap((way) =>
          ends.map((end) => ({
            moment: Math.max(end.moment, way.moment),
            lost: end.lost + way.lost,
            gone: [...way.gone, ...end.gone],
          })),
        ),
      );
    }
    return ways;
  });
  return bestStates(found);
};

const statesAfter = (line, first, states) =>
  numbered(line, first).reduce(
    (reached, { item, first: number }) =>
      isTracks(item)
        ? statesAfterTracks(item, number, reached)
        : statesAfterPart(item, number, reached),
    states,
  );

// Which parts to leave out so that a day fits, by number; null where it never does.
const cutsOf = (line, minutes) => {
  const states = statesAfter(line, 0, [{ moment: 0, lost: 0n, gone: [] }]);
  const reached = states.filter(({ moment }) => moment <= minutes);
  return reached.length ? reached[reached.length - 1].gone.sort((a, b) => a - b) : null;
};
