import { defineCheck, expectClose } from "@gradus/course-kit";
import type { Tensor } from "@gradus/tensor";

interface Submission {
  tangentLine(f: (x: Tensor) => Tensor, a: number): { slope: number; intercept: number };
}

/** Functions with their derivatives, as plain numbers. */
const functions: readonly [
  name: string,
  f: (x: Tensor) => Tensor,
  value: (x: number) => number,
  derivative: (x: number) => number,
][] = [
  ["x²", (x) => x.square(), (x) => x * x, (x) => 2 * x],
  ["sin x", (x) => x.sin(), Math.sin, Math.cos],
  ["eˣ", (x) => x.exp(), Math.exp, Math.exp],
  ["x³ − x", (x) => x.pow(3).sub(x), (x) => x ** 3 - x, (x) => 3 * x * x - 1],
];

export default defineCheck(({ tangentLine }: Submission) => {
  for (const [name, f, value, derivative] of functions) {
    for (const a of [2, -0.7, 1.3]) {
      const slope = derivative(a);
      const line = (intercept: number, steepness = slope) => ({ slope: steepness, intercept });
      const { slope: found, intercept } = tangentLine(f, a);
      expectClose({ slope: found, intercept }, line(value(a) - slope * a), {
        of: `the tangent of ${name} at ${a}`,
        mistakes: {
          "height-as-intercept": line(value(a)),
          "wrong-way": line(value(a) + slope * a),
          "through-the-origin": line(0, value(a) / a),
        },
      });
    }
  }
});
