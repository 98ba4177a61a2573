import type { DataFrame } from "@gradus/data";

export type Orders = DataFrame<{ order: "integer"; status: "string"; total: "number" }>;

/** The paid orders with a known total, largest first: their `order` and `total`. */
export function paidOrders(orders: Orders): DataFrame {
  return orders
    .filter((order) => order.status?.trim().toLowerCase() === "paid")
    .dropMissing("total")
    .sortBy(["total", "order"], { descending: [true, false] })
    .drop("status");
}
