import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "spread-of-a-sum",
  title: "How much does the whole vary?",
  prompt: `
A page load is a sum of parts: DNS, server, download, rendering. Write \`stdOfSum(std, correlation)\`: the standard
deviation of the sum of $d$ numbers with standard deviations \`std\` and the $d \\times d$ matrix of their correlations,
\`correlation[i][j]\` $= \\rho_{ij}$, with ones on the diagonal.`,
  hints: [
    "A covariance is a correlation times both standard deviations: $\\rho_{ij}\\,\\sigma_i\\,\\sigma_j$. For $i = j$ that is the variance.",
    "The variance of the sum is the sum of all $d^2$ covariances, so that every pair of different parts counts twice.",
    "Two loops over `i` and `j` that add `correlation[i][j] * std[i] * std[j]`; then one root at the end.",
  ],
  misconceptions: {
    "stds-added":
      "You add standard deviations. That is right only where all correlations are 1; otherwise one part is often fast while another is slow. Variances and covariances are what adds up.",
    "correlations-left-out":
      "You add the variances alone, as if nothing were correlated. Each pair of parts contributes its covariance, twice.",
    "pairs-once":
      "Each pair of parts counts once in your sum. The square of a sum holds the product of two different parts twice: as (i, j) and as (j, i).",
    "variance-returned": "This is the variance of the sum. Take its root at the end.",
  },
});
