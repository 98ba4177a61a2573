import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "point-of-click",
  title: "Which point was clicked?",
  prompt: `
Write \`pointOfClick(transform, click)\`. \`transform\` holds the six numbers of CSS, \`[a, b, c, d, e, f]\`, which send the
point $(x, y)$ of an element to

$$
x' = a x + c y + e, \\qquad y' = b x + d y + f.
$$

Given the place \`[x', y']\` of a click, return the point \`[x, y]\` of the element, or \`null\` if the transform squeezes the
element flat, so that nobody can tell. Use the formula for the inverse, without tensors.`,
  hints: [
    "The transform first multiplies by a matrix, then shifts by $(e, f)$. To undo it, take the steps back in the reverse order: which one is first?",
    "CSS lists the columns $(a, b)$ and $(c, d)$, so the rows of the matrix are $(a, c)$ and $(b, d)$, and its determinant is $ad - cb$. If that is 0, return `null`.",
    "With $u = x' - e$ and $v = y' - f$ the answer is $x = (d u - c v) / \\det$ and $y = (a v - b u) / \\det$.",
  ],
  misconceptions: {
    "by-rows":
      "You read the first four numbers row by row. CSS lists the matrix column by column: its rows are a, c and b, d.",
    "shift-last":
      "You take the shift away at the end. The transform shifts last, so undoing it starts there: subtract e and f first, then apply the inverse.",
    forward:
      "You apply the transform to the click. The click is already on the screen: apply the inverse, to get back to the element.",
    "no-division":
      "The entries are in the right places, but the inverse also divides by the determinant.",
  },
});
