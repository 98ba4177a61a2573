import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "two-votes",
  title: "Hard and soft",
  prompt: `
Write \`bothVotes(chances, weights)\`. \`chances[m][i]\` is the chance of spam that filter $m$ sees in mail $i$;
\`weights[m]\` says how much filter $m$ counts.

Return \`{ hard, soft }\`: two lists with a 1 for each mail that is called spam and a 0 for each other.

- **hard**: a filter votes for spam if its chance is above 0.5. Spam wins if the weights of these filters are more than half of all weights.
- **soft**: spam wins if the weighted mean of the chances is above 0.5.`,
  hints: [
    "For one mail: `const own = chances.map((chance) => chance[i]!);`. Soft: the sum of `weights[m] * own[m]`, divided by the sum of the weights.",
    "Hard is the same with votes in place of chances: `own.map((chance) => (chance > 0.5 ? 1 : 0))`.",
    "So one function, the weighted mean of a list, does both; then compare with 0.5.",
  ],
  misconceptions: {
    "soft-of-votes":
      "Your soft vote is a hard one: it averages votes. It has to average the chances themselves, so that a filter that is very sure counts more.",
    "weights-ignored": "Every filter counts alike in your vote. Use the weights.",
    "not-divided":
      "You compare a weighted sum with 0.5, and do not divide by the sum of the weights. Then two weak suspicions make spam.",
    "ties-are-spam": "Exactly half is not more than half: at a tie the mail is not spam.",
  },
});
