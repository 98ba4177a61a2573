import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "r-squared",
  title: "Better than the mean?",
  prompt: `
Write \`rSquared(y, yPred)\`:

$$
R^2 = 1 - \\frac{\\sum_i (y_i - \\hat y_i)^2}{\\sum_i (y_i - \\bar y)^2},
$$

where $\\bar y$ is the mean of the true values. It is below 0 for predictions that are worse than that mean.`,
  hints: [
    "`const mean = y.reduce((sum, value) => sum + value, 0) / y.length;`",
    "Two sums: of `(value - yPred[i]!) ** 2`, and of `(value - mean) ** 2`.",
    "The answer is 1 less the first, divided by the second.",
  ],
  misconceptions: {
    "share-left":
      "You return the share that is left, not the share that is explained: 1 less that is R².",
    correlation:
      "You return the squared correlation. It does not notice if all predictions are too high, or turned round.",
    "spread-of-predictions":
      "You divide by the spread of the predictions. The baseline always says the mean of the true values.",
    "zero-at-least":
      "You cut off below 0. A negative R² tells that the mean would have done better, so keep it.",
  },
});
