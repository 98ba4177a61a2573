import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "which-task",
    question: "Which of these is a regression?",
    answer: 2,
    choices: [
      {
        text: "Which of 40 languages is this comment in?",
        explanation: "One label of 40: classification. No language lies between two others.",
      },
      {
        text: "Which postcode does this address have?",
        explanation:
          "A postcode is made of digits, but it is a name. 1010 is not nearly 1011 in any useful sense: classification.",
      },
      {
        text: "How many milliseconds will this query take?",
        explanation: "Right. It is a number, and missing by 2 ms is better than missing by 200.",
      },
      {
        text: "Will this customer cancel within a month?",
        explanation: "Yes or no: classification, with two classes.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "three-neighbours",
    question:
      "Examples (x, y): (1, 10), (2, 14), (4, 18), (7, 30). What do the 3 nearest neighbours predict for x = 3?",
    answer: 14,
    tolerance: 0.001,
    explanation: "The nearest are x = 2, 4 and 1. Their mean is $(14 + 18 + 10) / 3 = 14$.",
  },
  {
    kind: "output",
    id: "count-mistakes",
    question: "How many mistakes does this rule make?",
    code: `const x = [3, 5, 6, 8];
const isPositive = [false, true, false, true];
const mistakes = (t: number) =>
  x.filter((v, i) => v > t !== isPositive[i]).length;
console.log(mistakes(3), mistakes(6));`,
    answer: "1 1",
    explanation:
      "With $t = 3$ the 6 is called positive and is not. With $t = 6$ the 5 is called negative and is positive.",
  },
  {
    kind: "choice",
    id: "perfect-on-seen",
    question: "A model is right on 100 % of the rows it was fitted to. What do you know?",
    answer: 1,
    choices: [
      {
        text: "It has understood the data.",
        explanation:
          "The nearest neighbour gets 100 % by storing every row. It need not understand a thing.",
      },
      {
        text: "Little: it may only have stored them.",
        explanation: "Right. Ask rows that were kept apart, and compare with a baseline.",
      },
      {
        text: "It will do badly on new rows.",
        explanation:
          "Not so either. The nearest penguin is right in 94 % of new ones. The training score alone says neither.",
      },
      {
        text: "There is a bug.",
        explanation:
          "Not necessarily. Flexible models often get everything right that they have seen.",
      },
    ],
  },
  {
    kind: "choice",
    id: "new-unit",
    question:
      "You store the bill in metres in place of millimetres, and leave flipper and mass as they are. What becomes of the nearest neighbours?",
    answer: 0,
    choices: [
      {
        text: "The bill hardly counts any more, and other penguins become the nearest.",
        explanation:
          "Right. Its differences are a thousandth of what they were, so the other columns decide. Standardize.",
      },
      {
        text: "Nothing: a length is a length.",
        explanation:
          "The penguin is the same, but the distance adds up numbers, and those have changed.",
      },
      {
        text: "The bill counts more, since metres are larger.",
        explanation:
          "The unit is larger, so the numbers are smaller, and so are their differences.",
      },
      {
        text: "The fit fails, since units may not be mixed.",
        explanation: "It runs without a word. Millimetres and grams were mixed before, too.",
      },
    ],
  },
  {
    kind: "order",
    id: "order-of-work",
    question: "Bring the steps into an order that gives an honest number.",
    lines: [
      "shuffle the rows and put a quarter away",
      "fit the baseline and the model on the other three quarters",
      "predict the rows that were put away",
      "compare the predictions with the true answers",
    ],
    explanation:
      "Rows that were put away must not be seen by any `fit`, and the answers are compared last.",
  },
]);
