import { col, type DataFrame } from "@gradus/data";

export type Items = DataFrame<{ item: "string"; price: "number" }>;
export type Lines = DataFrame<{ order: "integer"; item: "string"; quantity: "number" }>;

/** The items of which nothing was ever sold, sorted. */
export function neverSold(items: Items, lines: Lines): DataFrame {
  return items
    .merge(lines, { on: "item", how: "left" })
    .filter(col("quantity").gt(0).not())
    .dropDuplicates(["item"])
    .sortBy("item")
    .select("item", "price");
}
