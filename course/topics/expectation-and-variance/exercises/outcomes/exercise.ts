import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "outcomes",
  title: "Mean and variance of what may happen",
  prompt: `
Write \`moments(values, probability)\`: the expectation and the variance of a number that is \`values[i]\` with probability
\`probability[i]\`. Return \`{ mean, variance }\`. The probabilities add up to 1.`,
  hints: [
    "The mean is the sum of `values[i] * probability[i]`: no further division, since the probabilities add up to 1 already.",
    "The variance is an expectation too, that of the squared distance from the mean. So first the mean, then a second sum.",
    "`variance += probability[i] * (values[i] - mean) ** 2` for every i.",
  ],
  misconceptions: {
    "equal-weights":
      "You give every outcome the same weight. An outcome that happens in 80 % of all cases counts for 80 %: multiply by its probability instead of dividing by the number of outcomes.",
    "mean-of-squares":
      "Your variance is E[X²], the mean squared distance from zero. The distances are to be taken from the mean: subtract it before squaring, or subtract mean² at the end.",
    "standard-deviation":
      "You return the standard deviation, the root of the variance. The task asks for the variance itself.",
  },
});
