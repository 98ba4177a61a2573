import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "best-threshold",
  title: "Learn one number",
  prompt: `
Write \`learnThreshold(x, isPositive)\`: the threshold $t$ for which the rule "positive if $x > t$" makes the fewest
mistakes.

- Try the values in \`x\` as thresholds, no others.
- If several make equally few mistakes, return the smallest.

\`x\` and \`isPositive\` are equally long, and not sorted.`,
  hints: [
    "Count the mistakes of one threshold first: the items for which `(x[i] > t) !== isPositive[i]`.",
    "Sort a copy of the values: `[...x].sort((a, b) => a - b)`. Then the first of the best is the smallest.",
    "Keep the best so far and replace it only by one with _fewer_ mistakes, not by an equal one.",
  ],
  misconceptions: {
    "at-least":
      "Your rule calls the threshold itself positive. It is `x > t`, so an item that equals the threshold is negative.",
    "between-means":
      "You return the middle between the two classes' means. That is quick, but it does not count mistakes, and a few far values pull it away.",
    "last-of-ties": "Among equally good thresholds you return the largest. The smallest was asked.",
    "most-mistakes":
      "You return the threshold with the most mistakes: the comparison is turned round.",
  },
});
