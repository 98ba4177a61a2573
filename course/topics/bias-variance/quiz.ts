import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "three-parts-by-hand",
    question:
      "Two models say 4 and 8. The measurements of the same thing are 9 and 11. What is the mean squared error over all four pairs?",
    answer: 21,
    tolerance: 0.001,
    explanation:
      "Bias² is $(6 - 10)^2 = 16$, the variance 4, the noise 1. Or directly: $(25 + 49 + 1 + 9) / 4 = 21$.",
  },
  {
    kind: "choice",
    id: "both-high",
    question:
      "Your model misses its own training rows by 30 °C² and rows left out by 31 °C². The noise is about 12. What is the best use of your week?",
    answer: 1,
    choices: [
      {
        text: "Collect ten times as many rows.",
        explanation:
          "More rows close the gap between the two errors. Here it is 1 °C² wide already.",
      },
      {
        text: "A bendier model, or features that it lacks.",
        explanation:
          "Right. Both errors are high and close together, so the model cannot even follow its own rows: bias.",
      },
      {
        text: "A stronger penalty.",
        explanation: "That makes it stiffer still. A penalty is for a wide gap.",
      },
      {
        text: "The mean of ten such models.",
        explanation: "The mean of models has the bias that each of them has.",
      },
    ],
  },
  {
    kind: "choice",
    id: "more-rows",
    question: "You take four times as many rows and leave the model as it is. What happens?",
    answer: 2,
    choices: [
      {
        text: "All three parts shrink.",
        explanation: "The noise is in what you predict, not in what you learn from. It stays.",
      },
      {
        text: "The bias shrinks, since the model sees more.",
        explanation:
          "A straight line through a bent world stays wrong in the same places, however many rows it has.",
      },
      {
        text: "The variance shrinks; bias and noise stay about the same.",
        explanation:
          "Right. Then a bendier model may pay: it turns the saved variance into less bias.",
      },
      {
        text: "Nothing, if the first sample was random.",
        explanation: "Both are random, but larger samples are more alike, and so are their models.",
      },
    ],
  },
  {
    kind: "output",
    id: "mean-of-models",
    question: "What is printed?",
    code: `const mean = (v: number[]) => v.reduce((s, x) => s + x, 0) / v.length;
const models = [3, 5, 10];
const truth = 4;
const bias2 = (mean(models) - truth) ** 2;
const each = mean(models.map((m) => (m - truth) ** 2));
console.log([bias2, each - bias2].map((x) => Math.round(x * 100) / 100));`,
    answer: "[4, 8.67]",
    explanation:
      "Bias² is (6 − 4)² = 4. The mean squared distance of *each* model from the truth is 12.67, and what it has beyond bias² is the variance: (9 + 1 + 16) / 3 = 8.67.",
  },
  {
    kind: "choice",
    id: "one-neighbour",
    question:
      "With very many rows, why is the error of the single nearest neighbour about twice the noise?",
    answer: 0,
    choices: [
      {
        text: "The neighbour has noise of its own, and so has the value that you predict.",
        explanation:
          "Right. Nothing is averaged away: the variance is one noise, what you predict has the other, and the bias is next to nothing.",
      },
      {
        text: "Its bias is as large as the noise.",
        explanation: "The nearest of many rows is very near, so its bias is close to 0.",
      },
      {
        text: "Because it is measured on the training rows.",
        explanation: "There its error is 0: each row is its own nearest neighbour.",
      },
      {
        text: "Squared errors count large misses double.",
        explanation: "They count them by their squares. That does not make a factor of two.",
      },
    ],
  },
  {
    kind: "choice",
    id: "when-it-fails",
    question:
      "For which of these does bias² + variance + noise *not* equal the mean of the errors?",
    answer: 3,
    choices: [
      {
        text: "A network with more weights than rows.",
        explanation: "The identity asks nothing of the model. Only the U-shape may be gone.",
      },
      {
        text: "Models whose answers are far from bell-shaped.",
        explanation: "No shape was assumed, only means.",
      },
      {
        text: "A sample of three models and two measurements.",
        explanation: "It holds for any number, if every model meets every measurement.",
      },
      {
        text: "Absolute errors in place of squared ones.",
        explanation:
          "Right. The cross terms vanish because a square has them. An absolute value does not come apart like this.",
      },
    ],
  },
]);
