import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "ridge",
  title: "Ridge in one solve",
  prompt: `
Write \`ridgeWeights(X, y, alpha)\`: the weights of ridge regression for features that are **not centred**, with an
intercept that is not penalized.

1. Centre: subtract its mean from every column of \`X\`, and from \`y\`. That takes the intercept out of the problem.
2. Solve $(X_c^{\\mathsf T} X_c + \\alpha I)\\, w = X_c^{\\mathsf T} y_c$ and return $w$.

\`X.mean(0)\` holds the mean of each column; \`eye(d)\` is the identity, \`solve(M, v)\` solves $Mw = v$.`,
  hints: [
    "`const Xc = X.sub(X.mean(0));` subtracts each column's mean from its rows.",
    "The matrix is `Xc.transpose().matmul(Xc).add(eye(X.shape[1]!).mul(alpha))`.",
    "On the right stands `Xc.transpose().matmul(y.sub(y.mean()))`.",
  ],
  misconceptions: {
    "not-centred":
      "You do not centre, so the plane is forced through zero, and the weights must make up for the missing intercept.",
    everywhere:
      "You add α to every entry of the matrix. It belongs on the diagonal only: α times the identity.",
    "no-penalty": "Your α has no effect: these are the weights of least squares.",
    "squared-alpha":
      "You add α². The penalty is α times the squared weights, so α itself comes in.",
  },
});
