import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "skip-twins",
  title: "A filter that skips twins",
  prompt: `
Write \`skipTwins(scores, correlations, k, limit)\`: the places of at most \`k\` features.

Go through the features from the highest score down. Take a feature unless its correlation with one that you have taken
is **above** \`limit\` in absolute value. Stop when you have \`k\`. Return the places in the order in which they were taken;
they may be fewer than \`k\`. No two scores are equal.`,
  hints: [
    "The order: `[...scores.keys()].sort((a, b) => scores[b]! - scores[a]!)`.",
    "A feature j is a twin if `taken.some((i) => Math.abs(correlations[i]![j]!) > limit)`. Compare with those that were taken, not with all.",
    "One loop: `for (const j of order) { if (taken.length === k) break; … }`.",
  ],
  misconceptions: {
    "twins-of-skipped":
      "You compare with features that were skipped, too. Only those that were taken count: a feature may be like one that you left out.",
    "signs-matter":
      "You compare the correlation with its sign. A feature with −0.95 says the same as one with 0.95, turned round: take the absolute value.",
    "lowest-first": "You start with the lowest scores. A high score separates the classes well.",
    "best-k-first":
      "You take the best k and then throw out the twins, so too few are left. Go on down the list until you have k.",
  },
});
