import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "determinant-by-hand",
    question:
      "A transform has the columns $(2, 1)$ and $(-3, 1)$. By which factor does it change areas?",
    answer: 5,
    tolerance: 0.001,
    explanation:
      "The rows are $(2, -3)$ and $(1, 1)$, so the determinant is $2 \\cdot 1 - (-3) \\cdot 1 = 5$.",
  },
  {
    kind: "choice",
    id: "what-a-column-is",
    question:
      "A matrix sends $(1, 0)$ to $(0, 2)$ and $(0, 1)$ to $(-2, 0)$. Where does it send $(1, 1)$?",
    answer: 1,
    choices: [
      {
        text: "$(2, -2)$",
        explanation:
          "This adds the components crosswise. The two results are added component by component: $(0, 2) + (-2, 0)$.",
      },
      {
        text: "$(-2, 2)$",
        explanation:
          "Right: $(1, 1)$ is one of each arrow, so it lands at the sum of both columns. The map is a quarter turn that doubles lengths.",
      },
      {
        text: "$(0, 0)$",
        explanation: "This multiplies the columns entry by entry. They are added.",
      },
      {
        text: "It cannot be known from this.",
        explanation:
          "It can: every point is made of the two unit arrows, so where these two land decides everything.",
      },
    ],
  },
  {
    kind: "choice",
    id: "which-shapes-fit",
    question:
      "A batch of 32 images is a matrix of shape (32, 784), and a layer has weights of shape (784, 10). What is the shape of `images.matmul(weights)`?",
    answer: 2,
    choices: [
      {
        text: "(784, 784)",
        explanation:
          "The inner size 784 is summed over and disappears. What remains are the outer sizes.",
      },
      {
        text: "(10, 32)",
        explanation: "These are the right sizes, transposed: rows come from the left matrix.",
      },
      {
        text: "(32, 10)",
        explanation:
          "Right: each of the 32 rows has its dot product with each of the 10 columns taken.",
      },
      {
        text: "None: the shapes do not fit.",
        explanation: "They do: the left one has 784 columns and the right one 784 rows.",
      },
    ],
  },
  {
    kind: "choice",
    id: "order-in-css",
    question:
      "`transform: rotate(90deg) scale(2, 1)` is the matrix product of the two, in this order. What happens to the element?",
    answer: 0,
    choices: [
      {
        text: "It is made twice as wide, and then turned.",
        explanation:
          "Right: in a product the right factor is next to the point and comes first. The doubled width then stands upright.",
      },
      {
        text: "It is turned, and then made twice as wide.",
        explanation: "That is `scale(2, 1) rotate(90deg)`. The factor on the right acts first.",
      },
      {
        text: "Both orders give the same.",
        explanation:
          "They would for `scale(2, 2)`, which treats all directions alike. Stretching one direction and turning do not commute.",
      },
      {
        text: "Nothing: the two undo each other.",
        explanation:
          "An area twice as large cannot come from undoing. The inverse of this transform is `scale(0.5, 1) rotate(-90deg)`.",
      },
    ],
  },
  {
    kind: "output",
    id: "product-entry",
    question: "What does this print?",
    code: `const A = [[1, 2], [3, 4]];
const B = [[0, 1], [5, -1]];
let entry = 0;
for (let k = 0; k < 2; k++) entry += A[1]![k]! * B[k]![0]!;
console.log(entry);`,
    answer: "20",
    explanation:
      "The second row of $A$ with the first column of $B$: $3 \\cdot 0 + 4 \\cdot 5 = 20$.",
  },
  {
    kind: "choice",
    id: "small-determinant",
    question: "A matrix of shape (10, 10) has the determinant $10^{-20}$. What do you conclude?",
    answer: 3,
    choices: [
      {
        text: "It has no inverse, up to rounding.",
        explanation:
          "$0.01 \\cdot I$ has this determinant, and its inverse is $100 \\cdot I$, exact to the last digit.",
      },
      {
        text: "Its rank is below 10.",
        explanation:
          "The determinant is zero exactly if the rank is below 10, but _small_ says nothing: it depends on the scale.",
      },
      {
        text: "Solving with it loses 20 digits.",
        explanation:
          "What is lost is told by the condition number. For $0.01 \\cdot I$ that is 1, and nothing is lost.",
      },
      {
        text: "Little: look at the condition number.",
        explanation:
          "Right. Multiplying the matrix by 100 multiplies the determinant by $100^{10}$ and changes neither the rank nor the condition.",
      },
    ],
  },
  {
    kind: "order",
    id: "order-of-undoing",
    question: "Bring the lines into an order that finds which point of an element was clicked.",
    lines: [
      "const A = tensor([[a, c], [b, d]]);",
      "const shifted = click.sub(tensor([e, f]));",
      "const point = solve(A, shifted);",
      "console.log(point.toArray());",
    ],
    explanation:
      "The transform multiplies first and shifts last, so undoing it takes the shift away first and solves with the matrix then.",
  },
]);
