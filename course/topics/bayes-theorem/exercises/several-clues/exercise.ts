import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "several-clues",
  title: "One clue after the other",
  prompt: `
Write \`update(prior, ratios)\`: the probability of a hypothesis after several independent clues. \`prior\` is its
probability before them, below 1, and each ratio is
$P(\\text{clue} \\mid \\text{it is so}) / P(\\text{clue} \\mid \\text{it is not})$. Without clues, nothing changes.`,
  hints: [
    "Odds make it easy: turn the prior into odds first, $p / (1 - p)$.",
    "Multiply the odds by each ratio.",
    "Turn the odds back into a probability: `odds / (1 + odds)`.",
  ],
  misconceptions: {
    "prior-as-odds":
      "You multiply the prior probability as if it were odds. Probability 0.5 is odds of 1: divide by 1 − prior first.",
    "odds-returned":
      "These are the odds. Turn them into a probability in the end, odds / (1 + odds).",
    "ratios-added":
      "You add the ratios up. Independent clues multiply: each one rescales the odds that the ones before have left.",
  },
});
