import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";
import { isTensor, randn, type Tensor, tensor } from "@gradus/tensor";

interface Submission {
  projection(v: Tensor, u: Tensor): Tensor;
}

export default defineCheck(({ projection }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const [v, u] = [randn([seed + 1], { random }), randn([seed + 1], { random }).mul(3)];
    const along = onto(v, u);
    const result = projection(v, u);
    expectThat(isTensor(result), "`projection` returns a vector: a tensor of the shape of u.");
    expectClose(result, along, {
      of: `projection in ${seed + 1} dimensions`,
      mistakes: {
        "not-squared": along.mul(u.norm()),
        "wrong-way": onto(u, v),
        "what-is-left": v.sub(along),
      },
    });
  }
  const east = tensor([2, 0]);
  expectClose(projection(tensor([3, 5]), east), tensor([3, 0]), "the shadow of (3, 5) on (2, 0)");
  expectClose(
    projection(tensor([0, 5]), east),
    tensor([0, 0]),
    "at a right angle there is no shadow",
  );
  expectClose(
    projection(tensor([-4, 1]), east),
    tensor([-4, 0]),
    "behind, the shadow points against u",
  );
});

function onto(v: Tensor, u: Tensor): Tensor {
  return u.mul(u.dot(v).item() / u.dot(u).item());
}
