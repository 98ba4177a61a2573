import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "empirical-cdf",
  title: "The empirical distribution function",
  prompt: `
Write \`empiricalCDF(sample, x)\`: the share of the numbers in \`sample\` that are **at most** $x$. The sample holds at
least one number, in any order, and numbers may come more than once.`,
  hints: [
    "$F(x) = P(X \\le x)$, and in a sample a probability is a share.",
    "Count the numbers that are `<= x`.",
    "Divide the count by `sample.length`.",
  ],
  misconceptions: {
    "not-equal":
      "You leave out the numbers that are exactly x. F(x) is P(X ≤ x), so they count: at each number of the sample the staircase has already climbed.",
    "not-a-share":
      "You return a count. Divide it by the size of the sample, so that F goes from 0 to 1.",
    "the-rest": "This is the share above x. F(x) is the share up to x, one minus yours.",
  },
});
