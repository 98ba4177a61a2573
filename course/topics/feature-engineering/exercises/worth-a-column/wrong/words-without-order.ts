import type { AmesSchema, Row } from "@gradus/data";

/** A house before it is sold. */
export type House = Row<Omit<AmesSchema, "Sale_Price">>;

const CONDITIONS = [
  ...["Very_Poor", "Poor", "Fair", "Below_Average", "Average"],
  ...["Above_Average", "Good", "Very_Good", "Excellent"],
];

/** The condition of the house by the alphabet. */
export function feature(house: House): number {
  return CONDITIONS.toSorted().indexOf(house.Overall_Cond!);
}
