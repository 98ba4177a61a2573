import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "unit-of-a-derivative",
    question:
      "A server's memory use $m(t)$ is in megabytes, $t$ in hours. Its derivative at noon is 12. What does that say?",
    answer: 1,
    choices: [
      {
        text: "At noon the server uses 12 megabytes.",
        explanation: "That would be $m$ itself. The derivative says how fast it changes.",
      },
      {
        text: "Around noon it grows at a rate of 12 megabytes per hour.",
        explanation:
          "Right: unit of the result over unit of the input. It holds at noon, and need not last the hour.",
      },
      {
        text: "Between noon and one o'clock it grows by exactly 12 megabytes.",
        explanation:
          "Only if the rate stays the same for the hour. The tangent is a prediction, and an hour may be a large step.",
      },
      {
        text: "It has grown by 12 % since midnight.",
        explanation:
          "A derivative is a rate at a moment, not a share, and knows nothing of midnight.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "derivative-by-hand",
    question: "What is the derivative of $f(x) = x^3 - 4x$ at $x = 2$?",
    answer: 8,
    tolerance: 0.001,
    explanation:
      "$f'(x) = 3x^2 - 4$, and $3 \\cdot 4 - 4 = 8$. The value $f(2)$ is 0, which is something else.",
  },
  {
    kind: "output",
    id: "dual-product",
    question: "A product of two dual numbers. Which slope does it print?",
    code: `const u = { value: 3, slope: 1 };
const v = { value: 5, slope: 2 };
console.log(u.slope * v.value + u.value * v.slope);`,
    answer: "11",
    explanation: "The product rule: $1 \\cdot 5 + 3 \\cdot 2 = 11$.",
  },
  {
    kind: "numeric",
    id: "one-step-ahead",
    question:
      "You know $f(10) = 50$ and $f'(10) = -3$. What does the tangent predict for $f(10.5)$?",
    answer: 48.5,
    tolerance: 0.001,
    explanation: "$50 + (-3) \\cdot 0.5 = 48.5$.",
  },
  {
    kind: "choice",
    id: "zero-slope",
    question: "The derivative of a loss is 0 at the weight where you stand. What do you know?",
    answer: 2,
    choices: [
      {
        text: "The loss is 0 there.",
        explanation:
          "The slope is 0, not the height. The lowest point of a loss may well be above 0.",
      },
      {
        text: "It is the smallest loss that any weight gives.",
        explanation:
          "It may be. It may as well be a top, a flat stretch, or the bottom of a smaller valley.",
      },
      {
        text: "A very small step to either side hardly changes the loss.",
        explanation:
          "Right, and that is all that the slope at one point says: the tangent is level.",
      },
      {
        text: "The loss has a corner there.",
        explanation: "At a corner there is no derivative. Here there is one, and it is 0.",
      },
    ],
  },
  {
    kind: "choice",
    id: "step-too-small",
    question:
      "You check `grad(f)` by a central difference with $h = 10^{-13}$, and the two agree in three digits only. $f$ has no corner. What now?",
    answer: 0,
    choices: [
      {
        text: "Take a larger step, about $10^{-5}$.",
        explanation:
          "Right. With $10^{-13}$ the two values agree in all but a few of their 16 digits, and dividing by $2h$ magnifies their rounding.",
      },
      {
        text: "Take a smaller step: the definition says that h goes to 0.",
        explanation:
          "In exact arithmetic, yes. On a computer the rounding error grows as the step shrinks.",
      },
      {
        text: "Look for a mistake in the library.",
        explanation:
          "Three digits are about what so small a step can give. Suspect the step first.",
      },
      {
        text: "Use a one-sided difference instead.",
        explanation:
          "It rounds just the same and is less exact besides: its own error shrinks with $h$ only, not with $h^2$.",
      },
    ],
  },
]);
