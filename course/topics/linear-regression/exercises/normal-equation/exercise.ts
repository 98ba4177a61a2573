import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "normal-equation",
  title: "Least squares in one solve",
  prompt: `
Write \`fit(X, y)\`: the coefficients of the least-squares fit **with an intercept**, from the normal equations

$$
A^{\\mathsf T} A\\,\\theta = A^{\\mathsf T} y .
$$

\`X\` holds one row a house and one column a feature, shape $(n, d)$; \`y\` has shape $(n)$. Return $\\theta$ as a
tensor of shape $(1 + d)$: the intercept first, then one coefficient a feature, in the order of the columns.

\`concatenate([A, B], 1)\` puts two matrices side by side, \`ones([n, 1])\` is a column of ones, and \`solve(M, v)\`
solves $M\\theta = v$.`,
  hints: [
    "An intercept is the coefficient of a feature that is 1 for every house. Which matrix $A$ has it as its first column?",
    "With $A$ in hand, the two sides of the equation are `A.transpose().matmul(A)` and `A.transpose().matmul(y)`.",
    "`const A = concatenate([ones([X.shape[0]!, 1]), X], 1);` and then return `solve(…, …)` of the two sides.",
  ],
  misconceptions: {
    "no-intercept":
      "Your line is forced through zero: a house without area must then cost nothing. Put a column of ones beside X, so that the intercept is fitted too.",
    "intercept-last":
      "The numbers are right, but the intercept comes last. θ follows the columns of A: put the column of ones first.",
    "mean-as-intercept":
      "You return the mean of y as the intercept. That is the height of the plane at the mean of the features; at zero it is ȳ minus the coefficients times the features' means.",
    "ridge-in-disguise":
      "You add the identity to AᵀA. It makes every system solvable, and every answer a little wrong: that is ridge regression, which pulls the coefficients toward zero.",
  },
});
