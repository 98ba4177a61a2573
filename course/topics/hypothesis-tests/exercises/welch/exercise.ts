import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "welch",
  title: "A difference in units of its error",
  prompt: `
Write \`welch(a, b)\`: Welch's statistic for two samples of sizes $m$ and $n$,

$$
t = \\frac{\\bar a - \\bar b}{\\sqrt{s_a^2 / m + s_b^2 / n}},
$$

where $s_a^2$ and $s_b^2$ are the variances of the two samples, divided by $m - 1$ and $n - 1$.`,
  hints: [
    "Write a small function for the mean, and one for the variance that divides by the number of values less one.",
    "Each variance is divided by the size of its own sample before they are added.",
    "`(mean(a) - mean(b)) / Math.sqrt(variance(a) / a.length + variance(b) / b.length)`",
  ],
  misconceptions: {
    "divided-by-n":
      "Your variances are divided by n. These are samples, so divide by one less: otherwise the error comes out too small, and t too large.",
    "spread-not-error":
      "You divide by the spread of single values. A mean of n values varies less than one value: divide each variance by the size of its sample first.",
    pooled:
      "You mix both variances into one, as Student's test does. Welch's test lets each sample keep its own.",
    reversed: "The sign is the wrong way round: it is the mean of a less the mean of b.",
  },
});
