import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";
import { randn } from "@gradus/tensor";

interface Submission {
  velocities(times: readonly number[], positions: readonly number[]): number[];
}

export default defineCheck(({ velocities }: Submission) => {
  for (const seed of [1, 2, 3]) {
    const random = new RandomGenerator(seed);
    const gaps = randn([6 + seed], { random })
      .abs()
      .mul(9)
      .add(5)
      .toArray<number[]>(); // ms
    const moves = randn([6 + seed], { random })
      .mul(20)
      .toArray<number[]>(); // px
    const [times, positions] = [runningSum(gaps), runningSum(moves)];
    const found = velocities(times, positions);
    expectThat(Array.isArray(found), "`velocities` returns a list of numbers.");
    const inner = times.slice(1, -1).map((_, k) => k + 1);
    const speed = (from: number, to: number, elapsed: number) =>
      (1000 * (positions[to]! - positions[from]!)) / elapsed;
    const right = inner.map((i) => speed(i - 1, i + 1, times[i + 1]! - times[i - 1]!));
    expectClose(found, right, {
      of: `the speeds of ${times.length} events`,
      mistakes: {
        "per-millisecond": right.map((value) => value / 1000),
        "one-sided": inner.map((i) => speed(i, i + 1, times[i + 1]! - times[i]!)),
        "even-spacing": inner.map((i) => speed(i - 1, i + 1, 2 * (times[1]! - times[0]!))),
      },
    });
  }
  expectClose(velocities([0, 16], [0, 3]), [], "two events have none between them");
});

function runningSum(values: readonly number[]): number[] {
  let total = 0;
  return values.map((value) => {
    total += value;
    return total;
  });
}
