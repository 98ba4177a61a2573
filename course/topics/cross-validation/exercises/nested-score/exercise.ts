import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "nested-score",
  title: "A judge who did not choose",
  prompt: `
Write \`nestedScore(n, candidates, makeFolds, score)\`: the nested cross-validation of a search.

- \`makeFolds(rows)\` cuts a list of row numbers into folds \`{ train, test }\`.
- \`score(candidate, train, test)\` fits a candidate on the rows \`train\` and says how good it is on the rows \`test\`; more is better.

For each outer fold of the rows 0 to $n - 1$: give every candidate its mean score over the inner folds **of the outer
training rows**, choose the best, fit it on all of the outer training rows, and score it on the outer test rows. Return
the mean of these outer scores.`,
  hints: [
    "Two loops: `for (const { train, test } of makeFolds(allRows))`, and inside of it, for each candidate, the mean of `score(candidate, inner.train, inner.test)` over `makeFolds(train)`.",
    "Remember the candidate with the highest mean, not the mean itself.",
    "The outer score is one call: `score(chosen, train, test)`.",
  ],
  misconceptions: {
    "judge-chooses":
      "You choose by the score on the outer test rows and report that score. Then the judge has chosen, and the best of many is too good.",
    "reports-inner":
      "You return the best inner scores. They chose the candidate, so they flatter it. Report its score on the outer test rows.",
    "inner-sees-all":
      "Your inner folds are folds of all rows. The outer test rows have then taken part in the choice. Cut only the outer training rows.",
    "takes-the-worst": "You choose the candidate with the lowest score; more is better.",
  },
});
