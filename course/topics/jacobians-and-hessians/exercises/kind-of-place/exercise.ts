import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "kind-of-place",
  title: "Minimum, maximum or saddle?",
  prompt: `
At some place the gradient is zero, and $H$ is the Hessian there, a symmetric matrix of shape $(n, n)$. Write
\`kindOf(H)\`. It returns \`"minimum"\` if the function curves upwards in every direction, \`"maximum"\` if it curves
downwards in every direction, \`"saddle"\` if it does both, and \`"unclear"\` if there is no direction for which that would
decide it: it never curves both ways, but in some direction not at all. Curvatures within 1e-9 of zero count as zero.`,
  hints: [
    "The curvatures that count are the eigenvalues of $H$: `eigvalsh(H).toArray<number[]>()` lists them, the smallest first.",
    "All above 1e-9: a minimum. All below −1e-9: a maximum.",
    "Then look for one above 1e-9 **and** one below −1e-9: a saddle, whatever the others are. What is left is unclear.",
  ],
  misconceptions: {
    "diagonal-only":
      "You look at the diagonal, the curvatures along the axes. A function may curve upwards along every axis and downwards between them: take the eigenvalues.",
    "by-determinant":
      "The determinant is the product of the curvatures: two negative ones give a plus again. In more than two dimensions its sign does not decide; look at every eigenvalue.",
    "flat-is-minimum":
      "A curvature of zero does not make a minimum: x³ has one at 0, and falls on one side. Such a place is unclear.",
  },
});
