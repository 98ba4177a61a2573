import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "numbers-to-store",
    question:
      "A grey picture has 1,000 rows and 600 columns. How many numbers do 20 layers take (a column, a row and a singular value each)?",
    answer: 32020,
    tolerance: 1,
    explanation:
      "$20 \\cdot (1000 + 600 + 1) = 32\\,020$, about a twentieth of the 600,000 pixels.",
  },
  {
    kind: "numeric",
    id: "error-from-values",
    question:
      "A matrix has the singular values 12, 4, 3 and 0. How far is the best matrix of rank 1 from it, in the norm $\\lVert A - A_1 \\rVert$ (the root of the sum of squares of all entries)?",
    answer: 5,
    tolerance: 0.001,
    explanation:
      "What is left out is made of the values after the first: $\\sqrt{4^2 + 3^2 + 0^2} = 5$.",
  },
  {
    kind: "choice",
    id: "rank-one-picture",
    question: "Which of these pictures has rank 1?",
    answer: 2,
    choices: [
      {
        text: "A white diagonal line on black.",
        explanation:
          "Its rows are all different unit vectors. It has full rank, with all singular values equal.",
      },
      {
        text: "A white circle on black.",
        explanation:
          "Rows near the middle have a wider white stretch than rows near the edge, so they are no multiples of one another.",
      },
      {
        text: "Upright stripes that fade from bright at the top to dark at the bottom.",
        explanation:
          "Right: every row is the same pattern of stripes times a brightness. One column of brightnesses times one row of stripes is the whole picture.",
      },
      {
        text: "A chessboard of black (0) and white (1).",
        explanation:
          "Nearly: it has two kinds of rows, one the opposite of the other, so its rank is 2.",
      },
    ],
  },
  {
    kind: "output",
    id: "svd-of-a-diagonal",
    question: "What is printed?",
    code: `import { svdvals, tensor } from "@gradus/tensor";

console.log(svdvals(tensor([[0, -3], [2, 0]])).round().toArray().join(" "));`,
    answer: "3 2",
    explanation:
      "The matrix stretches $(0, 1)$ to length 3 and $(1, 0)$ to length 2. Singular values are lengths: never negative, the largest first. The eigenvalues of this matrix are not even real.",
  },
  {
    kind: "order",
    id: "order-of-compression",
    question:
      "Bring the lines into an order that compresses a matrix to an error that can be borne.",
    lines: [
      "const { U, S, Vh } = svd(A);",
      "const k = enoughLayers(S, 0.05);",
      "const columns = U.slice(null, [0, k]).mul(S.slice([0, k]));",
      "const approximation = columns.matmul(Vh.slice([0, k]));",
    ],
    explanation:
      "Decompose once; the values alone say how many layers are needed; then keep so many columns and rows, and multiply.",
  },
  {
    kind: "choice",
    id: "why-not-the-square",
    question:
      "The singular values of $A$ are the roots of the eigenvalues of $A^{\\mathsf T}A$. Why does the library not compute them that way?",
    answer: 0,
    choices: [
      {
        text: "Squaring pushes small values below the rounding of large ones: what is 10⁻⁹ of the largest becomes 10⁻¹⁸ and is lost.",
        explanation:
          "Right. Float64 carries 16 digits, so all values below about 10⁻⁸ of the largest drown.",
      },
      {
        text: "Because $A^{\\mathsf T}A$ may have negative eigenvalues.",
        explanation:
          "Not in exact arithmetic: $x \\cdot A^{\\mathsf T}A x = \\lVert Ax \\rVert^2 \\ge 0$. That they come out negative now and then is a symptom of the rounding.",
      },
      {
        text: "Because it only works for square matrices.",
        explanation: "$A^{\\mathsf T}A$ is square for every $A$.",
      },
      {
        text: "Because eigenvalues have no order.",
        explanation: "They could be sorted. That costs nothing.",
      },
    ],
  },
]);
