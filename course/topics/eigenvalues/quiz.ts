import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "second-eigenvalue-by-trace",
    question:
      "$A = \\begin{pmatrix} 5 & 2 \\\\ 2 & 2 \\end{pmatrix}$ has the eigenvalue 6. What is the other one?",
    answer: 1,
    tolerance: 0.001,
    explanation:
      "The eigenvalues add up to the trace, $5 + 2 = 7$, so the other one is 1. The determinant agrees: $5 \\cdot 2 - 2 \\cdot 2 = 6 = 6 \\cdot 1$.",
  },
  {
    kind: "choice",
    id: "is-it-an-eigenvector",
    question:
      "Which of these is an eigenvector of $\\begin{pmatrix} 3 & 1 \\\\ 0 & 2 \\end{pmatrix}$?",
    answer: 1,
    choices: [
      {
        text: "$(0, 1)$",
        explanation: "It is sent to its column $(1, 2)$, which lies on another line.",
      },
      {
        text: "$(1, -1)$",
        explanation:
          "Right: it is sent to $(3 - 1,\\ -2) = (2, -2)$, twice itself. The eigenvalue is 2.",
      },
      {
        text: "$(1, 1)$",
        explanation:
          "It is sent to $(4, 2)$, which points elsewhere: the components are no longer equal.",
      },
      {
        text: "$(0, 0)$",
        explanation:
          "$A \\cdot 0 = \\lambda \\cdot 0$ holds for every $\\lambda$ and says nothing. The zero vector is excluded.",
      },
    ],
  },
  {
    kind: "output",
    id: "flips-every-step",
    question: "A process with the eigenvalues 1 and −1 starts at $(1, 0)$. What is printed?",
    code: `let x = [1, 0];
for (let step = 0; step < 101; step++) x = [x[1]!, x[0]!];
console.log(x.join(" "));`,
    answer: "0 1",
    explanation:
      "Each step swaps the components, and 101 is odd. The part of $(1, -1)$ has the eigenvalue −1: it changes sign for ever and never fades.",
  },
  {
    kind: "order",
    id: "order-of-power-iteration",
    question: "Bring the lines of one step of power iteration into an order that works.",
    lines: [
      "const image = A.matmul(x);",
      "const value = x.dot(image).item() / x.dot(x).item();",
      "x = image.div(norm(image));",
      "if (Math.abs(value - before) < 1e-12) break;",
    ],
    explanation:
      "Multiply, see how much the old $x$ was stretched, make the image the new $x$ of length 1, and stop when the value no longer changes. Were $x$ replaced first, the value would compare the wrong two vectors.",
  },
  {
    kind: "choice",
    id: "how-fast-it-settles",
    question:
      "The two largest eigenvalues of a process are 1 and 0.5; of another they are 1 and 0.99. How many steps does each need until a thousandth of the start is left?",
    answer: 2,
    choices: [
      {
        text: "Both the same, since the largest eigenvalue is 1 in both.",
        explanation:
          "The largest one says where the process settles. How fast depends on the second.",
      },
      {
        text: "About 2 and about 100.",
        explanation:
          "After two steps a quarter of the start is left in the first process. Solve $0.5^k = 0.001$.",
      },
      {
        text: "About 10 and about 690.",
        explanation:
          "Right: $0.5^{10} \\approx 0.001$ and $0.99^{690} \\approx 0.001$. The gap between the first two eigenvalues decides.",
      },
      {
        text: "About 500 and about 990.",
        explanation:
          "What is left is multiplied by the eigenvalue at each step; it does not shrink by equal amounts.",
      },
    ],
  },
  {
    kind: "choice",
    id: "why-the-random-jump",
    question: "Why does PageRank let some clicks open any page at all?",
    answer: 3,
    choices: [
      {
        text: "So that the columns of the matrix add up to 1.",
        explanation: "They do so without: each page spreads its readers over its links.",
      },
      {
        text: "So that pages with many links count for more.",
        explanation:
          "A jump ignores links altogether. The more jumps there are, the less the links matter.",
      },
      {
        text: "Because real readers type addresses, and the formula has to use that data.",
        explanation:
          "It is a plausible story, but no data about jumps is used: every page gets the same share of them.",
      },
      {
        text: "So that no group of pages can trap the readers, and the process settles in one state from every start.",
        explanation:
          "Right. With jumps all other eigenvalues have a size of at most 0.85, so there is exactly one state that stays, and everything else fades.",
      },
    ],
  },
]);
