import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "scaled-fit",
  title: "A polynomial that does not lose its digits",
  prompt: `
Write \`fitPolynomial(x, y, degree)\`: least squares with powers of a **scaled** x.

1. Bring \`x\` to a scale from −1 to 1: $t_i = 2\\,\\dfrac{x_i - \\min}{\\max - \\min} - 1$.
2. The design matrix $A$ has one row for each value: $1, t_i, t_i^2, \\dots, t_i^{\\text{degree}}$.
3. Solve the normal equations $A^{\\mathsf T} A\\,\\theta = A^{\\mathsf T} y$ and return $\\theta$, a tensor of shape (degree + 1).

\`tensor(rows)\` makes a matrix of a list of rows; \`solve(M, v)\` solves $M\\theta = v$.`,
  hints: [
    "`Math.min(...x)` and `Math.max(...x)` are the ends of the scale.",
    "A row is `Array.from({ length: degree + 1 }, (_, k) => t ** k)`.",
    "The two sides are `A.transpose().matmul(A)` and `A.transpose().matmul(tensor(y))`.",
  ],
  misconceptions: {
    "raw-x":
      "You use x as it is. Its powers differ by many orders of magnitude, and digits get lost. Bring x to a scale from −1 to 1 first.",
    "zero-to-one":
      "Your scale runs from 0 to 1. Then all powers lie on one side and look alike; with −1 to 1 even and odd powers are told apart. Take twice as much, less 1.",
    "one-power-short":
      "Your highest power is degree − 1. With the constant, a polynomial of degree d has d + 1 coefficients.",
    "no-constant":
      "The column of ones is missing, the power 0. Your curve must then pass through 0 at the middle of the scale.",
  },
});
