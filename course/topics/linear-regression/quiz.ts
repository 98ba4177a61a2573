import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "meaning-of-the-slope",
    question:
      "A model says: price = 75 · area + 46 · basement + 550 · year built − 1,100,000, with areas in ft² and the price in dollars. What does the 75 tell you?",
    answer: 1,
    choices: [
      {
        text: "If an owner adds 1 ft² to a house, its price rises by \\$75.",
        explanation:
          "That would be a cause. The model only compares houses that differ already; bigger houses also differ in ways that are not in the table.",
      },
      {
        text: "Among houses with the same basement and year, one with 1 ft² more is priced \\$75 higher by the model.",
        explanation:
          "Right: a coefficient compares predictions for two rows that differ in this feature only, in dollars per square foot.",
      },
      {
        text: "Area matters less than the year, since 75 is less than 550.",
        explanation:
          "Coefficients have units: \\$75 per square foot and \\$550 per year. Measured in square metres, the 75 would be 807. Compare standardized features instead.",
      },
      {
        text: "Area explains 75 % of the price.",
        explanation:
          "The share of the variance that is explained is $R^2$; it belongs to the whole model, not to one coefficient.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "mean-squared-error-by-hand",
    question:
      "Two houses of 1 and 3 (thousand ft²) cost 2 and 4 (\\$100,000). What is the mean squared error of the line $\\hat y = 2x$?",
    answer: 2,
    tolerance: 0.001,
    unit: "($100,000)²",
    explanation:
      "The predictions are 2 and 6, so the errors are 0 and 2, their squares 0 and 4, and the mean is 2. The unit is squared too; its root is about \\$141,000.",
  },
  {
    kind: "output",
    id: "one-step-by-hand",
    question: "One house, one step of gradient descent on the squared error. What is printed?",
    code: `let w = 1;
const [x, y] = [2, 6];
const learningRate = 0.1;
w -= learningRate * 2 * (w * x - y) * x;
console.log(w.toFixed(1));`,
    answer: "2.6",
    explanation:
      "The error is $1 \\cdot 2 - 6 = -4$, the gradient $2 \\cdot (-4) \\cdot 2 = -16$. Subtracting $0.1 \\cdot (-16)$ moves $w$ from 1 to 2.6, toward the perfect 3.",
  },
  {
    kind: "order",
    id: "order-of-a-descent",
    question: "Bring the lines of one step into an order that works.",
    lines: [
      "const yPred = x.mul(w).add(b);",
      "const error = yPred.sub(y);",
      "const gradient = error.mul(x).mean().item() * 2;",
      "w = w - learningRate * gradient;",
    ],
    explanation:
      "Predict, compare, differentiate, move: each line needs the one before it. Every training loop in this course has these four parts.",
  },
  {
    kind: "choice",
    id: "learning-rate-too-large",
    question: "After each step the loss is ten times what it was. What is going on?",
    answer: 0,
    choices: [
      {
        text: "The learning rate is too large: every step jumps past the minimum and lands higher up.",
        explanation:
          "Right. On a bowl with curvature $\\lambda$ the distance to the minimum is multiplied by $1 - \\eta\\lambda$ in each step; beyond $\\eta = 2/\\lambda$ that factor is below −1.",
      },
      {
        text: "The learning rate is too small to get anywhere.",
        explanation:
          "Then the loss would still fall, only slowly. A small step downhill on a smooth bowl never ends higher.",
      },
      {
        text: "The loss has many minima, and descent is caught in a bad one.",
        explanation:
          "The mean squared error of a linear model is convex: there is one lowest level. And being caught would leave the loss where it is.",
      },
      {
        text: "There are too few houses.",
        explanation:
          "Few houses make the fitted line uncertain, but descent on their loss converges just as well.",
      },
    ],
  },
  {
    kind: "choice",
    id: "which-number-counts",
    question:
      "Which number tells you how good the prices for houses that are not sold yet will be?",
    answer: 2,
    choices: [
      {
        text: "The RMSE on the houses that the model was fitted to.",
        explanation:
          "The coefficients were chosen to make just this number small, so it flatters. With many features it falls even when predictions get worse.",
      },
      {
        text: "$R^2$ on the houses that the model was fitted to.",
        explanation:
          "The same numbers in other units: $1 - \\text{MSE} / \\text{variance}$. Adding any feature, even noise, never lowers it.",
      },
      {
        text: "The RMSE on houses that were kept apart and used for nothing else.",
        explanation:
          "Right, in dollars and on houses like those to come. It holds for the same town and years; the market of another year is another matter.",
      },
      {
        text: "The standard deviation of the prices.",
        explanation:
          "That is the typical miss of always guessing the mean: a baseline to beat, not a judgement of the model.",
      },
    ],
  },
]);
