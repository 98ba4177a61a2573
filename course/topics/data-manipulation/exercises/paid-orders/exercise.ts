import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "paid-orders",
  title: "The paid orders, largest first",
  prompt: `
Write \`paidOrders(orders)\`: the orders that are paid and whose total is known, largest total first; of equal totals, the
smaller order number first. Keep the columns \`order\` and \`total\` only.

People typed the status, so \` Paid\` and \`PAID \` also mean \`paid\`. But \`unpaid\` does not.`,
  hints: [
    "`filter` takes a function of a row. A status may be missing: `order.status?.trim()`.",
    '`dropMissing("total")` leaves out the rows without a total.',
    '`sortBy(["total", "order"], { descending: [true, false] })` sorts by two columns in two directions.',
  ],
  misconceptions: {
    "exact-status":
      "You keep only statuses that are spelled exactly `paid`. Cut off the blanks and turn capitals into small letters before you compare.",
    "unpaid-too":
      "You keep `unpaid` orders as well: it contains the word `paid`. Compare the whole text.",
    "unknown-total":
      "Orders without a total are still there. A missing number is NaN, which no comparison finds; `dropMissing` does.",
    "smallest-first": "Your smallest order comes first. `descending` turns the order round.",
  },
});
