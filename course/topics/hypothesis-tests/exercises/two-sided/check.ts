import { defineCheck, expectClose } from "@gradus/course-kit";
import { binom, binomtest } from "@gradus/stats";

interface Submission {
  pvalue(k: number, n: number): number;
}

export default defineCheck(({ pvalue }: Submission) => {
  for (const [k, n] of [
    [15, 20],
    [3, 20],
    [8, 13],
    [4, 11],
    [61, 100],
  ] as const) {
    const coin = binom({ n, p: 0.5 });
    const right = binomtest(k, n).pvalue;
    const end = coin.pmf(k);
    expectClose(pvalue(k, n), right, {
      of: `the p-value of ${k} in ${n}`,
      mistakes: {
        "exactly-this": end,
        "one-side": right / 2,
        "farther-only": right - 2 * end,
        "less-extreme": 1 - right,
      },
    });
  }
  expectClose(pvalue(5, 10), 1, "nothing is nearer to the middle than the middle");
  expectClose(pvalue(0, 5), 2 / 32, "all five heads, or all five tails");
});
