import { col, type DataFrame } from "@gradus/data";

export type Lines = DataFrame<{
  order: "integer";
  item: "string";
  quantity: "number";
  price: "number";
}>;

/** The lines with their `share` of the amount of their order, in per cent with one decimal. */
export function withShares(lines: Lines): DataFrame {
  const amount = col("quantity").mul(col("price"));
  const share = amount.div(amount.sum()).mul(100).round(1);
  return lines.assign({ share });
}
