import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "answer-or-ask",
  title: "Answer, or ask again",
  prompt: `
Write \`decide(scores, bar)\`: the place of the class with the highest score, or \`-1\` for "please draw again".

1. Turn the scores into probabilities by the softmax.
2. Answer if the highest probability is **at least** \`bar\`; otherwise return \`-1\`.

Scores can be large, such as 1,000, and then $e^{1000}$ is infinite. Subtract the highest score from all of them
first: the probabilities stay the same.`,
  hints: [
    "`const top = Math.max(...scores);` and its place is `scores.indexOf(top)`.",
    "With $e^{s - \\text{top}}$ for every score, that of the best class is 1.",
    "So the highest probability is `1 / sum`, where `sum` adds up all `Math.exp(score - top)`.",
  ],
  misconceptions: {
    "raw-scores":
      "You compare the score with the bar. A score is no probability: it may be 7 or −3.",
    overflow:
      "For large scores your probabilities are not numbers any more: infinity divided by infinity. Subtract the highest score first.",
    "never-asks": "You always answer, however low the highest probability is.",
    "strictly-above":
      "You ask again when the probability equals the bar. At the bar the page answers.",
  },
});
