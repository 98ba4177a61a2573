import { expect, test } from "vitest";
import {
  asinh,
  atan2,
  erf,
  gelu,
  grad,
  hypot,
  lgamma,
  logaddexp,
  mish,
  pow,
  silu,
  softplus,
  type Tensor,
  tensor,
  where,
} from "../index";

/** Forty functions of one number, each with places at which it is smooth. */
const functions: Readonly<Record<string, readonly [(x: Tensor) => Tensor, ...number[]]>> = {
  "x²": [(x) => x.square(), -2, 0, 1.5],
  "x³ − 4x": [(x) => x.pow(3).sub(x.mul(4)), -1.2, 0, 2],
  "x⁷": [(x) => x.pow(7), -1.1, 0, 1.2],
  "1/x": [(x) => x.reciprocal(), -2, 0.4, 3],
  "x^−1.5": [(x) => x.pow(-1.5), 0.5, 1, 4],
  "√x": [(x) => x.sqrt(), 0.1, 1, 9],
  "∛(1 + x²)": [
    (x) =>
      x
        .square()
        .add(1)
        .pow(1 / 3),
    -2,
    0,
    1,
  ],
  "|x|": [(x) => x.abs(), -2, 0.3],
  eˣ: [(x) => x.exp(), -2, 0, 1.5],
  "e^(−x²)": [(x) => x.square().neg().exp(), -1, 0, 0.8],
  "eˣ − 1": [(x) => x.expm1(), -1, 0, 1e-3],
  "2ˣ": [(x) => pow(2, x), -2, 0, 3],
  xˣ: [(x) => x.pow(x), 0.3, 1, 2],
  "ln x": [(x) => x.log(), 0.2, 1, 7],
  "ln(1 + x)": [(x) => x.log1p(), -0.5, 0, 2],
  "x ln x": [(x) => x.mul(x.log()), 0.2, 1, 3],
  "sin x": [(x) => x.sin(), -2, 0, 1],
  "cos x": [(x) => x.cos(), -2, 0, 1],
  "tan x": [(x) => x.tan(), -1, 0, 1],
  "sin(x²)": [(x) => x.square().sin(), -1.5, 0, 2],
  "sin x / x": [(x) => x.sin().div(x), -2, 0.5, 3],
  "x sin(1/x)": [(x) => x.mul(x.reciprocal().sin()), 0.4, 1, 2],
  "asin x": [(x) => x.asin(), -0.7, 0, 0.6],
  "acos x": [(x) => x.acos(), -0.7, 0, 0.6],
  "atan x": [(x) => x.atan(), -3, 0, 2],
  "atan2(x, 2)": [(x) => atan2(x, 2), -3, 0, 2],
  "sinh x": [(x) => x.sinh(), -1, 0, 2],
  "cosh x": [(x) => x.cosh(), -1, 0, 2],
  "tanh x": [(x) => x.tanh(), -2, 0, 1],
  "asinh x": [(x) => asinh(x), -3, 0, 2],
  "sigmoid x": [(x) => x.sigmoid(), -4, 0, 2],
  "softplus x": [(x) => softplus(x), -5, 0, 3],
  "silu x": [(x) => silu(x), -3, 0, 2],
  "gelu x": [(x) => gelu(x), -2, 0, 1],
  "mish x": [(x) => mish(x), -2, 0, 1],
  "erf x": [(x) => erf(x), -1, 0, 0.7],
  "ln Γ(x)": [(x) => lgamma(x), 0.5, 2, 6],
  "√(x² + 3²)": [(x) => hypot(x, 3), -4, 0, 2],
  "ln(eˣ + e^1)": [(x) => logaddexp(x, 1), -2, 1, 4],
  "x³ above 0, else sin x": [(x) => where(x.greater(0), x.pow(3), x.sin()), -1, 0.9],
};

test("roadmap FND-017: autodiff of 40 scalar functions matches central differences to 1e-6", () => {
  expect(Object.keys(functions)).toHaveLength(40);
  for (const [name, [f, ...places]] of Object.entries(functions)) {
    const at = (x: number) => f(tensor(x)).item();
    for (const x of places) {
      const h = 5e-6 * Math.max(1, Math.abs(x)); // near the cube root of the rounding error
      const difference = (at(x + h) - at(x - h)) / (2 * h);
      const error = Math.abs(grad(f)(tensor(x)).item() - difference);
      expect(error, `${name} at ${x}`).toBeLessThanOrEqual(
        1e-6 * Math.max(1, Math.abs(difference)),
      );
    }
  }
});
