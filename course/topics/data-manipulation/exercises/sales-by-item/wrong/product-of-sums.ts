import { col, type DataFrame } from "@gradus/data";

export type Lines = DataFrame<{
  order: "integer";
  item: "string";
  quantity: "number";
  price: "number";
}>;

/** For every item its `revenue` and its number of different `orders`, the largest revenue first. */
export function salesByItem(lines: Lines): DataFrame {
  return lines
    .assign({ item: col("item").fillMissing("unknown") })
    .groupBy("item")
    .agg({ revenue: col("quantity").sum().mul(col("price").sum()), orders: col("order").nunique() })
    .sortBy("revenue", { descending: true });
}
