import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "what-p-says",
    question: "An experiment gives p = 0.03. What does that mean?",
    answer: 2,
    choices: [
      {
        text: "The null hypothesis is true with probability 3 %.",
        explanation:
          "A p-value is computed as if the null hypothesis were true. How probable that is depends on what you knew before.",
      },
      {
        text: "The effect is there with probability 97 %.",
        explanation: "That is the same mistake from the other side.",
      },
      {
        text: "Without any effect, a result at least this extreme comes in 3 % of all experiments.",
        explanation: "Right: a statement about the data in a world without effect.",
      },
      {
        text: "3 % of the data are wrong.",
        explanation: "A p-value says nothing about single data.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "false-alarms",
    question:
      "A team tests 60 ideas that all do nothing, each with α = 0.05. How many significant results should it expect?",
    answer: 3,
    tolerance: 0.1,
    explanation: "$60 \\cdot 0.05 = 3$. Three discoveries, and all of them false.",
  },
  {
    kind: "choice",
    id: "not-significant",
    question: "Ten people in each group, p = 0.3. What follows?",
    answer: 1,
    choices: [
      {
        text: "The two versions are equally good.",
        explanation:
          "With ten people the power for half a standard deviation is 19 %: such an effect would be missed four times out of five.",
      },
      {
        text: "Little: so small an experiment misses most effects.",
        explanation: "Right. Look at the interval: it will hold zero and large effects as well.",
      },
      {
        text: "The effect is there with probability 70 %.",
        explanation: "No p-value is a probability of an effect.",
      },
      {
        text: "The test should be repeated until p is below 0.05.",
        explanation: "Then it will be, sooner or later, with or without an effect.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "t-by-hand",
    question:
      "Nine measurements have the mean 6 and the standard deviation 9. What is t for the hypothesis that the true mean is 0?",
    answer: 2,
    tolerance: 0.001,
    explanation: "The standard error is $9/\\sqrt 9 = 3$, and $t = 6/3 = 2$.",
  },
  {
    kind: "output",
    id: "all-the-same-way",
    question: "Six of six people prefer the new design. What does this print?",
    code: `import { binomtest } from "@gradus/stats";

console.log(binomtest(6, 6).pvalue.toFixed(3));`,
    answer: "0.031",
    explanation:
      "Six heads have $1/64$, six tails as well, and both are as extreme: $2/64 = 0.031$.",
  },
  {
    kind: "order",
    id: "honest-test",
    question: "Bring the steps of an honest A/B test into order.",
    lines: [
      "decide which difference would matter",
      "compute the number of visitors that finds it with 80 % power",
      "show A and B at random to that many visitors",
      "compute the p-value and the interval, once",
    ],
    explanation:
      "Everything that could be chosen to please you is chosen before the data are there.",
  },
]);
