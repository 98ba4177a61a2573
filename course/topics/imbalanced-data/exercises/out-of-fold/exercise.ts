import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "out-of-fold",
  title: "Resample inside the folds",
  prompt: `
Write \`outOfFold(data, folds, resample, fit)\`: what a model says about each row that it has **not** been trained on.

- \`data\` are rows \`{ x, y }\`; \`folds[i]\` is the fold of row i.
- \`resample(rows)\` gives more rows: those it gets, and copies of the rare ones behind them.
- \`fit(rows)\` gives a function from \`x\` to the answer.

For each fold: take the rows of the other folds, resample **them**, fit, and ask the model about the rows of the fold.
Return one answer for each row of \`data\`, in its order.`,
  hints: [
    "Go through the different folds: `for (const fold of new Set(folds))`. The training rows are `data.filter((_, i) => folds[i] !== fold)`.",
    "`const model = fit(resample(training));` The rows of the fold itself are never resampled: each gets one answer.",
    "Write the answers to their places: `answers[i] = model(data[i]!.x)` for each i with `folds[i] === fold`.",
  ],
  misconceptions: {
    "resample-first":
      "You resample all rows before you split. Then copies of the rows in the fold are among the training rows, and the model knows the answers by heart.",
    "never-resampled":
      "Your training rows are not resampled. Inside each fold, resample the rows of the other folds before you fit.",
    "trained-on-all":
      "Your model is trained on rows of the fold that it is asked about. Leave them out.",
    "trained-on-the-fold":
      "You train on the fold and ask about its own rows. The training rows are those of the *other* folds.",
  },
});
