import type { DataFrame } from "@gradus/data";

export type Sales = DataFrame<{ town: "string"; item: "string"; sold: "number" }>;

/** How many of each item were sold in each town: a row a town, a column an item. */
export function salesGrid(sales: Sales): DataFrame {
  return sales.groupBy("town").sum("sold");
}
