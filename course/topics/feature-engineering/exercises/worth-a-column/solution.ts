import type { AmesSchema, Row } from "@gradus/data";

/** A house before it is sold. */
export type House = Row<Omit<AmesSchema, "Sale_Price">>;

const CONDITIONS = [
  ...["very poor", "poor", "fair", "below average", "average"],
  ...["above average", "good", "very good", "excellent"],
];

/** The condition of the house, from 0 (very poor) to 8 (excellent). */
export function feature(house: House): number {
  return CONDITIONS.indexOf(readable(house.Overall_Cond!));
}

/** A word of the table as people write it: "Very_Good" is "very good". */
function readable(word: string): string {
  return word.toLowerCase().replace("_", " ");
}
