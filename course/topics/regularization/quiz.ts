import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "why-zeros",
    question: "Why does the lasso give weights of exactly 0, and ridge does not?",
    answer: 1,
    choices: [
      {
        text: "The lasso rounds small weights down.",
        explanation: "Nothing is rounded. The minimum of its objective lies at 0 exactly.",
      },
      {
        text: "Near 0 the slope of |w| is still α, while that of w² fades away.",
        explanation:
          "Right. If the data pull with less than α, the weight stays at 0. Against w² any pull, however small, wins a little.",
      },
      {
        text: "The lasso tries all subsets of features.",
        explanation: "That would be $2^p$ fits. The lasso solves one convex problem.",
      },
      {
        text: "Ridge does too, if α is large enough.",
        explanation: "Its weights get as small as you like, but for no finite α are they 0.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "ridge-by-hand",
    question:
      "One standardized feature. Least squares gives the weight 6. What does ridge give, if the penalty α/n is 0.5?",
    answer: 4,
    tolerance: 0.001,
    explanation: "$w = c / (1 + \\alpha / n) = 6 / 1.5 = 4$.",
  },
  {
    kind: "output",
    id: "thresholds",
    question: "What is printed?",
    code: `const soft = (c: number, a: number) => Math.sign(c) * Math.max(0, Math.abs(c) - a);
console.log([5, -1.5, -4].map((c) => soft(c, 2) + 0));`,
    answer: "[3, 0, -2]",
    explanation: "Everything moves by 2 towards 0, and −1.5 stops there.",
  },
  {
    kind: "choice",
    id: "which-rows",
    question: "Where do you choose α?",
    answer: 2,
    choices: [
      {
        text: "On the training rows: the α with the smallest error there.",
        explanation:
          "That is always the smallest α. A penalty never makes the training error better.",
      },
      {
        text: "On the test rows, and then report that error.",
        explanation:
          "The winner was lucky on just these rows, in part. Its error there is too rosy, and you have no rows left that are not used.",
      },
      {
        text: "By cross-validation within the training rows.",
        explanation: "Right. The test rows are asked once, at the very end.",
      },
      {
        text: "It does not matter, as long as all features are standardized.",
        explanation:
          "Standardizing makes the penalty fair. How strong it should be is another question.",
      },
    ],
  },
  {
    kind: "choice",
    id: "change-of-units",
    question:
      "You store a length in millimetres in place of metres and fit ridge again, without standardizing. What happens?",
    answer: 0,
    choices: [
      {
        text: "The length is penalized far less, and the predictions change.",
        explanation:
          "Right. Its weight can be a thousandth of what it was and do the same, so the penalty hardly feels it.",
      },
      {
        text: "Nothing: the weight is divided by 1,000 and the predictions stay.",
        explanation: "That is so for least squares. A penalty sees the size of the weight.",
      },
      {
        text: "The length is penalized far more.",
        explanation: "The other way round: larger numbers need smaller weights.",
      },
      {
        text: "The fit fails, since the columns differ too much.",
        explanation: "It works without a complaint. That is the trap.",
      },
    ],
  },
  {
    kind: "order",
    id: "order-of-work",
    question: "Bring the steps into an order without a leak.",
    lines: [
      "put the test rows aside",
      "learn means and spreads from the training rows",
      "choose α by cross-validation on the training rows",
      "fit all training rows with that α",
      "measure the miss on the test rows, once",
    ],
    explanation:
      "Whatever is learned from rows, a mean, a spread, a strength or a weight, is learned from training rows.",
  },
]);
