import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "sales-grid",
  title: "A row a town, a column an item",
  prompt: `
Write \`salesGrid(sales)\`: a table with one row a town and one column an item, and in each cell how many were sold there in all.
Where nothing was sold stands 0. Rows are sorted by town. Towns were typed by hand: \`AMES \` is \`ames\`, and that is how it
should stand; rows without a town are left out.`,
  hints: [
    "Tidy the town first, or one town becomes several rows.",
    "`pivotTable` puts rows that belong to the same cell together; `pivot` refuses them.",
    '`pivotTable({ index: "town", columns: "item", values: "sold", aggregate: "sum", fillValue: 0 })`.',
  ],
  misconceptions: {
    "mean-not-sum":
      "Your cells hold the mean of several rows, which is what `pivotTable` does unless told otherwise. Ask for the sum.",
    holes: "Some cells are missing. Nothing was sold there, and that is 0: `fillValue`.",
    "towns-as-typed":
      "A town stands in several rows, one for each spelling. Cut blanks and capitals first.",
  },
});
