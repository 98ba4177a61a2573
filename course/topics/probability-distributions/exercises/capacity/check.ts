import { defineCheck, expectEqual } from "@gradus/course-kit";
import { poisson } from "@gradus/stats";

interface Submission {
  capacity(mean: number, risk: number): number;
}

export default defineCheck(({ capacity }: Submission) => {
  for (const [mean, risk] of [
    [30, 0.01],
    [2, 0.05],
    [2.5, 0.001],
    [0.7, 0.01],
    [30, 0.0001],
    [11.5, 0.2],
  ] as const) {
    const c = poisson({ mu: mean }).isf(risk);
    expectEqual(capacity(mean, risk), c, {
      of: `capacity(${mean}, ${risk})`,
      mistakes: {
        "just-the-mean": Math.ceil(mean),
        "reaches-it": c + 1,
        "first-bar-left-out": withoutFirst(mean, risk),
        "bars-not-tails": smallBar(mean, risk),
      },
    });
  }
  expectEqual(capacity(0.001, 0.5), 0, "if hardly anything comes, nothing is needed");
});

function withoutFirst(mean: number, risk: number): number {
  let [c, sum] = [0, 0];
  while (1 - sum > risk && c < 1000) sum += poisson({ mu: mean }).pmf(++c);
  return c;
}

function smallBar(mean: number, risk: number): number {
  let c = Math.ceil(mean);
  while (poisson({ mu: mean }).pmf(c) > risk) c++;
  return c;
}
