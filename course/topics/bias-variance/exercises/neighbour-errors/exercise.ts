import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "neighbour-errors",
  title: "The error of k neighbours, before any draw",
  prompt: `
Write \`neighbourErrors(nearest, truth, noise)\`: the mean squared error to expect of the mean of the $k$ nearest
measurements, for $k = 1, 2, \\dots$ up to all of them, as a list.

- \`nearest[0]\`, \`nearest[1]\`, … are the **true** values $f(x_{(1)}), f(x_{(2)}), \\dots$ at the neighbours' places.
- \`truth\` is $f(x)$, the true value where you ask.
- \`noise\` is $\\sigma^2$, the squared noise of every measurement, of the one that you predict too.`,
  hints: [
    "Go through `nearest` and keep a running sum: after $k$ neighbours the mean is `sum / k`.",
    "bias² is `(truth - sum / k) ** 2`.",
    "The mean of $k$ measurements has the variance `noise / k`. The value that you predict has its own `noise`, whatever $k$ is.",
  ],
  misconceptions: {
    "variance-stays":
      "Your variance does not fall with k. The mean of k measurements has a k-th of the variance of one.",
    "last-neighbour":
      "You take the bias of the k-th neighbour alone. The model says the mean of all k.",
    "noise-forgotten":
      "You forget the noise of the value that is predicted. It is there for every k, and no model removes it.",
    "bias-not-squared":
      "The bias comes in squared: your list adds it as it is, in other units than the rest.",
  },
});
