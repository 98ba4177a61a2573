import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "linear-border",
  title: "The line between two means",
  prompt: `
Write \`linearBorder(mean0, mean1)\`: the weights \`w\` and the number \`b\` of the score
$s(x) = w \\cdot x + b = s_1(x) - s_0(x)$ with $s_k(x) = 2 \\mu_k \\cdot x - \\lVert \\mu_k \\rVert^2$.

It is above 0 where \`mean1\` is nearer, and 0 on the border. The means may have any number of features.`,
  hints: [
    "The weights are `2 * (mean1[j] - mean0[j])`, one for each feature.",
    "$\\lVert \\mu \\rVert^2$ is the sum of the squares of its numbers.",
    "`b` is the squared length of `mean0` less that of `mean1`.",
  ],
  misconceptions: {
    "through-origin":
      "Your border goes through the origin: without the squared lengths in `b` it only looks at the direction of `x`.",
    "turned-round":
      "Your score is above 0 where `mean0` is nearer. It is the score of class 1 less that of class 0.",
    "through-the-mean":
      "Your border goes through `mean1`. It has to stand halfway between the two means.",
    "lengths-not-squared":
      "You subtract the lengths of the means, not their squares. The distances in the derivation are squared.",
  },
});
