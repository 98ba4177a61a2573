import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "length-by-hand",
    question: "What is the length of the vector $(2, -3, 6)$?",
    answer: 7,
    tolerance: 0.001,
    explanation: "$\\sqrt{4 + 9 + 36} = \\sqrt{49} = 7$. Signs vanish in the squares.",
  },
  {
    kind: "choice",
    id: "sign-of-the-dot-product",
    question: "Two vectors have the dot product −3. What do you know about them?",
    answer: 2,
    choices: [
      {
        text: "One of them is at most 3 long.",
        explanation:
          "$|u \\cdot v| \\le \\lVert u \\rVert \\lVert v \\rVert$ only says that the lengths multiply to 3 or more. Both may be long and nearly at a right angle.",
      },
      {
        text: "They point in exactly opposite directions.",
        explanation:
          "Only if the lengths multiply to exactly 3. Otherwise the angle is between 90° and 180°.",
      },
      {
        text: "The angle between them is more than 90°.",
        explanation:
          "Right: the sign of the dot product is that of the cosine, and the cosine is negative beyond a right angle.",
      },
      {
        text: "Their components have different signs.",
        explanation:
          "Some products of components must be negative, not all: $(1, 2)$ and $(1, -2)$ give $1 - 4 = -3$.",
      },
    ],
  },
  {
    kind: "output",
    id: "shadow-on-an-axis",
    question: "How far does $v$ reach along $u$?",
    code: `const u = [0, 5];
const v = [7, 2];
const dot = u[0]! * v[0]! + u[1]! * v[1]!;
console.log(dot / Math.hypot(u[0]!, u[1]!));`,
    answer: "2",
    explanation:
      "$u$ points straight up, so the shadow of $v$ on it is the second component of $v$, however long $u$ is: $10 / 5 = 2$.",
  },
  {
    kind: "choice",
    id: "why-standardize",
    question:
      "A table has the area of houses in ft² and the year in which they were built. What happens to the nearest rows if the area is written in square metres instead, and nothing is standardized?",
    answer: 1,
    choices: [
      {
        text: "Nothing: they are the same houses.",
        explanation:
          "The houses are the same, the distances are not. A difference of 100 ft² weighs 100 before and 9.3 after, next to the same years.",
      },
      {
        text: "The year gains weight, and other houses may become the nearest.",
        explanation:
          "Right. A distance adds up squares of numbers with units, so the unit decides how much a column counts. Standardizing removes the choice.",
      },
      {
        text: "All distances shrink by the same factor, so the order stays.",
        explanation: "That would be so if every column were rescaled alike. Only the area was.",
      },
      {
        text: "The distances can no longer be computed.",
        explanation: "They can, and that is the trap: the formula never complains about units.",
      },
    ],
  },
  {
    kind: "order",
    id: "order-of-nearest",
    question: "Bring the lines into an order that finds the row most like `row`.",
    lines: [
      "const [mean, std] = [X.mean(0), X.std(0)];",
      "const difference = X.sub(mean).div(std).sub(row.sub(mean).div(std));",
      "const distance = difference.square().sum(1).sqrt();",
      "const best = distance.argmin().item();",
    ],
    explanation:
      "First the numbers that standardize, from the table alone; then differences, distances, and the smallest of them.",
  },
  {
    kind: "choice",
    id: "cosine-of-raw-columns",
    question:
      "The cosine between the raw columns of area and price is 0.97, after taking the means away it is 0.74. Why is the first one so large?",
    answer: 0,
    choices: [
      {
        text: "Both columns hold only positive numbers, so both arrows point into the same corner.",
        explanation:
          "Right. The common distance from zero dominates the product. Subtract the means, and what is left is how the columns vary together: their correlation.",
      },
      {
        text: "Because area causes the price.",
        explanation:
          "No cosine knows about causes. Area and the year of sale have a large raw cosine as well.",
      },
      {
        text: "Because the units differ.",
        explanation:
          "A cosine does not depend on units: multiplying a vector by a positive number does not turn it.",
      },
      {
        text: "Because there are so many houses.",
        explanation:
          "Ten houses would give about the same. It is the offset from zero that counts, not how many there are.",
      },
    ],
  },
]);
