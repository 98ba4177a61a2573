import { binom } from "@gradus/stats";

/** The probability that n throws of a fair coin are at least as far from n/2 as k. */
export function pvalue(k: number, n: number): number {
  const coin = binom({ n, p: 0.5 });
  let total = 0;
  for (let i = 0; i <= n; i++) {
    if (Math.abs(i - n / 2) >= Math.abs(k - n / 2)) total += coin.pmf(i);
  }
  return total;
}
