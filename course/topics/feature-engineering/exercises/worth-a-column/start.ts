import type { AmesSchema, Row } from "@gradus/data";

/** A house before it is sold. */
export type House = Row<Omit<AmesSchema, "Sale_Price">>;

/** One more column for the model. */
export function feature(house: House): number {
  // What does the model not know about this house?
  return house.Mo_Sold!;
}
