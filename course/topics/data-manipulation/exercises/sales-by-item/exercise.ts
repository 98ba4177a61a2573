import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "sales-by-item",
  title: "What does each item bring in?",
  prompt: `
Every row of \`lines\` is one line of an order: so many of an item, at a price. Write \`salesByItem(lines)\`: for every item its
\`revenue\`, the sum of quantity times price, and \`orders\`, in how many different orders it stands. The largest revenue comes
first. Lines without an item belong together, under \`unknown\`. A negative quantity is something that came back: it counts.`,
  hints: [
    'Fill the gaps first: `assign({ item: col("item").fillMissing("unknown") })`. A row with a missing key is in no group.',
    'Inside `agg` an expression may compute row by row before it sums: `col("quantity").mul(col("price")).sum()`.',
    '`col("order").nunique()` counts different values.',
  ],
  misconceptions: {
    "rows-not-orders":
      "You count lines. An item can stand twice in one order; `nunique` counts the different orders.",
    "unknown-lost":
      "Lines without an item are lost: a row whose key is missing is in no group. Fill the key before you group.",
    "product-of-sums":
      "You multiply the sum of the quantities by the sum of the prices. Multiply line by line, then add.",
  },
});
