import type { DataFrame } from "@gradus/data";

export type Sales = DataFrame<{ town: "string"; item: "string"; sold: "number" }>;

/** How many of each item were sold in each town: a row a town, a column an item. */
export function salesGrid(sales: Sales): DataFrame {
  return sales.assign({ town: (sale) => sale.town?.trim().toLowerCase() ?? null }).pivotTable({
    index: "town",
    columns: "item",
    values: "sold",
    aggregate: "sum",
  });
}
