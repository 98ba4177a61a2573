import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "jacobian-by-differences",
  title: "A Jacobian from nothing but the function",
  prompt: `
Write \`jacobianOf(f, x)\` for a function $f$ that takes a list of $n$ numbers to a list of $m$ numbers. Return $m$ rows
of $n$ numbers, the derivatives $\\partial y_i / \\partial x_j$, by **central differences**: nudge one input up and down
by $h = 10^{-4}$ and divide the change of every output by $2h$. Leave \`x\` as it is.`,
  hints: [
    "For one input $j$, make two copies of `x`: in one the j-th number is larger by h, in the other smaller.",
    "`(up[i] - down[i]) / (2 * h)` for all outputs i is the j-th **column** of the Jacobian.",
    "Collect the columns first, then turn them into rows: row i holds the i-th number of every column.",
  ],
  misconceptions: {
    transposed: "Rows and columns are swapped. Row i belongs to output i, column j to input j.",
    "half-step":
      "Your derivatives are twice too large. From x − h to x + h the input changes by 2h, so divide by 2h.",
    "all-at-once":
      "You nudge all inputs together and get one number for each output. A partial derivative moves one input and leaves the others alone.",
    "one-sided":
      "These are one-sided differences, from x to x + h: their error shrinks with h only, that of central ones with h squared. Nudge down as well.",
  },
});
