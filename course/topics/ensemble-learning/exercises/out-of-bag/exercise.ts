import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "out-of-bag",
  title: "Judged by those who were not there",
  prompt: `
Write \`outOfBag(n, draws, says)\` for a bag of models and $n$ rows. \`draws[m]\` lists the rows that model $m$ has learned from, with
repetitions. \`says[m][i]\` is 1 if model $m$ calls row $i$ spam, and 0 if not.

Return for each row the share of spam among the answers of **those models that have not drawn it**, and \`-1\` for a row
that every model has drawn.`,
  hints: [
    "For row `i`: `const judges = says.filter((_, m) => !draws[m]!.includes(i));`.",
    "If there are no judges, the answer is −1.",
    "Otherwise it is the mean of `judge[i]` over the judges.",
  ],
  misconceptions: {
    "asks-everybody":
      "You ask all models. Those that have drawn a row know it by heart, and the share says too much good of them.",
    "asks-the-others":
      "You ask just those models that *have* drawn the row. It must be those that have not.",
    "divided-by-all":
      "You divide by the number of all models. Divide by the number of those that were asked.",
    "nobody-is-zero":
      "A row that all models have drawn gets −1 and not 0: nobody can judge it, which is not the same as “no spam”.",
  },
});
