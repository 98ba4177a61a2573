import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "what-is-owed",
  title: "Who still owes, and how much?",
  prompt: `
An order can be paid in several parts. Write \`whatIsOwed(orders, payments)\`: for every order that is not fully paid, its
\`order\` and what is still \`owed\`, the largest amount first. Amounts are in whole cents. Nothing was paid for an order that
has no payment.`,
  hints: [
    'Make the payments one row an order first: `payments.groupBy("order").sum("paid")`.',
    'Merge with `how: "left"`, so that orders without a payment stay. Their `paid` is missing then.',
    '`col("total").sub(col("paid").fillMissing(0))`, and keep what is above 0.',
  ],
  misconceptions: {
    "row-per-payment":
      "You subtract each payment from the whole total, in a row of its own. Add up the payments of an order first, then merge.",
    "never-paid":
      'Orders without any payment are missing. They owe everything: keep them by `how: "left"`, and let a missing payment be 0.',
    "last-payment": "You count one payment an order. Several may have come: add them up.",
    "paid-too":
      "Orders that owe nothing, or got money back, are in your list. Keep only what is above 0.",
  },
});
