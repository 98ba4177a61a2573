import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

interface Submission {
  between(rare: number[][], i: number, rank: number, u: number): number[];
}

export default defineCheck(({ between }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const width = 1 + seed;
    const rare = Array.from({ length: 5 + seed }, () =>
      Array.from({ length: width }, () => random.normal(0, 2)),
    );
    for (const [i, rank, u] of [
      [0, 1, 0.25],
      [3, 0, 0.7],
      [4, 2, 0.4],
    ] as const) {
      const from = rare[i]!;
      const distance = (row: number[]) => Math.hypot(...row.map((x, j) => x - from[j]!));
      const others = rare.filter((_, j) => j !== i);
      const to = others.toSorted((a, b) => distance(a) - distance(b))[rank]!;
      const withItself = rare.toSorted((a, b) => distance(a) - distance(b))[rank]!;
      const walk = (end: number[], part: number) => from.map((x, j) => x + part * (end[j]! - x));
      const copy = rare.map((row) => [...row]);
      expectClose(between(copy, i, rank, u), walk(to, u), {
        of: `row ${i} of ${rare.length}, u = ${u} towards its neighbour of rank ${rank}`,
        mistakes: {
          "itself-nearest": walk(withItself, u),
          "away-from": walk(to, -u),
          "from-the-neighbour": walk(to, 1 - u),
          unsorted: walk(others[rank]!, u),
        },
      });
    }
  }
});
