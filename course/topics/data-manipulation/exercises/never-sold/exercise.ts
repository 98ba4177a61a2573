import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "never-sold",
  title: "What was never sold?",
  prompt: `
Write \`neverSold(items, lines)\`: the rows of \`items\` of which nothing was ever sold, sorted by item. Lines whose quantity is
0 or missing were cancelled: they sold nothing.`,
  hints: [
    'First the lines that did sell something: `lines.filter(col("quantity").gt(0))`. A missing quantity is not above 0.',
    '`merge(…, { on: "item", how: "anti" })` keeps the rows that have **no** match, and adds no columns.',
  ],
  misconceptions: {
    "sold-ones":
      "These are the items that were sold: `semi` keeps rows with a match, `anti` those without one.",
    "cancelled-lines":
      "Items that stand only in cancelled lines are missing. Leave those lines out before you look for matches.",
    "any-cancelled":
      "You list items of which one line was cancelled, though others were sold. An item belongs here if **no** line sold it.",
  },
});
