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
  // 1. With the threshold Infinity nothing goes to junk. What does that cost?
  // 2. Try each score as the threshold, and keep the cheapest.
  return { threshold: Infinity, cost: 0 };
}
