import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "never-rings",
    question:
      "One payment in 250 is fraud. What is the accuracy, in per cent, of a check that never rings?",
    answer: 99.6,
    tolerance: 0.001,
    explanation: "$1 - 1/250 = 0.996$. Any check has to be read next to this number.",
  },
  {
    kind: "numeric",
    id: "balanced-weight",
    question: 'Of 1,000 parts 20 are broken. What is the weight of a broken one for "balanced"?',
    answer: 25,
    tolerance: 0.001,
    explanation:
      "$n / (2 n_k) = 1000/(2 \\cdot 20) = 25$. Together the 20 weigh 500, as much as the 980 others.",
  },
  {
    kind: "choice",
    id: "same-ranking",
    question:
      'After `classWeight: "balanced"` the recall went from 0.3 to 0.85, and the average precision from 0.55 to 0.54. What happened?',
    answer: 1,
    choices: [
      {
        text: "The model learned to tell the classes apart much better.",
        explanation:
          "Then the ranking would be better, and the average precision higher. It is not.",
      },
      {
        text: "The scores were shifted, so that more rows ring at the same threshold.",
        explanation:
          "Right. The order of the rows is nearly the same. A lower threshold of the plain model does the same.",
      },
      {
        text: "The model overfits the rare class.",
        explanation: "Nothing here compares seen and new rows, so this does not show it.",
      },
      {
        text: "The average precision is broken for weighted models.",
        explanation: "It only needs an order of the rows, which every model gives.",
      },
    ],
  },
  {
    kind: "choice",
    id: "where-smote",
    question: "Where does SMOTE belong?",
    answer: 3,
    choices: [
      {
        text: "On the whole table, then split.",
        explanation:
          "Then rows made from test rows are trained on. In the lesson copies turned 0.49 into 0.98.",
      },
      {
        text: "On the training rows and, with another seed, on the test rows.",
        explanation:
          "Test rows must look like what will come. Made-up ones do not, and neither does half spam.",
      },
      {
        text: "On the training rows, before they are split into folds for a search.",
        explanation:
          "The last test set is safe then, but the search is not: its folds share made-up rows.",
      },
      {
        text: "In the pipeline, so that each fit resamples its own training rows.",
        explanation: "Right: in every fold, and in the last fit.",
      },
    ],
  },
  {
    kind: "output",
    id: "made-up-row",
    question: "What is printed?",
    code: `const [x, neighbour] = [[2, 10], [6, 4]];
const u = 0.5;
console.log(x.map((value, j) => value + u * (neighbour[j]! - value)).join(" "));`,
    answer: "4 7",
    explanation: "Half of the way: $2 + 0.5 \\cdot 4 = 4$ and $10 + 0.5 \\cdot (-6) = 7$.",
  },
  {
    kind: "choice",
    id: "which-measure",
    question:
      "An analyst reads the 50 most suspicious of 10,000 claims a day. About 30 are fraud. Which measure fits best?",
    answer: 2,
    choices: [
      {
        text: "Accuracy.",
        explanation: "Never ringing has 99.7 %. The analyst would have nothing to read.",
      },
      {
        text: "The area under ROC.",
        explanation:
          "It averages over all pairs, most of them far below the first 50. 0.95 may mean a list full of false alarms.",
      },
      {
        text: "The average precision, or the precision of the first 50.",
        explanation: "Right: both look at the top of the list, where somebody reads.",
      },
      {
        text: "The log loss.",
        explanation:
          "It judges probabilities of all 10,000 claims. Good to have, but it does not look at the list.",
      },
    ],
  },
]);
