import type { DataFrame } from "@gradus/data";

export type Orders = DataFrame<{ order: "integer"; customer: "string" }>;
export type Customers = DataFrame<{ id: "string"; country: "string" }>;

/** Every order with the country of its customer. */
export function withCountry(orders: Orders, customers: Customers): DataFrame {
  return orders.merge(customers, { leftOn: "customer", rightOn: "id" }).select("order", "country");
}
