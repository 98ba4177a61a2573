import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "two-triangles",
  title: "Solve with two triangles",
  prompt: `
Write \`solveTriangles(L, U, b)\`: the $x$ with $L U x = b$. $L$ is lower triangular with ones on its diagonal, $U$ is upper
triangular without zeros on its diagonal; both are lists of rows. First solve $L c = b$ from the top, then $U x = c$ from
the bottom. Use no tensors here.`,
  hints: [
    "The first row of $L c = b$ says $c_0 = b_0$. The second says $L_{10} c_0 + c_1 = b_1$, in which only $c_1$ is new. Go on like this.",
    "$c_i = b_i - \\sum_{j < i} L_{ij} c_j$. For $U$ start at the last row: $x_i$ is what is left of $c_i$ after taking $U_{ij} x_j$ away for all $j > i$, divided by $U_{ii}$.",
    "The second loop is `for (let i = n - 1; i >= 0; i--)`, with an inner loop over `j` from `i + 1` to `n - 1`, and then `x[i] = rest / U[i][i]`.",
  ],
  misconceptions: {
    "skips-forward":
      "You solve U x = b and leave L out. The elimination changed the right-hand side, too: L c = b is what it did to b.",
    "upper-first":
      "You solve with U first, then with L. In L U x = b, L is the outer one: peel it off first.",
    "no-diagonal":
      "In the second triangle you do not divide by the diagonal. Only L has ones there; U has its pivots.",
  },
});
