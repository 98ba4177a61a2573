import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat, misconception } from "@gradus/course-kit";
import { isTensor, norm, randn, type Tensor, tensor } from "@gradus/tensor";

interface Submission {
  dominant(A: Tensor, x: Tensor, steps: number): { value: number; vector: Tensor };
}

export default defineCheck(({ dominant }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const n = 1 + seed;
    const [A, x] = [randn([n, n], { random }), randn([n], { random })];
    const steps = 2 * seed;
    const found = dominant(A, x, steps);
    expectThat(
      typeof found?.value === "number" && isTensor(found.vector),
      "`dominant` returns an object with a number `value` and a tensor `vector`.",
    );
    const [before, v] = [walk(A, x, steps - 1), walk(A, x, steps)];
    const left = walk(A.transpose(), x, steps);
    const of = `${steps} steps with a ${n}×${n} matrix`;
    expectClose(found.vector, v, {
      of: `the vector after ${of}`,
      mistakes: { "from-the-left": left },
    });
    expectClose(found.value, stretch(A, v), {
      of: `the value after ${of}`,
      mistakes: {
        "always-positive": norm(A.matmul(v)).item(),
        "one-step-behind": stretch(A, before),
      },
    });
  }
  expectClose(dominant(tensor([[2]]), tensor([5]), 0).vector, [1], "even after 0 steps");
  // A flips its eigenvector, and 3,000 steps of growth by 3 overflow.
  const flip = tensor([
    [-3, 0],
    [0, 1],
  ]);
  const { value, vector } = dominant(flip, tensor([1, 1]), 3000);
  if (!Number.isFinite(value) || !Number.isFinite(vector.at(0).item()))
    misconception("length-grows");
  expectClose(value, -3, { of: "a matrix that flips", mistakes: { "always-positive": 3 } });
  expectClose(norm(vector).item(), 1, "the vector has length 1");
});

function walk(A: Tensor, x: Tensor, steps: number): Tensor {
  let v = x.div(norm(x));
  for (let step = 0; step < steps; step++) v = A.matmul(v).div(norm(A.matmul(v)));
  return v;
}

function stretch(A: Tensor, v: Tensor): number {
  return v.dot(A.matmul(v)).item();
}
