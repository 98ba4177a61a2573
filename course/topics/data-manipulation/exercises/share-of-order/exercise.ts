import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "share-of-order",
  title: "Which share of its order is a line?",
  prompt: `
Write \`withShares(lines)\`: the table, all its rows in their order, with a column \`share\`: what per cent of the amount of its
order each line makes up, rounded to one decimal. The amount of a line is quantity times price. A line without an order, or
without a price, has no share.`,
  hints: [
    "`agg` gives one row a group. `transform` gives back the whole table, with a column computed within each group.",
    "In `transform` a statistic is repeated for every row of its group: `amount.div(amount.sum())`.",
    "`mul(100)` and then `round(1)`.",
  ],
  misconceptions: {
    "share-of-everything":
      "You divide by the sum of the whole table. The lines of one order should add up to 100 %: divide within each order.",
    "lines-lost":
      "Rows are missing. A line without an order or a price stays in the table; only its share is missing.",
    "quantity-only":
      "You divide quantities. Ten tea bags are not worth more than one pot: take quantity times price.",
  },
});
