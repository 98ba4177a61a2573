import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "no-news",
    question:
      "A linear model has the columns `width` and `height` of pictures. Which new column can *not* change its predictions?",
    answer: 2,
    choices: [
      { text: "width · height", explanation: "A product is no sum of the two: it is news." },
      { text: "log(width)", explanation: "A curve is no sum of columns: it is news." },
      {
        text: "2 · (width + height), the perimeter",
        explanation: "Right: a sum of columns times numbers, which the weights can form already.",
      },
      {
        text: "1 if the width is above the height, else 0",
        explanation: "A threshold is no straight line: it is news.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "mean-gain",
    question:
      "The gains of four folds are 0.01, 0.03, 0.03 and 0.05. What is the standard error of their mean?",
    answer: 0.008165,
    tolerance: 0.0001,
    explanation:
      "The mean is 0.03, the squares add up to 0.0008, the variance is $0.0008/3$, and the error is $\\sqrt{0.0008/3/4} \\approx 0.0082$. The gain is 3.7 errors.",
  },
  {
    kind: "choice",
    id: "known-when",
    question:
      "You predict whether a customer will cancel next month. Which feature is the answer in disguise?",
    answer: 1,
    choices: [
      {
        text: "How long the customer has been with you.",
        explanation: "That is known today.",
      },
      {
        text: "The date of the last invoice in the table of all invoices.",
        explanation:
          "Right. For those who cancelled, it is the last one for ever, and it is known only afterwards.",
      },
      {
        text: "How many support tickets they had in the last 30 days.",
        explanation: "Known today, as long as the 30 days end today and not next month.",
      },
      {
        text: "Their country.",
        explanation: "Known today.",
      },
    ],
  },
  {
    kind: "output",
    id: "order-of-words",
    question: "What is printed?",
    code: `const order = ["Poor", "Fair", "Good"];
const houses = ["Good", "Poor", "good"];
console.log(houses.map((word) => order.indexOf(word)).join(" "));`,
    answer: "2 0 -1",
    explanation:
      "`indexOf` gives −1 for a word that it does not have. To the model that is worse than poor, without any error. Count the −1.",
  },
  {
    kind: "choice",
    id: "best-of-many",
    question:
      "A program makes 200 features, cross-validates each on 80 rows, and keeps the best, which gains 0.06. What do you know?",
    answer: 3,
    choices: [
      {
        text: "The feature gains about 0.06 on new rows, since cross-validation is honest.",
        explanation: "It is for one candidate. This is the largest of 200 numbers.",
      },
      {
        text: "The feature is useless.",
        explanation:
          "Perhaps, perhaps not. Luck is enough to explain it, but does not exclude more.",
      },
      {
        text: "The feature gains 0.06 divided by 200.",
        explanation: "Luck does not divide like that.",
      },
      {
        text: "Little: dice reach such gains. Other rows must judge it.",
        explanation: "Right. The rows that chose it cannot grade it.",
      },
    ],
  },
  {
    kind: "choice",
    id: "tree-and-log",
    question: "You replace a column by its logarithm. Which model does not notice?",
    answer: 0,
    choices: [
      {
        text: "A decision tree.",
        explanation:
          "Right. It only asks whether a value is above a threshold, and the order stays.",
      },
      {
        text: "A linear regression.",
        explanation: "A straight line in the logarithm is a curve in the column.",
      },
      {
        text: "Nearest neighbours.",
        explanation: "Distances change: large values move together.",
      },
      { text: "Ridge.", explanation: "It is linear, too, and minds units besides." },
    ],
  },
]);
