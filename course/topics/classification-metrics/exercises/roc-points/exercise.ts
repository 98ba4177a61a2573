import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "roc-points",
  title: "The ROC curve, ties and all",
  prompt: `
Write \`rocPoints(isSpam, scores)\`: the points of the ROC curve, from $(0, 0)$, where nothing goes to junk, to
$(1, 1)$, where everything does. A mail goes to junk if its score is **at least** the threshold.

There is one point for each *different* score: mails with equal scores go to junk together. Keep every point, also
those on a straight line. Both kinds of mail occur in the data.`,
  hints: [
    "The thresholds are `Infinity` and the different scores, from the highest down. `new Set(scores)` has each score once.",
    "For one threshold, take the labels of the mails in junk: `isSpam.filter((_, i) => scores[i]! >= threshold)`. How many of them are true?",
    "The true positive rate divides the spam in junk by **all spam**; the false positive rate divides the good mails in junk by **all good mails**. Count both totals once, before the thresholds.",
  ],
  misconceptions: {
    "one-mail-a-point":
      "Your curve has a point for every mail. Mails with equal scores go to junk together, for no threshold lies between them: your steps inside a tie depend on the order of the rows. Put down a point only once a tie is complete.",
    "no-origin":
      "The first point is missing: a threshold above every score sends nothing to junk, which is the point (0, 0).",
    "swapped-axes":
      "The two rates are exchanged. `tpr` is the share of the spam, `fpr` the share of the good mails.",
    "share-of-all":
      "You divide by the number of all mails. Each rate looks at one kind alone: spam in junk by all spam, good mails in junk by all good mails. Otherwise the curve never reaches (1, 1).",
    "low-scores-first":
      "You send the lowest scores to junk first. A high score means spam, so the thresholds fall from the highest one.",
  },
});
