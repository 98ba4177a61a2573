import type { AmesSchema, Row } from "@gradus/data";

/** A house before it is sold. */
export type House = Row<Omit<AmesSchema, "Sale_Price">>;

/** The age of the house in years. */
export function feature(house: House): number {
  return house.Year_Sold! - house.Year_Built!;
}
