import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";
import { diag, randn, svdvals, type Tensor, tensor } from "@gradus/tensor";

interface Submission {
  enoughLayers(A: Tensor, share: number): number;
}

export default defineCheck(({ enoughLayers }: Submission) => {
  const steps = diag(tensor([10, 9, 8, 1, 1, 1, 1]));
  const cases: [string, Tensor, number][] = [[`singular values 10, 9, 8, 1, 1, 1, 1`, steps, 0.1]];
  for (const seed of [1, 2, 3, 4]) {
    const A = randn([6 + seed, 9], { random: new RandomGenerator(seed) });
    for (const share of [0.05, 0.23, 0.61, 0.9]) cases.push([`a ${6 + seed}×9 matrix`, A, share]);
  }
  cases.push(["nothing may be missing", steps, 0], ["everything may be missing", steps, 1.1]);
  for (const [name, A, share] of cases) {
    const found = enoughLayers(A, share);
    expectThat(typeof found === "number", "`enoughLayers` returns a number.");
    const s = svdvals(A).toArray<number[]>();
    const right = count(s, share, 2, 0.5);
    expectClose(found, right, {
      of: `${name}, share ${share}`,
      mistakes: {
        "not-squared": count(s, share, 1, 1),
        "root-left-out": count(s, share, 2, 1),
        "one-too-many": right + 1,
      },
    });
  }
});

function count(s: number[], share: number, power: number, root: number): number {
  const from = (k: number) => s.slice(k).reduce((sum, value) => sum + value ** power, 0);
  return s.filter((_, k) => (from(k) / from(0)) ** root > share).length;
}
