import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";
import { randn, type Tensor, tensor } from "@gradus/tensor";

interface Submission {
  directionalSlope(f: (x: Tensor) => Tensor, x: Tensor, direction: Tensor): number;
}

export default defineCheck(({ directionalSlope }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const [weights, x, direction] = [1, 1, 3].map((size) =>
      randn([seed + 1], { random }).mul(size),
    ) as [Tensor, Tensor, Tensor];
    // f(x) = w · x + x · x / 2, whose gradient is w + x.
    const f = (at: Tensor) => at.mul(weights).sum().add(at.square().sum().div(2));
    const gradient = weights.add(x);
    const product = gradient.dot(direction).item();
    const [steepness, length] = [gradient.norm().item(), direction.norm().item()];
    expectClose(directionalSlope(f, x, direction), product / length, {
      of: `the slope in ${seed + 1} dimensions`,
      mistakes: {
        "not-unit": product,
        steepest: steepness,
        "cosine-only": product / (steepness * length),
      },
    });
  }
  const bowl = (at: Tensor) => at.square().sum();
  expectClose(
    directionalSlope(bowl, tensor([3, 0]), tensor([0, 5])),
    0,
    "at a right angle to the gradient nothing changes",
  );
  expectClose(
    directionalSlope(bowl, tensor([3, 0]), tensor([-2, 0])),
    -6,
    "against the gradient the slope is negative",
  );
});
