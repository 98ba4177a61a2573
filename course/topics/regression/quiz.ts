import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "which-loss",
    question:
      "You want to say: “Nine in ten parcels arrive within … days.” Which loss does the regression need?",
    answer: 2,
    choices: [
      {
        text: "The squared loss.",
        explanation: "It gives the mean. How many parcels are below the mean, nobody knows.",
      },
      {
        text: "The absolute loss.",
        explanation: "It gives the median: half of the parcels arrive within that time.",
      },
      {
        text: "The pinball loss with q = 0.9.",
        explanation: "Right. It is smallest where nine in ten values lie below.",
      },
      {
        text: "Any loss; then multiply by 0.9.",
        explanation: "Nine tenths of the mean is no quantile. Late parcels may be very late.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "score-by-hand",
    question: "True values 1, 2, 3; predicted 1, 2, 4. What is R²?",
    answer: 0.5,
    tolerance: 0.001,
    explanation:
      "The squared residuals add up to 1. About the mean of 2 the squares add up to 2. So $R^2 = 1 - 1/2$.",
  },
  {
    kind: "output",
    id: "one-dear-house",
    question: "What is printed?",
    code: `const prices = [100, 110, 120, 130, 540];
const mean = prices.reduce((sum, p) => sum + p, 0) / prices.length;
const median = prices[2];
console.log(mean, median);`,
    answer: "200 120",
    explanation: "One dear house lifts the mean above four of five prices. The median stays.",
  },
  {
    kind: "choice",
    id: "funnel",
    question: "Residuals are small for small predictions and large for large ones. What do you do?",
    answer: 0,
    choices: [
      {
        text: "Predict the logarithm, and give ranges in per cent.",
        explanation: "Right, if misses grow in proportion. Then they are even in the logarithm.",
      },
      {
        text: "Add the square of the feature.",
        explanation: "That takes out a bend. The spread around the curve stays a funnel.",
      },
      {
        text: "Leave out the rows with large residuals.",
        explanation: "Then your ranges are too narrow for just those who need them.",
      },
      {
        text: "Nothing: the mean of the residuals is 0.",
        explanation:
          "It is 0 for every least-squares line. The spread says how wide a range must be.",
      },
    ],
  },
  {
    kind: "choice",
    id: "range-rows",
    question: "From which rows do you take the residuals for the range?",
    answer: 1,
    choices: [
      {
        text: "From those the model was fitted to.",
        explanation:
          "It has adapted to them, so they are too small. A single neighbour has none at all.",
      },
      {
        text: "From rows that were not learned from, and that are not the test rows.",
        explanation: "Right. The test rows then say how often the range holds.",
      },
      {
        text: "From the test rows.",
        explanation: "Then you have no rows left on which to check the range.",
      },
      {
        text: "From the rows with the largest residuals, to be safe.",
        explanation: "Then the range holds almost always, and says almost nothing.",
      },
    ],
  },
  {
    kind: "order",
    id: "order-of-a-range",
    question: "Bring the steps to an honest range into order.",
    lines: [
      "put test rows away, and cut the others into two parts",
      "fit the model on the first part",
      "take the residuals of the second part",
      "cut off 5 % of them on each side",
      "count on the test rows how often the range holds",
    ],
    explanation: "Fit, measure, check: each on rows of its own.",
  },
]);
