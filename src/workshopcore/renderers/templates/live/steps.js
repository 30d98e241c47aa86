// The steps of a session, with their times: its own minutes, or fitted on one minute.

const stepsOf = ({ steps, plans = [] }, start, minutes) => {
  const plan = plans.findLast(({ least }) => least <= minutes) || plans[0];
  if (!plan) return [];
  const [first] = plan.steps;
  const own = first && first.length === 2;
  const lengths = plan.steps.map(([, ...bounds]) => bounds);
  const shared = own ? lengths.flat() : fitLengths(lengths, minutes);
  const found = [];
  plan.steps.forEach(([number], place) => {
    // What is left no time at all, such as a second vote, does not take place.
    if (!shared[place]) return;
    found.push({ step: steps[number], start, minutes: shared[place] });
    start += shared[place];
  });
  return found;
};
