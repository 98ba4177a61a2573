import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";

interface Submission {
  shares(error: readonly number[], fall: readonly number[], total: number): number[];
}

export default defineCheck(({ shares }: Submission) => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const random = new RandomGenerator(seed);
    const n = 3 + seed;
    const error = Array.from({ length: n }, () => random.uniform(5, 90));
    const fall = Array.from({ length: n }, () => random.uniform(8, 60));
    // The last picture is not worth a byte; with much to spend all others are.
    error[n - 1] = 0.001;
    const total = seed < 3 ? 400 : 20 + 10 * seed;
    const kB = shares(error, fall, total);
    expectThat(
      Array.isArray(kB) && kB.length === n,
      `\`shares\` returns a list with one number for each of the ${n} pictures.`,
    );
    const all = error.reduce((sum, e) => sum + e, 0);
    const naive = unbounded(error, fall, total);
    const clipped = naive.map((bytes) => Math.max(0, bytes));
    const spent = clipped.reduce((sum, bytes) => sum + bytes, 0);
    expectClose(kB, best(error, fall, total), {
      of: `the shares of ${n} pictures in ${total} kB`,
      rtol: 1e-6,
      atol: 1e-6,
      mistakes: {
        "in-proportion": error.map((e) => (total * e) / all),
        "negative-bytes": naive,
        "clipped-over-budget": clipped,
        "clipped-and-scaled": clipped.map((bytes) => (bytes * total) / spent),
      },
    });
  }
  expectClose(shares([50, 50], [20, 20], 60), [30, 30], "two equal pictures get equal shares");
  expectClose(shares([50], [20], 60), [60], "a single picture gets everything");
  // With all three the shares would be 30.1, 0.9 and −1 kB: a small share is not a negative one.
  const error = [30.1, 0.9, -1].map((kB) => 20 * Math.exp(kB / 20));
  const small = shares(error, [20, 20, 20], 30);
  expectClose(small, [29.6, 0.4, 0], { of: "shares of less than a kilobyte", atol: 1e-6 });
});

/** The shares without the walls b ≥ 0. */
function unbounded(error: readonly number[], fall: readonly number[], total: number): number[] {
  const steepness = error.map((e, i) => Math.log(e / fall[i]!));
  const weight = fall.reduce((sum, s) => sum + s, 0);
  const wanted = fall.reduce((sum, s, i) => sum + s * steepness[i]!, 0);
  return fall.map((s, i) => s * (steepness[i]! - (wanted - total) / weight));
}

/** The best shares, by halving an interval of the price's logarithm. */
function best(error: readonly number[], fall: readonly number[], total: number): number[] {
  const at = (logPrice: number) =>
    fall.map((s, i) => s * Math.max(0, Math.log(error[i]! / s) - logPrice));
  let [low, high] = [-100, 100];
  for (let k = 0; k < 80; k++) {
    const middle = (low + high) / 2;
    if (at(middle).reduce((sum, kB) => sum + kB, 0) > total) low = middle;
    else high = middle;
  }
  return at((low + high) / 2);
}
