import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "chain-by-hand",
    question: "$f(x) = (3x + 1)^2$. What is $f'(1)$?",
    answer: 24,
    tolerance: 0.001,
    explanation:
      "The outer slope at $3 \\cdot 1 + 1 = 4$ is $2 \\cdot 4 = 8$, the inner one is 3, and $8 \\cdot 3 = 24$. Taking the outer slope at 1 instead would give 6.",
  },
  {
    kind: "choice",
    id: "used-twice",
    question:
      "A variable is used in two places of a formula. Along one path the slope to the result is 5, along the other −2. What is its gradient?",
    answer: 0,
    choices: [
      {
        text: "3",
        explanation: "Right: a small change takes effect along both paths, and the effects add up.",
      },
      {
        text: "−10",
        explanation:
          "Slopes multiply _along_ one path. These are the results of two paths, and they add.",
      },
      {
        text: "5",
        explanation: "The larger path does not win. The other one takes effect as well.",
      },
      {
        text: "−2",
        explanation:
          "That is what a program finds that overwrites a gradient instead of adding to it.",
      },
    ],
  },
  {
    kind: "output",
    id: "product-hands-on",
    question: "What does the product hand to its first factor?",
    code: `const [a, b] = [4, 3];
const gradient = 2; // what has arrived at a · b
console.log(gradient * b);`,
    answer: "6",
    explanation:
      "The slope of $a \\cdot b$ with respect to $a$ is $b = 3$, so $a$ gets $2 \\cdot 3 = 6$. Its own value, 4, does not matter.",
  },
  {
    kind: "order",
    id: "order-of-backward",
    question: "Bring the lines of the walk back for $L = (w x - y)^2$ into an order that works.",
    lines: [
      "const error = w * x - y;",
      "const toLoss = 1;",
      "const toError = toLoss * 2 * error;",
      "const toProduct = toError * 1;",
      "const toW = toProduct * x;",
    ],
    explanation:
      "Forward first, since slopes need values. Then back from the loss, each gradient from the one behind it.",
  },
  {
    kind: "choice",
    id: "why-reverse",
    question: "A network has a million weights and one loss. Why go backward through it?",
    answer: 2,
    choices: [
      {
        text: "Because slopes can only be multiplied from the end.",
        explanation: "They can be multiplied from either end, with the same result.",
      },
      {
        text: "Because it needs less memory.",
        explanation:
          "It needs more: all values of the way forward are kept. Going forward needs none of them later.",
      },
      {
        text: "Because one walk back gives the slopes of the loss for all weights.",
        explanation:
          "Right. A walk forward gives the slopes of everything for one weight, so it would take a million of them.",
      },
      {
        text: "Because it is more exact.",
        explanation: "Both are exact up to rounding. They differ in cost.",
      },
    ],
  },
  {
    kind: "choice",
    id: "twice-as-large",
    question:
      "From the second training step on, all gradients of a loop are too large; each step makes it worse. The first step is right. What is the likely cause?",
    answer: 1,
    choices: [
      {
        text: "Vanishing gradients.",
        explanation: "Those are too small, and from the first step on.",
      },
      {
        text: "Gradients are not set to zero between steps.",
        explanation:
          "Right: each walk back adds to what the last ones left. Clear them before every walk.",
      },
      {
        text: "The loss is not differentiable.",
        explanation:
          "A corner may give a strange slope at one place, not a sum that grows with every step.",
      },
      {
        text: "The learning rate is too small.",
        explanation: "It scales the steps and leaves gradients alone.",
      },
    ],
  },
]);
