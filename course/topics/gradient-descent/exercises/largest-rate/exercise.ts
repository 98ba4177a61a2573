import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "largest-rate",
  title: "The edge, before the loop runs",
  prompt: `
Write \`largestRate(X)\` for a table $X$ of shape $(n, d)$: the learning rate at which gradient descent on the mean
squared error $\\frac1n \\lVert Xw - y \\rVert^2$ stops settling. It does not depend on $y$.`,
  hints: [
    "The curvatures are the eigenvalues of $H = \\frac2n X^{\\mathsf T} X$, a matrix of shape $(d, d)$.",
    "`X.transpose().matmul(X).mul(2 / X.shape[0]!)` is that matrix, and `eigvalsh` gives its eigenvalues, the smallest first.",
    "The edge is two over the largest one: `2 / eigvalsh(H).max().item()`.",
  ],
  misconceptions: {
    "flattest-direction":
      "This is the edge of the flattest direction. The steepest one diverges long before: take the largest eigenvalue.",
    "one-over":
      "This is half of the edge. Between 1/L and 2/L the walk jumps across the minimum and still settles.",
    "sum-not-mean":
      "This would be the edge for the sum of the squared errors. The loss is their mean, and its curvature is smaller by the number of rows: divide by n.",
    "no-factor-two":
      "The derivative of a square brings a factor 2 into the gradient, and so into the curvature: H is 2/n times X'X.",
  },
});
