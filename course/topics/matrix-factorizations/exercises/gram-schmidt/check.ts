import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";
import { qr, randn, type Tensor, tensor } from "@gradus/tensor";

type Vector = readonly number[];
interface Submission {
  gramSchmidt(columns: readonly Vector[]): { Q: readonly Vector[]; R: readonly Vector[] };
}

export default defineCheck(({ gramSchmidt }: Submission) => {
  expectClose(
    gramSchmidt([
      [3, 4],
      [1, 2],
    ]),
    {
      Q: [
        [0.6, 0.8],
        [-0.8, 0.6],
      ],
      R: [
        [5, 2.2],
        [0, 0.4],
      ],
    },
    {
      of: "the columns (3, 4) and (1, 2)",
      mistakes: mistakes([
        [3, 4],
        [1, 2],
      ]),
    },
  );
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const columns = randn([seed, seed + 2], { random }).toArray<number[][]>();
    expectClose(gramSchmidt(columns), factors(columns), {
      of: `${seed} columns in ${seed + 2} dimensions`,
      mistakes: mistakes(columns),
    });
  }
});

/** The library's factors with the signs that make the diagonal of R positive; Q by its columns. */
function factors(columns: readonly Vector[]) {
  const { Q, R } = qr(tensor(columns).transpose());
  const signs = R.toArray<number[][]>().map((row, i) => [Math.sign(row[i]!)]);
  return { Q: Q.transpose().mul(tensor(signs)), R: R.mul(tensor(signs)) };
}

function mistakes(columns: readonly Vector[]) {
  const { Q, R } = factors(columns);
  const lengths = tensor(R.toArray<number[][]>().map((row, i) => [row[i]!]));
  return {
    "not-normalized": { Q: Q.mul(lengths) },
    // With fewer than three columns the old arrows are no mistake.
    ...(columns.length > 2 && { "old-arrows": { Q: onOldArrows(columns) } }),
    "lower-triangle": { Q, R: R.transpose() },
  };
}

function onOldArrows(columns: readonly Vector[]): Tensor[] {
  const arrows = columns.map((column) => tensor(column));
  return arrows.map((a, j) => {
    const shadows = arrows.slice(0, j).map((old) => old.mul(old.dot(a).div(old.dot(old))));
    const left = shadows.reduce((rest, shadow) => rest.sub(shadow), a);
    return left.div(left.norm());
  });
}
