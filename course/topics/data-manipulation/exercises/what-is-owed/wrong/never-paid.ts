import { col, type DataFrame } from "@gradus/data";

export type Orders = DataFrame<{ order: "integer"; total: "integer" }>;
export type Payments = DataFrame<{ order: "integer"; paid: "integer" }>;

/** What is still owed of each order that is not fully paid, in cents, the largest first. */
export function whatIsOwed(orders: Orders, payments: Payments): DataFrame {
  const paid = payments.groupBy("order").sum("paid");
  return orders
    .merge(paid, { on: "order" })
    .select({ order: col("order"), owed: col("total").sub(col("paid").fillMissing(0)) })
    .filter(col("owed").gt(0))
    .sortBy("owed", { descending: true });
}
