import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "paired-gain",
  title: "More than luck?",
  prompt: `
Write \`pairedGain(before, after)\`: the scores of the same folds without and with a feature.

Return \`mean\`, the mean of the gains (after less before), and \`error\`, its standard error: with the gains $g_i$ of $n$
folds

$$
\\text{error} = \\sqrt{\\frac{1}{n}\\,\\frac{\\sum (g_i - \\bar g)^2}{n - 1}}
$$`,
  hints: [
    "First the gains: `after.map((score, i) => score - before[i]!)`. Everything else is about them.",
    "The variance divides the sum of squares by n − 1, since the mean was taken from the same gains.",
    "The standard error of a mean is the root of variance / n.",
  ],
  misconceptions: {
    unpaired:
      "You add the variances of the two lists of scores, as if they came from different folds. Easy folds are easy with and without the feature: take the differences first, and that cancels.",
    "spread-of-gains":
      "That is the spread of single gains. The mean of n gains is surer: divide the variance by n before the root.",
    "divided-by-n":
      "Your variance divides by n. Divide by n − 1: the gains are nearer to their own mean than to the true one.",
    "turned-round":
      "Your gains have the wrong sign: after less before, so that a good feature is above 0.",
  },
});
