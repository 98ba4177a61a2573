import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "two-sided",
  title: "At least as far from half",
  prompt: `
$n$ people compare two designs, and $k$ prefer the new one. If nobody cared, each would decide like a fair coin. Write
\`pvalue(k, n)\`: the probability that a fair coin gives a number of heads **at least as far** from $n/2$ as $k$ is, on
either side. \`binom({ n, p: 0.5 }).pmf(i)\` is the probability of $i$ heads.`,
  hints: [
    "How far is $k$ from the middle? `Math.abs(k - n / 2)`.",
    "Go through all $i$ from 0 to $n$ and add the probabilities of those that are at least as far from $n/2$.",
    "`if (Math.abs(i - n / 2) >= Math.abs(k - n / 2)) total += coin.pmf(i);`",
  ],
  misconceptions: {
    "exactly-this":
      "This is the probability of exactly k. Every single outcome of many throws is improbable; a p-value adds up all that are at least as extreme.",
    "one-side":
      "You count one side only. A preference for the old design would have surprised you as much, so both sides belong to it.",
    "farther-only":
      "You left out the outcomes that are exactly as far from the middle as k, k itself among them. At least as far means they count.",
    "less-extreme":
      "You add up the outcomes that are nearer to the middle. The p-value is about those at least as far away.",
  },
});
