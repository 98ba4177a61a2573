import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "best-rank",
  title: "The best picture in k layers",
  prompt: `
Write \`bestRank(A, k)\`: the sum of the first $k$ layers of the matrix $A$, shape $(m, n)$, that is
$\\sigma_1 u_1 v_1^{\\mathsf T} + \\dots + \\sigma_k u_k v_k^{\\mathsf T}$. The result has the shape of $A$. No other matrix of rank $k$ is
nearer to $A$.`,
  hints: [
    "`svd(A)` gives `{ U, S, Vh }`: the columns of `U` are the $u_i$, the **rows** of `Vh` are the $v_i$, and `S` is in descending order.",
    "`U.slice(null, [0, k])` keeps the first $k$ columns, `Vh.slice([0, k])` the first $k$ rows, `S.slice([0, k])` the first $k$ values.",
    "Multiplying by `S` along the columns of `U` gives each column its $\\sigma_i$: `U.slice(…).mul(S.slice(…)).matmul(Vh.slice(…))`.",
  ],
  misconceptions: {
    "values-left-out":
      "Your layers all weigh the same: the singular values are missing. Multiply column i of U by σᵢ.",
    "smallest-layers":
      "You keep the layers with the smallest singular values, which matter least. S is in descending order, so the first k are the ones to keep.",
    "columns-of-vh":
      "You take the columns of Vh. It is V transposed already, so the vᵢ are its rows.",
    "one-layer-only": "This is layer k alone. Add up all layers from the first to the k-th.",
  },
});
