import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "simplest-good",
  title: "The simplest that is as good",
  prompt: `
Write \`simplestGood(scores)\`: the one-standard-error rule. \`scores[i]\` holds the scores of setting $i$, one for each
fold; more is better. The settings are ordered **from the simplest to the most flexible**.

1. Find the setting with the highest mean $\\bar s$.
2. Its standard error is $\\text{SE} = \\hat\\sigma / \\sqrt{n}$, with $n$ folds and
   $\\hat\\sigma = \\sqrt{\\tfrac{1}{n-1} \\sum (s - \\bar s)^2}$.
3. Return the index of the **simplest** setting whose mean is at least $\\bar s - \\text{SE}$.`,
  hints: [
    "`const means = scores.map(mean)` and `const best = means.indexOf(Math.max(...means))`.",
    "The standard error is of the *best* setting: its deviations from its own mean, squared, added up, divided by `n * (n - 1)`, and the root of that.",
    "`means.findIndex((each) => each >= means[best]! - error)` is the first setting that is good enough.",
  ],
  misconceptions: {
    "takes-the-best":
      "You return the best setting. A simpler one within its standard error is as good, as far as one can tell.",
    "most-flexible":
      "You return the most flexible setting that is good enough. Take the simplest: the first one.",
    "deviation-for-error":
      "You allow a whole standard deviation of the scores. The mean of n scores is surer than one: divide by √n.",
    "own-error":
      "You measure each setting by its own standard error. The yardstick is that of the best setting.",
  },
});
