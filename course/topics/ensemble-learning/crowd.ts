/** How often most of an odd number of independent voters are wrong, each of whom is right with probability p. */
export function majorityWrong(voters: number, p: number): number {
  // Binomial probabilities of 0, 1, … right votes, each from the one before, in logarithms against underflow.
  let log = voters * Math.log(1 - p);
  let wrong = 0;
  for (let right = 0; 2 * right < voters; right++) {
    wrong += Math.exp(log);
    log += Math.log(((voters - right) / (right + 1)) * (p / (1 - p)));
  }
  return wrong;
}

/** The same where all voters hold one common opinion, right with probability p, on a share of the questions. */
export function crowdWrong(voters: number, p: number, common: number): number {
  return common * (1 - p) + (1 - common) * majorityWrong(voters, p);
}
