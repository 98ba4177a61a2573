import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "newton",
  title: "Newton's step in several dimensions",
  prompt: `
Write \`newton(gradient, hessian, x0, nSteps)\`. For a point $x$ of shape $(n,)$, \`gradient(x)\` has shape $(n,)$ and
\`hessian(x)\` shape $(n, n)$. Take \`nSteps\` full Newton steps from $x_0$, each at the place that the one before led
to, and return the last place.`,
  hints: [
    "In each step, ask for both at the current `x`: `gradient(x)` and `hessian(x)`.",
    "The step $p$ solves $H p = \\nabla f(x)$. The library's `solve(H, g)` finds it; no inverse is needed.",
    "Then `x = x.sub(p)`, and again.",
  ],
  misconceptions: {
    uphill:
      "Your step goes to the mirror side. The slope divided by the curvature is subtracted, not added.",
    "each-on-its-own":
      "You divide each slope by its own curvature, the diagonal of the Hessian. That is right only if the inputs do not work together; solve the whole system H p = g.",
    "times-not-divided":
      "You multiply by the Hessian. Where the ground curves strongly the step must be short: solve H p = g, which divides by it.",
    "old-curvature":
      "You use the curvature of the start in every step. It changes as you walk: ask for the Hessian at the place where you are.",
  },
});
