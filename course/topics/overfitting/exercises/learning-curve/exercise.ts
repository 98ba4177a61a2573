import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "learning-curve",
  title: "One more row at a time",
  prompt: `
Write \`learningCurve(sizes, folds, score)\`: the two curves of a learning curve.

- \`folds\` is a list of \`{ train, test }\`, lists of row numbers.
- \`score({ learned, asked })\` fits a model on the rows \`learned\` and says how good it is on the rows \`asked\`.

For each size and each fold, let the model learn from the **first \`size\` rows of the fold's training part**. Return
\`{ own, leftOut }\`: for each size the mean over the folds, of the score on those same rows and of the score on the
fold's test rows.`,
  hints: [
    "`sizes.map((size) => …)`, and in it `folds.map(({ train, test }) => …)` with `const learned = train.slice(0, size);`.",
    "The first score is `score({ learned, asked: learned })`, the second `score({ learned, asked: test })`.",
    "Each point is a mean: add up over the folds and divide by `folds.length`.",
  ],
  misconceptions: {
    "asks-all-training-rows":
      "You score the model on the whole training part. Most of these rows it has not learned from: its *own* rows are the first `size`.",
    "first-rows-of-table":
      "You learn from the first rows of the table. Some of them are test rows of the fold. Take the first rows of `train`.",
    "learns-from-all":
      "Every model learns from the whole training part, so your curve is flat. Cut `train` to `size` rows first.",
    "sums-up": "You add up the scores of the folds and do not divide by their number.",
  },
});
