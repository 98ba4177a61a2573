import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "way-back",
    question:
      "A model predicts log prices without bias. You take `Math.exp` of each prediction and add them up. The sum is…",
    answer: 1,
    choices: [
      {
        text: "right on average, since exp undoes log.",
        explanation:
          "It undoes it for one value. The exp of a mean of logarithms is not the mean of the values.",
      },
      {
        text: "too low: exp gives something like the median of each price.",
        explanation:
          "Right. Dear surprises weigh more in dollars than cheap ones. Duan's factor, the mean of exp of the residuals, makes up for it.",
      },
      {
        text: "too high: exp blows up large predictions.",
        explanation:
          "exp bends upwards, so the mean of exp is larger than exp of the mean. What you left out is the larger one.",
      },
      {
        text: "right, if the residuals are normal.",
        explanation:
          "With normal residuals of spread σ it is too low by the factor exp(σ²/2). Normal does not mean harmless.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "box-cox-of-nine",
    question: "What does Box and Cox's power with $\\lambda = \\tfrac12$ make of 9?",
    answer: 4,
    tolerance: 0.001,
    explanation: "$(9^{1/2} - 1) / \\tfrac12 = (3 - 1) \\cdot 2 = 4$.",
  },
  {
    kind: "choice",
    id: "second-term",
    question: "What would happen without the term $(\\lambda - 1) \\sum \\log x_i$?",
    answer: 2,
    choices: [
      {
        text: "Nothing: it does not depend on the transformed values.",
        explanation: "It depends on λ, and λ is what you look for.",
      },
      {
        text: "The best λ would become 1 for every column.",
        explanation: "At λ = 1 the term is 0 anyway. It is the others that would change.",
      },
      {
        text: "For values above 1 the search would run to ever smaller λ, which squeeze the values together.",
        explanation:
          "Right. A small variance would be enough to win. The term says how much of it is mere squeezing.",
      },
      {
        text: "The values would have to be standardised first.",
        explanation:
          "That would make all variances 1, and nothing would be left to compare. The term is the remedy.",
      },
    ],
  },
  {
    kind: "output",
    id: "log-of-nothing",
    question: "What is printed?",
    code: `const decks = [0, Math.E - 1];
console.log(decks.map(Math.log)[0], decks.map(Math.log1p));`,
    answer: "-Infinity [0, 1]",
    explanation:
      "log 0 is −∞, without an error. `log1p(x)` is log(1 + x): 0 stays 0, and e − 1 becomes 1.",
  },
  {
    kind: "choice",
    id: "profit-and-loss",
    question: "A column holds the yearly profits of firms, −40 to 900 million. Which one fits?",
    answer: 3,
    choices: [
      {
        text: "`Math.log`.",
        explanation: "The logarithm of a loss is NaN.",
      },
      {
        text: "Box–Cox, since it finds the best power.",
        explanation: "Its family is defined for numbers above 0 only, and the library says so.",
      },
      {
        text: "`Math.log1p`.",
        explanation: "It helps with 0. For anything below −1 it is NaN too.",
      },
      {
        text: "Yeo–Johnson.",
        explanation:
          "Right. It bends both sides of 0, and joins them smoothly; no shift has to be invented.",
      },
    ],
  },
  {
    kind: "choice",
    id: "two-giants",
    question:
      "A `QuantileTransformer` learned lots up to 30,000 ft². What does it make of lots of 40,000 and 200,000 ft²?",
    answer: 0,
    choices: [
      {
        text: "1 for both.",
        explanation:
          "Right. Beyond what it learned there are no ranks left. The model cannot tell the two apart.",
      },
      {
        text: "1.33 and 6.67.",
        explanation:
          "That is how MinMax would go on, if its smallest lot were 0: in a straight line.",
      },
      {
        text: "NaN for both.",
        explanation: "NaN comes out only where NaN went in.",
      },
      {
        text: "It fits itself again, so that 200,000 becomes 1.",
        explanation: "`transform` never learns. Only `fit` does.",
      },
    ],
  },
  {
    kind: "order",
    id: "no-leak",
    question: "Bring the steps into an order without a leak.",
    lines: [
      "split the rows into training and test",
      "fit the transformer on the training rows",
      "fit the model on the transformed training rows",
      "transform the test rows with what was learned",
      "compare the predictions with the test prices",
    ],
    explanation:
      "The test rows stand in for houses that you have not seen. So they may not move a λ, a mean or a maximum.",
  },
]);
