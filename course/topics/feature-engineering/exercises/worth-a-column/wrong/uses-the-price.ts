import type { AmesSchema, Row } from "@gradus/data";

/** A house. */
export type House = Row<AmesSchema>;

/** Dollars per square foot. */
export function feature(house: House): number {
  return Math.log(house.Sale_Price! / house.Gr_Liv_Area!);
}
