import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "shape-of-a-jacobian",
    question:
      "A layer of a network takes 784 numbers to 10. What is the shape of its Jacobian, rows first?",
    answer: 0,
    choices: [
      {
        text: "(10, 784)",
        explanation: "Right: a row for each output, a column for each input.",
      },
      {
        text: "(784, 10)",
        explanation: "That is the transpose. A row tells how one output depends on all inputs.",
      },
      {
        text: "(784, 784)",
        explanation: "This would be the shape of a Hessian of a function of 784 inputs.",
      },
      {
        text: "(10)",
        explanation: "Ten numbers are the output. Each has 784 derivatives.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "determinant-by-hand",
    question: "$f(x, y) = (x^2 - y,\\; 3xy)$. What is the determinant of the Jacobian at $(1, 2)$?",
    answer: 12,
    tolerance: 0.001,
    explanation:
      "The rows are $(2x, -1) = (2, -1)$ and $(3y, 3x) = (6, 3)$, so the determinant is $2 \\cdot 3 - (-1) \\cdot 6 = 12$.",
  },
  {
    kind: "choice",
    id: "what-a-column-is",
    question: "What does the second column of the arm's Jacobian tell you?",
    answer: 2,
    choices: [
      {
        text: "How the vertical place depends on both joints.",
        explanation: "That is the second row: one output, all inputs.",
      },
      {
        text: "How far the elbow must turn to move the hand by one.",
        explanation:
          "That would be a matter of the inverse. The Jacobian goes from turns to moves.",
      },
      {
        text: "Where, and how fast, the hand moves when only the elbow turns.",
        explanation: "Right: one input, all outputs.",
      },
      {
        text: "Where the hand is.",
        explanation: "It tells changes. The place itself has dropped out.",
      },
    ],
  },
  {
    kind: "output",
    id: "mixed-hessian",
    question: "Which curvatures does $f(x, y) = 3xy$ have?",
    code: `const H = [[0, 3], [3, 0]];
const middle = (H[0]![0]! + H[1]![1]!) / 2;
const radius = Math.hypot((H[0]![0]! - H[1]![1]!) / 2, H[0]![1]!);
console.log(middle - radius, middle + radius);`,
    answer: "-3 3",
    explanation:
      "Along both axes the curvature is 0, and yet it is a saddle: it curves by 3 along $(1, 1)$ and by −3 along $(1, -1)$.",
  },
  {
    kind: "choice",
    id: "zero-gradient",
    question:
      "A training run has stopped at a place with gradient zero. The curvatures there are 5, 0.1 and −0.02. What does that mean?",
    answer: 1,
    choices: [
      {
        text: "It is a minimum: the negative one is tiny.",
        explanation: "Tiny or not, along that direction the loss falls on both sides.",
      },
      {
        text: "It is a saddle: along one direction the loss still falls.",
        explanation:
          "Right. A small push along the eigenvector of −0.02 lets it roll on, slowly at first.",
      },
      {
        text: "It is a maximum, since a curvature is negative.",
        explanation: "At a maximum all of them are.",
      },
      {
        text: "It cannot be: at gradient zero all curvatures are zero.",
        explanation: "The gradient holds slopes, the curvatures are slopes of slopes.",
      },
    ],
  },
  {
    kind: "order",
    id: "newton-order",
    question: "Bring the lines of one Newton step towards a target into order.",
    lines: [
      "const missing = target.sub(hand(pose));",
      "const turn = solve(jacobian(hand)(pose), missing);",
      "pose = pose.add(turn);",
      "const left = target.sub(hand(pose)).norm().item();",
    ],
    explanation:
      "What is missing, the turn that would make up for it, the move, and then how far it still is.",
  },
]);
