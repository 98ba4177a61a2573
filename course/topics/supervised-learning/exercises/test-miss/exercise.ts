import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "test-miss",
  title: "The honest number",
  prompt: `
Write \`testMiss(learn, X, y, isTest)\`: the typical miss of a model on rows that it has not seen.

- \`learn(X, y)\` learns from the rows it is given, and returns a function that predicts the number for one row.
- \`isTest[i]\` says whether row $i$ was put away.

Learn from the other rows, predict each row that was put away, and return the root of the mean squared miss.`,
  hints: [
    "The training rows: `X.filter((_, i) => !isTest[i])`, and the same for `y`.",
    "`const predict = learn(XTrain, yTrain);` and then `predict(row) - y[i]` for the test rows alone.",
    "The mean is over the test rows, and the root comes last: `Math.sqrt(sum / count)`.",
  ],
  misconceptions: {
    "fits-all":
      "You learn from all rows, also from those that were put away. A model that remembers then looks far too good.",
    "scores-training":
      "You measure the miss on the rows that the model has learned from. The test rows were asked.",
    "scores-all":
      "You take the mean over all rows. The training rows hide what happens on new ones.",
    "no-root": "The root is missing: your number is in squared units.",
    absolute:
      "You take the mean of the absolute misses. Asked was the root of the mean of their squares.",
  },
});
