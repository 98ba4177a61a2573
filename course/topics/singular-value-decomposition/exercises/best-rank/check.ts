import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";
import { isTensor, outer, randn, svd, type Tensor, zeros } from "@gradus/tensor";

interface Submission {
  bestRank(A: Tensor, k: number): Tensor;
}

export default defineCheck(({ bestRank }: Submission) => {
  for (const [seed, shape, k] of [
    [1, [5, 5], 2],
    [2, [6, 4], 3],
    [3, [3, 7], 1],
    [4, [8, 8], 4],
  ] as const) {
    const A = randn([...shape], { random: new RandomGenerator(seed) });
    const found = bestRank(A, k);
    expectThat(isTensor(found), "`bestRank` returns a tensor of the shape of A.");
    const { U, S, Vh } = svd(A);
    const n = S.size;
    const layer = (i: number, weight = S.at(i).item(), v = Vh.at(i)) =>
      outer(U.slice(null, i), v).mul(weight);
    const sum = (places: number[], make: (i: number) => Tensor = (i) => layer(i)) =>
      places.reduce((total, i) => total.add(make(i)), zeros([...shape]));
    const first = Array.from({ length: k }, (_, i) => i);
    const mistakes: Record<string, Tensor> = {
      "values-left-out": sum(first, (i) => layer(i, 1)),
      "smallest-layers": sum(first.map((i) => n - 1 - i)),
    };
    if (k > 1) mistakes["one-layer-only"] = layer(k - 1);
    if (shape[0] === shape[1])
      mistakes["columns-of-vh"] = sum(first, (i) => layer(i, S.at(i).item(), Vh.slice(null, i)));
    expectClose(found, sum(first), {
      of: `${k} layers of a ${shape[0]}×${shape[1]} matrix`,
      mistakes,
    });
  }
});
