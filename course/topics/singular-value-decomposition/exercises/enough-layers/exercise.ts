import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "enough-layers",
  title: "How many layers are enough?",
  prompt: `
Write \`enoughLayers(A, share)\`: the smallest number $k$ of layers for which the relative error is at most \`share\`,

$$
\\frac{\\lVert A - A_k \\rVert}{\\lVert A \\rVert}
= \\sqrt{\\frac{\\sigma_{k+1}^2 + \\sigma_{k+2}^2 + \\dots}{\\sigma_1^2 + \\sigma_2^2 + \\dots}}
\\le \\text{share}.
$$

$k$ may be 0. You need the singular values only, not the layers.`,
  hints: [
    "`svdvals(A).square().toArray()` lists the squares of the singular values, the largest first.",
    "The error with $k$ layers is the root of (the sum of the squares from place $k$ on) divided by (the sum of all).",
    "Start with $k = 0$ and add a layer as long as the error is still above `share`. In a list, place $k$ holds $\\sigma_{k+1}$.",
  ],
  misconceptions: {
    "not-squared":
      "You add up the singular values themselves. The error is made of their squares, as every length is.",
    "root-left-out":
      "You compare the sums of squares without the root. That is the square of the relative error, which is smaller.",
    "one-too-many":
      "You count one layer too many: the error with k layers is made of the values after the k-th, without it.",
  },
});
