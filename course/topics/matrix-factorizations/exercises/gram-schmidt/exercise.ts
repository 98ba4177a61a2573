import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "gram-schmidt",
  title: "Right angles from any columns",
  prompt: `
Write \`gramSchmidt(columns)\`. It takes the columns $a_0, a_1, \\dots$ of a matrix as a list of vectors and returns
\`{ Q, R }\`: \`Q\`, a list of as many vectors of length 1, each at a right angle to all others, and \`R\`, a list of rows,
upper triangular with a positive diagonal, such that

$$
a_j = \\sum_{k \\le j} R_{kj} \\, q_k .
$$

The columns are independent, so no length is ever zero.`,
  hints: [
    "Take the columns one by one. For column $j$, take away its shadow on each $q_k$ that you already have; what is left stands at a right angle to all of them.",
    "The shadow of $v$ on a vector $q$ of length 1 is $(q \\cdot v)\\, q$: no division is needed. The number $q_k \\cdot a_j$ is $R_{kj}$, and the length of what is left is $R_{jj}$.",
    "For each column: `let v = column`, then for each finished `q`, number `k`: `R[k][j] = dot(q, column)` and `v = v.map((value, i) => value - R[k][j] * q[i])`. At the end `R[j][j] = Math.hypot(...v)`, and `v` divided by it joins `Q`.",
  ],
  misconceptions: {
    "not-normalized":
      "The vectors of Q do not have length 1. Divide what is left of each column by its length, and keep that length as the diagonal entry of R.",
    "old-arrows":
      "You take away the shadows on the original columns. From the third column on these overlap, since they are not at right angles to each other. Project onto the finished vectors of Q.",
    "lower-triangle":
      "Your R is transposed. Column j of A needs the vectors of Q up to number j, so the entries of R with k ≤ j stand at `R[k][j]`, in the upper triangle.",
  },
});
