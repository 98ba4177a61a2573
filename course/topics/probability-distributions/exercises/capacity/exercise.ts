import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "capacity",
  title: "How much is enough?",
  prompt: `
Write \`capacity(mean, risk)\`: the smallest whole number $c$ for which a Poisson distributed number of requests with this
mean is **more than** $c$ with a probability of at most \`risk\`, $\\mathrm P(X > c) \\le \\text{risk}$. Build the
probabilities yourself: $\\mathrm P(X = 0) = e^{-\\mu}$, and each next one is the last times $\\mu / k$.`,
  hints: [
    "Start with $c = 0$, its probability $e^{-\\mu}$, and the sum of all probabilities so far, which is the same.",
    "As long as `1 - sum` is larger than the risk: go to the next $c$, compute its probability, and add it.",
    "In the loop: `c += 1; p *= mean / c; sum += p;`",
  ],
  misconceptions: {
    "reaches-it":
      "Your c is one too large: you ask that c itself be rare. A second with exactly c requests is fine; only more than c are too many.",
    "bars-not-tails":
      "You stop where the single probability P(X = c) is small. What counts is everything beyond c together: the rest of 1.",
    "first-bar-left-out":
      "Your sum starts without P(X = 0), so it never gets near 1. Begin with e^(−mean), not with 0.",
    "just-the-mean":
      "This is the mean, rounded up. About half of all seconds bring more than that.",
  },
});
