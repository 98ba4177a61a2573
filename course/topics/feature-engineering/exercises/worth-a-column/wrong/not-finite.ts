import type { AmesSchema, Row } from "@gradus/data";

/** A house before it is sold. */
export type House = Row<Omit<AmesSchema, "Sale_Price">>;

/** The depth of the lot in feet. */
export function feature(house: House): number {
  return house.Lot_Area! / house.Lot_Frontage!;
}
