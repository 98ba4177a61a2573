import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "smearing",
  title: "Back to dollars",
  prompt: `
A model was fitted to the logarithms of prices. Write \`backToDollars(logPaid, logFitted, logNew)\`: the expected prices
in dollars of new houses, with Duan's smearing.

- \`logPaid\` and \`logFitted\` belong to the training rows: the logarithm of what was paid, and what the model says.
- \`logNew\` are the model's predictions for the new houses.

The factor is the mean of $e^{r_i}$ over the residuals $r_i$ = paid − fitted of the training rows. Each new price is the
factor times the exponential of its prediction.`,
  hints: [
    "First the residuals: `logPaid.map((y, i) => y - logFitted[i]!)`.",
    "Take `Math.exp` of every residual, and only then the mean.",
    "Multiply `Math.exp(prediction)` by that mean.",
  ],
  misconceptions: {
    "no-smearing":
      "You only take `Math.exp` of the predictions. That gives something like the median of each price; multiply by the smearing factor.",
    "mean-before-exp":
      "You take the mean of the residuals first and `Math.exp` afterwards. With an intercept that mean is about 0, and the factor 1. It is the mean of the exponentials.",
    "fitted-less-paid":
      "Your residuals are turned round: it is what was paid less what was fitted.",
    "as-if-normal":
      "You use exp(σ²/2), which holds for normal residuals. Duan's factor asks the residuals themselves.",
  },
});
