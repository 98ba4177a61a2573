import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "other-folds",
  title: "Codes from the other folds",
  prompt: `
Write \`crossFit(categories, y, folds, m)\`: the code of each training row. \`folds[i]\` is the number of the fold that
row i is in.

The code of a row comes from the rows of **the other folds** alone. With $n$ of them in its category, and their mean
of all categories $\\bar y$:

$$
\\frac{\\sum y + m \\, \\bar y}{n + m}
$$

If the other folds do not have the category, the code is $\\bar y$, also for $m = 0$.`,
  hints: [
    "For row i: `const others = [...y.keys()].filter((j) => folds[j] !== folds[i]);`",
    "The overall mean is that of `others`, not of all rows. The mean of all rows has the row's own answer in it.",
    "`const own = others.filter((j) => categories[j] === categories[i]);` With `own.length === 0`, return the overall mean before you divide: for m = 0 you would divide 0 by 0.",
  ],
  misconceptions: {
    "own-answer":
      "You take the row's own fold into the mean of its category. Then each code holds the answer that it is to predict.",
    "mean-of-all":
      "The overall mean is taken over all rows. That of the other folds is meant: otherwise the row's own answer leaks in through the smoothing.",
    "only-own-fold":
      "You use the rows of the same fold, the row itself among them. It is the other folds that may speak.",
    "new-is-nothing":
      "A category that the other folds do not have gets 0 or no number from you. Nothing is known about it, so its code is the overall mean of the other folds.",
  },
});
