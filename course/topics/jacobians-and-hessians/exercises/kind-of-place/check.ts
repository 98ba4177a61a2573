import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectThat, misconception } from "@gradus/course-kit";
import { diag, qr, randn, type Tensor, tensor } from "@gradus/tensor";

type Kind = "minimum" | "maximum" | "saddle" | "unclear";

interface Submission {
  kindOf(H: Tensor): Kind;
}

const cases: readonly [curvatures: readonly number[], kind: Kind][] = [
  [[1, 3], "minimum"],
  [[1e-6, 5, 2], "minimum"],
  [[-2, -0.5], "maximum"],
  [[-4, -1, -1e-6], "maximum"],
  [[-2], "maximum"],
  [[5, -1], "saddle"],
  [[3, 0, -1], "saddle"],
  [[2, -1e-6], "saddle"],
  [[1e-6, -2], "saddle"],
  [[-1, -2, 5], "saddle"],
  [[2, 0], "unclear"],
  [[-2, 0, -1], "unclear"],
  [[0, 0], "unclear"],
];

export default defineCheck(({ kindOf }: Submission) => {
  const along = tensor([
    [1, 2],
    [2, 1],
  ]);
  if (kindOf(along) === "minimum") misconception("diagonal-only");
  if (kindOf(diag(tensor([-1, -2, 5]))) === "minimum") misconception("by-determinant");
  if (kindOf(diag(tensor([-1, -2, 5]))) === "maximum") misconception("by-determinant");
  if (kindOf(diag(tensor([2, 0]))) === "minimum") misconception("flat-is-minimum");
  for (const [i, [curvatures, kind]] of cases.entries()) {
    // The same curvatures in directions of their own, so that no axis shows them.
    const n = curvatures.length;
    const { Q } = qr(randn([n, n], { random: new RandomGenerator(i) }));
    const turned = Q.matmul(diag(tensor([...curvatures]))).matmul(Q.transpose());
    const H = turned.add(turned.transpose()).div(2);
    const found = kindOf(H);
    expectThat(
      found === kind,
      `With the curvatures ${curvatures.join(", ")} the place is "${kind}", and you say "${found}".`,
    );
  }
});
