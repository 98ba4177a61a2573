import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";
import { argsort, randn, type Tensor, tensor } from "@gradus/tensor";

interface Submission {
  mostAlike(X: Tensor, row: Tensor, k: number): number[];
}

export default defineCheck(({ mostAlike }: Submission) => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const random = new RandomGenerator(seed);
    // Columns in units as different as square feet and years.
    const units = tensor([500, 30, 1]);
    const offsets = tensor([1500, 1970, 2]);
    const X = randn([20 + seed, 3], { random })
      .mul(units)
      .add(offsets);
    const row = randn([3], { random }).mul(units).add(offsets);
    const k = 3 + seed;
    const [mean, std] = [X.mean(0), X.std(0)];
    const Z = X.sub(mean).div(std);
    const found = mostAlike(X, row, k);
    expectThat(Array.isArray(found), "`mostAlike` returns a list of row numbers.");
    const right = nearest(Z, row.sub(mean).div(std));
    expectClose(found, right.slice(0, k), {
      of: `the ${k} rows of ${X.shape[0]} that are most alike`,
      mistakes: {
        "raw-units": nearest(X, row).slice(0, k),
        "farthest-first": [...right].reverse().slice(0, k),
        "row-by-itself": nearest(Z, row.sub(row.mean()).div(row.std())).slice(0, k),
      },
    });
  }
});

/** The numbers of all rows, nearest first. */
function nearest(X: Tensor, row: Tensor): number[] {
  return argsort(X.sub(row).square().sum(1)).toArray();
}
