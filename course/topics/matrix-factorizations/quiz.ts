import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "multiplier-by-hand",
    question:
      "$A = \\begin{pmatrix} 2 & 5 \\\\ 6 & 1 \\end{pmatrix}$ is factored as $LU$ without exchanging rows. What is the last entry of $U$?",
    answer: -14,
    tolerance: 0.001,
    explanation: "The multiplier is $6 / 2 = 3$, and $1 - 3 \\cdot 5 = -14$.",
  },
  {
    kind: "choice",
    id: "new-right-hand-side",
    question:
      "You have solved 900 equations. Now only the right-hand side changes. With $L$ and $U$ kept, how much work is the second solution, next to a new factorization?",
    answer: 1,
    choices: [
      {
        text: "About half as much.",
        explanation:
          "That is Cholesky next to LU. Two triangles take $2n^2$ operations next to $\\frac23 n^3$.",
      },
      {
        text: "About one three-hundredth.",
        explanation: "Right: the ratio of $\\frac23 n^3$ to $2n^2$ is $n / 3 = 300$.",
      },
      {
        text: "The same: all equations have changed.",
        explanation: "Only their right-hand sides have. $L$ and $U$ depend on the matrix alone.",
      },
      {
        text: "About one nine-hundredth.",
        explanation:
          "$n^3$ is 900 times $n^2$, but the factors in front count as well: $\\frac23 n^3$ next to $2n^2$.",
      },
    ],
  },
  {
    kind: "output",
    id: "back-substitution",
    question: "What is $x_1$, the first unknown?",
    code: `const U = [[2, 1], [0, 4]];
const c = [7, 12];
const x2 = c[1]! / U[1]![1]!;
const x1 = (c[0]! - U[0]![1]! * x2) / U[0]![0]!;
console.log(x1);`,
    answer: "2",
    explanation: "From the bottom: $x_2 = 12 / 4 = 3$, then $x_1 = (7 - 3) / 2 = 2$.",
  },
  {
    kind: "choice",
    id: "why-exchange-rows",
    question: "Why does elimination exchange rows even if the pivot is not zero?",
    answer: 2,
    choices: [
      {
        text: "To make the matrix symmetric.",
        explanation: "Exchanging rows makes no matrix symmetric. It chooses the pivot.",
      },
      {
        text: "To save operations.",
        explanation: "It costs some: the largest entry of each column has to be found.",
      },
      {
        text: "Because a small pivot gives a huge multiplier, which rounds away what the other rows say.",
        explanation: "Right. With the largest entry as the pivot no multiplier exceeds 1 in size.",
      },
      {
        text: "Because the solution would be another one in exact arithmetic.",
        explanation:
          "In exact arithmetic the order of equations does not matter. It is rounding that makes the difference.",
      },
    ],
  },
  {
    kind: "choice",
    id: "cholesky-refuses",
    question:
      "`cholesky(C)` throws an error for a matrix that should be the covariance of three columns, one of which is the sum of the other two. Why?",
    answer: 0,
    choices: [
      {
        text: "A combination of the columns has variance zero, so $C$ is not positive definite.",
        explanation:
          "Right. For $x = (1, 1, -1)$ the variance $x^{\\mathsf T} C x$ is 0, and the last root is that of zero, or by rounding of a tiny number of either sign.",
      },
      {
        text: "The columns have different units.",
        explanation:
          "Units scale rows and columns of $C$. That changes neither signs nor whether energies are positive.",
      },
      {
        text: "A covariance matrix is not symmetric.",
        explanation: "It is: the covariance of $a$ and $b$ is that of $b$ and $a$.",
      },
      {
        text: "There are too few rows in the table.",
        explanation:
          "With fewer rows than columns this would happen, too, but here the dependence of the columns is enough.",
      },
    ],
  },
  {
    kind: "order",
    id: "least-squares-by-qr",
    question: "Bring the lines into an order that fits a line by QR.",
    lines: [
      "const A = stack([ones(n), x], 1);",
      "const { Q, R } = qr(A);",
      "const right = Q.transpose().matmul(y);",
      "const coef = triangularSolve(R, right, { lower: false });",
    ],
    explanation:
      "The table first, then its factors; $Q^{\\mathsf T}$ moves to the other side, and the triangle $R$ is solved from the bottom.",
  },
  {
    kind: "choice",
    id: "which-factorization",
    question:
      "A regression has 10,000 rows and 30 columns, some of them nearly parallel. Which way to the coefficients keeps the most digits?",
    answer: 3,
    choices: [
      {
        text: "`inverse(AᵀA)` times `Aᵀy`.",
        explanation:
          "This squares the condition number, and the inverse adds work and rounding on top.",
      },
      {
        text: "Cholesky of `AᵀA`.",
        explanation:
          "The quickest of these, but forming `AᵀA` squares the condition number, and nearly parallel columns make it large.",
      },
      {
        text: "LU of `A`.",
        explanation:
          "There are more equations than unknowns, so they have no exact solution. LU does not look for the best compromise.",
      },
      {
        text: "QR of `A`.",
        explanation:
          "Right: $Rw = Q^{\\mathsf T}y$ has the condition number of $A$ itself, not its square.",
      },
    ],
  },
]);
