/** What a wrong decision costs, in euros. */
export interface Costs {
  /** A good mail in junk. */
  falseAlarm: number;
  /** A spam in the inbox. */
  miss: number;
}

export interface Choice {
  threshold: number;
  /** What it costs on these mails together, in euros. */
  cost: number;
}

/** The cheapest threshold: Infinity, or one of the scores. */
export function cheapest(isSpam: boolean[], scores: number[], costs: Costs): Choice {
  let best = { threshold: Infinity, cost: 0, errors: isSpam.filter(Boolean).length };
  best.cost = costs.miss * best.errors;
  for (const threshold of [...new Set(scores)].sort((a, b) => b - a)) {
    let [cost, errors] = [0, 0];
    for (const [i, spam] of isSpam.entries()) {
      const isJunk = scores[i]! >= threshold;
      if (isJunk !== spam) errors++;
      if (isJunk && !spam) cost += costs.falseAlarm;
      if (!isJunk && spam) cost += costs.miss;
    }
    if (errors < best.errors) best = { threshold, cost, errors };
  }
  return { threshold: best.threshold, cost: best.cost };
}
