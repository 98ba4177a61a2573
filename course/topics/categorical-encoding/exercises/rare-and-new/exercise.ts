import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "rare-and-new",
  title: "A column for the rare and the new",
  prompt: `
Write \`oneHotWithOther(values, atLeast)\`. It learns from the training values, and returns

- \`columns\`: the categories with **at least** \`atLeast\` rows, sorted with \`sort()\`, and at last \`"other"\`;
- \`encode(value)\`: a list of zeros as long as \`columns\`, with a 1 in the column of the value.

Rare categories and those that the training values do not have go to \`"other"\`. No category is called "other".`,
  hints: [
    "Count first: a `Map` from each category to its number of rows.",
    '`[...counts.keys()].filter(…).sort()` are the frequent categories. Put `"other"` behind them.',
    'In `encode`, ask whether the frequent categories include the value. If not, the column is `"other"`. Then `columns.map((column) => …)`.',
  ],
  misconceptions: {
    "new-is-zeros":
      "A value that the training rows do not have gets only zeros from you. It belongs into the column `other`, beside the rare ones: then the model has a number for it that it learned from rows.",
    "rare-keeps-a-column":
      "You give each rare category a column of its own, so `other` has no training rows, and the model learns nothing for it. Categories below `atLeast` go to `other`.",
    "strictly-more":
      "You ask for more than `atLeast` rows. A category with exactly that many is frequent enough.",
    "order-of-appearance":
      "Your columns stand in the order in which the categories appear. Sort them: then the same data in another order give the same columns.",
  },
});
