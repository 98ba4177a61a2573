import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "multiply",
  title: "Multiply two matrices",
  prompt: `
Write \`multiply(A, B)\` from scratch: the product $AB$ of two matrices that are given as lists of rows. $A$ has shape
$(m, k)$, $B$ has shape $(k, n)$, and none of the sizes is 0. If the inner sizes do not meet, throw a \`RangeError\`. Use
no tensors here.`,
  hints: [
    "The result has as many rows as $A$ and as many columns as $B$. One `map` over the rows of $A$ gives the rows of the result.",
    "`B[0].map((_, j) => …)` visits the columns of $B$: the entry for row `row` and column `j` is the sum of `row[k] * B[k][j]` over all `k`.",
    "`row.reduce((sum, a, k) => sum + a * B[k]![j]!, 0)` is that sum. Compare `A[0].length` with `B.length` before all of this.",
  ],
  misconceptions: {
    elementwise:
      "You multiply entries that stand in the same place. A matrix product takes the dot product of a row of A with a column of B.",
    "other-order":
      "This is BA: it does A first. In AB the rows come from A, the left one, and the columns from B.",
    "rows-with-rows":
      "You take dot products of rows of A with rows of B, which is A times the transpose of B. Walk down a column of B: its k-th entry is `B[k][j]`.",
  },
});
