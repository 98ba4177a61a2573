import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "which-is-one",
    question: "Which of these is a hyperparameter of ridge regression?",
    answer: 1,
    choices: [
      { text: "The intercept.", explanation: "The fit computes it from the rows: a parameter." },
      {
        text: "The strength of the penalty.",
        explanation:
          "Right. It must be there before the fit begins; on its own rows 0 always wins.",
      },
      {
        text: "The coefficient of the living area.",
        explanation: "The fit computes it from the rows: a parameter.",
      },
      {
        text: "The R² on the test rows.",
        explanation: "That is a metric: it judges a fit, and nothing is set with it.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "half-way",
    question:
      "A strength is drawn log-uniformly from 0.001 to 10. What is the median of the draws?",
    answer: 0.1,
    tolerance: 0.0001,
    explanation: "The powers go evenly from −3 to 1. Halfway is −1, and $10^{-1} = 0.1$.",
  },
  {
    kind: "choice",
    id: "four-options",
    question:
      "Four options, five values of each, and you suspect that only one of the options matters. What does the full grid cost, and what does it learn of that option?",
    answer: 2,
    choices: [
      {
        text: "20 fits, 20 values.",
        explanation: "A grid multiplies: $5 \\cdot 5 \\cdot 5 \\cdot 5$.",
      },
      {
        text: "625 fits, 625 values.",
        explanation: "It is 625 fits, but the values of one option repeat: there are only five.",
      },
      {
        text: "625 fits, 5 values.",
        explanation: "Right. 625 drawn settings would try 625 values of it.",
      },
      { text: "625 fits, 125 values.", explanation: "Each value is tried 125 times. There are 5." },
    ],
  },
  {
    kind: "order",
    id: "one-tpe-step",
    question: "One step of TPE: bring the lines into order.",
    lines: [
      "Sort what was tried by its score",
      "Split it into a few good settings and many bad ones",
      "Lay a density over each of the two groups",
      "Draw candidates from the density of the good ones",
      "Try the candidate where good / bad is largest",
    ],
    explanation:
      "The densities need the split, the candidates need the densities, and only one candidate costs a fit.",
  },
  {
    kind: "numeric",
    id: "price-of-rounds",
    question:
      "Successive halving tries 27 settings on a ninth of the rows, then 9 on a third, then 3 on all. A fit costs as much as it has rows. To how many fits on all rows does this come?",
    answer: 9,
    tolerance: 0.001,
    explanation: "$27/9 + 9/3 + 3 = 9$. Every round costs 3.",
  },
  {
    kind: "choice",
    id: "edge",
    question: "A search over strengths from 0.1 to 1000 finds 0.1 to be the best. What do you do?",
    answer: 3,
    choices: [
      {
        text: "Take it: it is the best.",
        explanation: "Of those that you tried. Below 0.1 nobody has looked.",
      },
      {
        text: "Repeat the search with another seed.",
        explanation: "The range stays the same, and what lies below it stays unknown.",
      },
      {
        text: "Take more values between 0.1 and 1000.",
        explanation: "The error falls towards the edge. Look beyond it, not inside.",
      },
      {
        text: "Widen the range downwards and search again.",
        explanation: "Right. A winner at the edge says that the range was wrong.",
      },
    ],
  },
]);
