import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "most-alike",
  title: "The rows most like this one",
  prompt: `
Write \`mostAlike(X, row, k)\`: the numbers of the $k$ rows of the table $X$, shape $(n, d)$, that are nearest to
\`row\`, shape $(d,)$, nearest first. Units must not matter: before you measure, standardize every column by **the
table's** mean and standard deviation, and the row by the same two.`,
  hints: [
    "`X.mean(0)` and `X.std(0)` give one number a column, and `X.sub(mean).div(std)` standardizes all rows at once. Do the same with `row`.",
    "The difference of a table and a row is taken row by row. The distance is the root of the sum of squares along axis 1.",
    "`argsort(distance)` lists the rows from the nearest to the farthest; keep `.slice([0, k])` of it and return `.toArray()`.",
  ],
  misconceptions: {
    "raw-units":
      "You measure in raw units, so the column with the largest numbers decides alone. Standardize the table and the row first.",
    "farthest-first":
      "These are the rows that are least alike. Sort by distance with the smallest first.",
    "row-by-itself":
      "The row was standardized by its own mean and standard deviation, across columns of different units. Use the table's numbers, one pair a column, for the row as well.",
  },
});
