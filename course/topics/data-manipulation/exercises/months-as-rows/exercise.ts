import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "months-as-rows",
  title: "Six columns that are one",
  prompt: `
A colleague keeps sales in a sheet with a column for each month. Write \`longSales(sheet)\`: one row for each item and month with
a number in it, in the columns \`item\`, \`month\` (1 for January to 6 for June) and \`sold\`, sorted by item and then by month. An
empty cell means that nobody counted, so it gives no row; a 0 means that nobody bought, and does.`,
  hints: [
    '`melt({ ids: ["item"], variableName: "name", valueName: "sold" })` turns the month columns into rows.',
    "`MONTHS.indexOf(row.name) + 1` is the number of a month by its name.",
    '`dropMissing("sold")` drops the rows without a number, and leaves the zeros alone.',
  ],
  misconceptions: {
    "empty-cells":
      "Rows without a number are there. Nobody counted in those months: drop the missing ones.",
    "zeros-lost": "Rows with 0 are lost. A 0 was counted; only an empty cell was not.",
    "from-zero": "Your months begin with 0. `indexOf` counts from 0, people count months from 1.",
    "by-name":
      "Your months stand in the order of the alphabet: April, February, January. Sort by their numbers.",
  },
});
