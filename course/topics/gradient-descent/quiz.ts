import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "two-steps-by-hand",
    question:
      "$f(w) = 3w^2$, so the slope is $6w$. You start at $w = 2$ with the learning rate 0.25. Where are you after two steps?",
    answer: 0.5,
    tolerance: 0.001,
    explanation:
      "Each step multiplies by $1 - 0.25 \\cdot 6 = -0.5$: from 2 to −1, and on to 0.5. The walk jumps across the minimum and still settles.",
  },
  {
    kind: "choice",
    id: "edge-of-a-bowl",
    question:
      "A loss has the curvatures 0.5, 4 and 10. Which learning rates make gradient descent settle?",
    answer: 1,
    choices: [
      {
        text: "All below 4, since $2 / 0.5 = 4$.",
        explanation:
          "That is the edge of the flattest direction. At 1, for example, the steepest one is multiplied by $1 - 10 = -9$ in every step.",
      },
      {
        text: "All below 0.2, since $2 / 10 = 0.2$.",
        explanation: "Right: the steepest direction is the first to diverge.",
      },
      {
        text: "All below 0.1, since $1 / 10 = 0.1$.",
        explanation:
          "They settle, but so do those between 0.1 and 0.2: they jump across the minimum and come back nearer.",
      },
      {
        text: "Only exactly 0.2.",
        explanation: "At the edge itself the factor is −1: the walk swings for ever.",
      },
    ],
  },
  {
    kind: "output",
    id: "swing",
    question: "What does this walk print?",
    code: `let w = 3;
for (let step = 0; step < 7; step++) w = w - 0.5 * 4 * w;
console.log(w);`,
    answer: "-3",
    explanation:
      "The factor is $1 - 0.5 \\cdot 4 = -1$: the walk swings between 3 and −3. After an odd number of steps it is at −3.",
  },
  {
    kind: "choice",
    id: "rescaled-column",
    question:
      "In a linear regression you write one column in centimetres instead of metres, so its numbers become 100 times as large. What does that do to the largest curvature of the mean squared error?",
    answer: 2,
    choices: [
      {
        text: "Nothing: the houses are the same.",
        explanation:
          "The houses are, the weight is not: it becomes 100 times smaller, and the loss far more sensitive to it.",
      },
      {
        text: "It grows up to 100-fold.",
        explanation:
          "The column stands twice in $\\frac2n X^{\\mathsf T}X$, so its factor counts twice.",
      },
      {
        text: "It grows up to 10,000-fold, so the learning rate must shrink by as much.",
        explanation:
          "Right: the curvature in the direction of this weight is $\\frac2n \\sum x_i^2$. This is why columns are standardized first.",
      },
      {
        text: "It shrinks, since the weight gets smaller.",
        explanation:
          "The weight does, but a small change of it now moves every prediction 100 times as far.",
      },
    ],
  },
  {
    kind: "choice",
    id: "what-momentum-does",
    question: "Why does momentum help in a narrow valley?",
    answer: 0,
    choices: [
      {
        text: "Pushes across the valley change their sign and cancel, pushes along it add up.",
        explanation:
          "Right. The speed along the floor grows to up to $1/(1 - \\beta)$ times a single push: tenfold for 0.9.",
      },
      {
        text: "It makes the valley rounder.",
        explanation:
          "The loss stays as it is, and so do its curvatures. Standardizing makes it rounder.",
      },
      {
        text: "It is a larger learning rate under another name.",
        explanation:
          "A larger rate would diverge across the valley. Momentum is fast only where the pushes agree.",
      },
      {
        text: "It finds the global minimum.",
        explanation: "It may roll through a small dip, but it promises nothing of the kind.",
      },
    ],
  },
  {
    kind: "order",
    id: "order-of-a-step",
    question: "Bring the lines of a step with momentum into an order that works.",
    lines: [
      "const error = X.matmul(w).sub(y);",
      "const gradient = X.transpose().matmul(error).mul(2 / n);",
      "v = v.mul(0.9).sub(gradient.mul(learningRate));",
      "w = w.add(v);",
    ],
    explanation: "Errors first, the gradient from them, then the new speed, and last the move.",
  },
]);
