import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "nearest-rows",
  title: "Ask the nearest rows",
  prompt: `
Write \`fillNearest(rows, k)\`: the rows with every gap (\`null\`) filled by the mean of the $k$ nearest rows that **have a
value** in this column. Two rows are as far apart as the *mean* of the squared differences over the columns that both have.

Distances and means use the values that were given, never one that you have filled in. Every two rows have a column in
common, and no distances are equal.`,
  hints: [
    "Write `distance(a, b)` first: add up the squares and count the columns, only where both are not `null`; divide at the end.",
    "The candidates for a gap in column `j` are `rows.filter((row) => row[j] !== null)`. Sort them by their distance, and take `slice(0, k)`.",
    "Return new rows with `rows.map(…)`, so that `rows` itself keeps its gaps while you work.",
  ],
  misconceptions: {
    "gap-is-zero":
      "In your distances a gap counts as 0. A row that does not say its salary is then near those who earn nothing.",
    "sum-not-mean":
      "You add up the squares and do not divide by how many columns both rows have. So a row with more gaps looks nearer, just because there is less to differ in.",
    "asks-the-silent":
      "You take the $k$ nearest rows first and look for values in them afterwards. Some have none. Choose among the rows that have a value.",
    "uses-filled":
      "You use values that you have filled in yourself as if they had been given. Keep the rows as they came while you work.",
  },
});
