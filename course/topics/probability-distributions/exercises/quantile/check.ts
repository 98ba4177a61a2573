import { defineCheck, expectClose } from "@gradus/course-kit";
import { type ContinuousDistribution, expon, gamma, logistic, norm } from "@gradus/stats";

interface Submission {
  quantile(cdf: (x: number) => number, p: number, low: number, high: number): number;
}

export default defineCheck(({ quantile }: Submission) => {
  const cases: readonly (readonly [ContinuousDistribution, number, number, number])[] = [
    [norm(), 0.975, -8, 9],
    [norm({ loc: 100, scale: 15 }), 0.02, 0, 190],
    [expon({ scale: 50 }), 0.7, 0, 1000],
    [gamma({ a: 2.5 }), 0.3, 0, 60],
    [logistic({ loc: -3 }), 0.1, -40, 30],
  ];
  for (const [d, p, low, high] of cases) {
    const cdf = (x: number) => d.cdf(x);
    const [a, b] = [d.cdf(low), d.cdf(high)];
    expectClose(quantile(cdf, p, low, high), d.ppf(p), {
      of: `the ${p} quantile of ${d.name}`,
      atol: 2e-9,
      rtol: 0,
      mistakes: {
        "other-tail": d.ppf(1 - p),
        "a-straight-line": low + ((p - a) / (b - a)) * (high - low),
        "too-soon": halved(cdf, p, low, high, 8),
        "wrong-half": halved((x) => 2 * p - d.cdf(x), p, low, high, 60),
      },
    });
  }
});

function halved(cdf: (x: number) => number, p: number, low: number, high: number, times: number) {
  let [a, b] = [low, high];
  for (let i = 0; i < times; i++) {
    const middle = (a + b) / 2;
    if (cdf(middle) < p) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}
