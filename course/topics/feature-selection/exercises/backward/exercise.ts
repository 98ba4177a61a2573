import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "backward",
  title: "Backward elimination",
  prompt: `
Forward selection starts with nothing. Write the way back: \`backward(score, nFeatures, k)\` starts with all features, the
places 0 to \`nFeatures\` − 1, and leaves out one at a time until \`k\` are left. \`score(features)\` says how good a list of
features is, the higher the better.

Each time, leave out the feature **without which the rest scores highest**. Return what is left, in ascending order. No
two scores that you compare are equal.`,
  hints: [
    "Start with `let features = Array.from({ length: nFeatures }, (_, j) => j);` and repeat nFeatures − k times.",
    "For each feature in the list, the rest is `features.filter((other) => other !== j)`.",
    "Keep the rest with the highest score: it becomes `features`. Filtering keeps the order ascending.",
  ],
  misconceptions: {
    "worst-rest":
      "You keep the rest with the lowest score, so you throw out what you need most. Keep the rest that scores highest.",
    "each-alone":
      "You score each feature by itself. That is a filter: it does not see what a feature adds to the others. Score the rest.",
    "all-at-once":
      "You score every rest once, at the start, and throw out all in one go. After each step the others matter differently: score again.",
    "one-too-many": "You stop one step too early or too late: exactly k features are to be left.",
  },
});
