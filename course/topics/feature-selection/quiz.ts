import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "f-by-hand",
    question:
      "Two classes of two rows each: 1 and 3 in the one, 7 and 9 in the other. What is the F score?",
    answer: 18,
    tolerance: 0.001,
    explanation:
      "The means are 2 and 8, and 5 over all. Between: $2 \\cdot 9 + 2 \\cdot 9 = 36$, divided by 1. Within: $1 + 1 + 1 + 1 = 4$, divided by $4 - 2$. $36/2 = 18$.",
  },
  {
    kind: "numeric",
    id: "count-fits",
    question:
      "Forward selection of 2 out of 10 features, each score by five-fold cross-validation. How many fits?",
    answer: 95,
    tolerance: 0.001,
    explanation: "$10 + 9 = 19$ scores of five fits each are 95.",
  },
  {
    kind: "choice",
    id: "twins",
    question:
      "You have a temperature in °C and the same in °F, and both predict well. What do the three ways do, if they may take two features?",
    answer: 0,
    choices: [
      {
        text: "The filter takes both; forward selection and the lasso take one and look for something else.",
        explanation: "Right: only the filter does not notice that the second adds nothing.",
      },
      {
        text: "All three take both, since both predict well.",
        explanation: "Forward selection asks what the second adds to the first: nothing.",
      },
      {
        text: "All three take only one.",
        explanation: "The filter gives both the same score, so it takes both.",
      },
      {
        text: "The lasso takes both, with half the weight each.",
        explanation:
          "Ridge would share the weight. The lasso has no reason to, and usually keeps one.",
      },
    ],
  },
  {
    kind: "choice",
    id: "where-to-select",
    question:
      "You choose 20 of 5,000 genes by their F scores on all 80 patients, and cross-validate a model on these 20. What does its score say?",
    answer: 2,
    choices: [
      {
        text: "How the model does on new patients: each test fold was left out of the fit.",
        explanation: "It was left out of the fit, but not out of the choice.",
      },
      {
        text: "It is too low, for each fold has fewer rows.",
        explanation: "That effect is small, and the other one goes up, and is large.",
      },
      {
        text: "Nearly nothing: with dice it would be far above one half, too.",
        explanation: "Right. In the lesson dice had 93 %. The choice must happen inside each fold.",
      },
      {
        text: "How the model does on these 80 patients, which is what matters.",
        explanation: "You know the diagnoses of these 80. The next one matters.",
      },
    ],
  },
  {
    kind: "output",
    id: "useless-alone",
    question: "What is printed?",
    code: `const rows = [[0, 0], [0, 1], [1, 0], [1, 1]];
const isIll = rows.map(([a, b]) => a !== b);
const mean = (values: number[]) => values.reduce((s, v) => s + v) / values.length;
const first = (ill: boolean) => mean(rows.filter((_, i) => isIll[i] === ill).map(([a]) => a!));
console.log(first(true), first(false));`,
    answer: "0.5 0.5",
    explanation:
      "Both classes have the same mean, so the F score of the first switch is 0, and that of the second, too. Together they decide.",
  },
  {
    kind: "choice",
    id: "not-chosen",
    question: "The lasso leaves out `mean_radius`. What follows?",
    answer: 3,
    choices: [
      {
        text: "The radius has nothing to do with the disease.",
        explanation: "Alone it separates well. A twin of it was taken.",
      },
      {
        text: "The radius was measured badly.",
        explanation: "Nothing here says so.",
      },
      {
        text: "A model without it is more often right.",
        explanation: "Perhaps; the zero alone does not show it. All 30 were the best here.",
      },
      {
        text: "Beside the features that were taken it adds too little to be worth its penalty.",
        explanation:
          "Right, on these rows and with this penalty. Another half may choose otherwise.",
      },
    ],
  },
]);
