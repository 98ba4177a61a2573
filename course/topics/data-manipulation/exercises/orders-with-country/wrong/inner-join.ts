import { col, type DataFrame } from "@gradus/data";

export type Orders = DataFrame<{ order: "integer"; customer: "string" }>;
export type Customers = DataFrame<{ id: "string"; country: "string" }>;

/** Every order with the country of its customer. */
export function withCountry(orders: Orders, customers: Customers): DataFrame {
  return orders
    .assign({ id: (order) => order.customer?.trim().toUpperCase() ?? null })
    .merge(customers.dropDuplicates(["id"]), { on: "id" })
    .select({ order: col("order"), country: col("country").fillMissing("unknown") });
}
